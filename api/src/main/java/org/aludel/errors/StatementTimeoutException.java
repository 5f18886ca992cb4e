package org.aludel.errors;

import org.jspecify.annotations.Nullable;

/**
 * A statement, or its wait for a lock, took longer than allowed.
 *
 * @since 0.1
 */
public class StatementTimeoutException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    public StatementTimeoutException(String code, String message, Details details, @Nullable Throwable cause) {
        super(code, message, details, cause);
    }
}
