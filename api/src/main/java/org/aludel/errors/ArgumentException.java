package org.aludel.errors;

import org.jspecify.annotations.Nullable;

/** An argument that can't be used: wrong type, missing name, contradictory options. */
public class ArgumentException extends AludelException {

    private static final long serialVersionUID = 1L;

    public ArgumentException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    public ArgumentException(String code, String message) {
        super(code, message);
    }
}
