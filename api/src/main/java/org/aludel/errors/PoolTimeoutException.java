package org.aludel.errors;

import org.jspecify.annotations.Nullable;

/** No connection became free in time. */
public class PoolTimeoutException extends AludelException {

    private static final long serialVersionUID = 1L;

    public PoolTimeoutException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    public PoolTimeoutException(String code, String message) {
        super(code, message);
    }
}
