package org.aludel.errors;

import org.jspecify.annotations.Nullable;

/** A request that the object's present state does not allow. */
public class InvalidRequestException extends AludelException {

    private static final long serialVersionUID = 1L;

    public InvalidRequestException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    public InvalidRequestException(String code, String message) {
        super(code, message);
    }
}
