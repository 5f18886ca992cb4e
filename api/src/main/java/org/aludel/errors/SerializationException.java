package org.aludel.errors;

import org.jspecify.annotations.Nullable;

/**
 * The isolation level does not allow what this transaction and another did together.
 *
 * @since 0.1
 */
public class SerializationException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    public SerializationException(String code, String message, Details details, @Nullable Throwable cause) {
        super(code, message, details, cause);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
