package org.aludel.errors;

import org.jspecify.annotations.Nullable;

/** One row was asked for and none came. */
public class NoResultException extends InvalidRequestException {

    private static final long serialVersionUID = 1L;

    public NoResultException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    public NoResultException(String code, String message) {
        super(code, message);
    }
}
