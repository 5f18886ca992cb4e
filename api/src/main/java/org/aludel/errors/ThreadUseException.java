package org.aludel.errors;

import org.jspecify.annotations.Nullable;

/** A session or connection was used by two threads at once. */
public class ThreadUseException extends InvalidRequestException {

    private static final long serialVersionUID = 1L;

    public ThreadUseException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    public ThreadUseException(String code, String message) {
        super(code, message);
    }
}
