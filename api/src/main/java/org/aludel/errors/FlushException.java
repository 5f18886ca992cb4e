package org.aludel.errors;

import org.jspecify.annotations.Nullable;

/** A flush that can't be planned or carried out. */
public class FlushException extends AludelException {

    private static final long serialVersionUID = 1L;

    public FlushException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    public FlushException(String code, String message) {
        super(code, message);
    }
}
