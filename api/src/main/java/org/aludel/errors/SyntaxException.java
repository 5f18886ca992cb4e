package org.aludel.errors;

import org.jspecify.annotations.Nullable;

/**
 * The database does not understand the statement, or a table or column in it does not exist.
 *
 * @since 0.1
 */
public class SyntaxException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    public SyntaxException(String code, String message, Details details, @Nullable Throwable cause) {
        super(code, message, details, cause);
    }
}
