package org.aludel.errors;

import org.jspecify.annotations.Nullable;

/** A construct that can't be compiled, or not for this database. */
public class CompileException extends AludelException {

    private static final long serialVersionUID = 1L;

    public CompileException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    public CompileException(String code, String message) {
        super(code, message);
    }
}
