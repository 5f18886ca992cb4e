package org.aludel.errors;

import org.jspecify.annotations.Nullable;

/** One row was asked for and several came. */
public class MultipleResultsException extends InvalidRequestException {

    private static final long serialVersionUID = 1L;

    public MultipleResultsException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    public MultipleResultsException(String code, String message) {
        super(code, message);
    }
}
