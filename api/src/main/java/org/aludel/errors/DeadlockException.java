package org.aludel.errors;

import org.jspecify.annotations.Nullable;

/**
 * Two transactions waited for each other and this one was chosen to end.
 *
 * @since 0.1
 */
public class DeadlockException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    public DeadlockException(String code, String message, Details details, @Nullable Throwable cause) {
        super(code, message, details, cause);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
