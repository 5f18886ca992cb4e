package org.aludel.errors;

import org.jspecify.annotations.Nullable;

/**
 * A statement was stopped while it ran: by {@link org.aludel.engine.Connection#cancel()} from another thread, or by
 * someone on the server.
 *
 * @since 0.1
 */
public class StatementCancelledException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    public StatementCancelledException(String code, String message, Details details, @Nullable Throwable cause) {
        super(code, message, details, cause);
    }
}
