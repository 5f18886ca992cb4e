package org.aludel.errors;

import org.jspecify.annotations.Nullable;

/** An UPDATE or DELETE matched another number of rows than the flush expected. */
public class StaleDataException extends FlushException {

    private static final long serialVersionUID = 1L;

    public StaleDataException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    public StaleDataException(String code, String message) {
        super(code, message);
    }
}
