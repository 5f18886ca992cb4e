package org.aludel.errors;

import org.jspecify.annotations.Nullable;

/**
 * The database can't be reached, or the connection to it broke.
 *
 * @since 0.1
 */
public class DisconnectedException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    public DisconnectedException(String code, String message, Details details, @Nullable Throwable cause) {
        super(code, message, details, cause);
    }
}
