package org.aludel.errors;

import org.jspecify.annotations.Nullable;

/** Access to something not loaded on an object that has no session. */
public class DetachedException extends AludelException {

    private static final long serialVersionUID = 1L;

    public DetachedException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    public DetachedException(String code, String message) {
        super(code, message);
    }
}
