package org.aludel.errors;

import org.jspecify.annotations.Nullable;

/**
 * A value that the database or the reader can't take: too long, out of range, of another kind, NULL read as a primitive.
 *
 * @since 0.1
 */
public class DataException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    public DataException(String code, String message, Details details, @Nullable Throwable cause) {
        super(code, message, details, cause);
    }

    /** An error found while reading a value, without the database. */
    public DataException(String code, String message) {
        super(code, message, Details.NONE, null);
    }
}
