package org.aludel.dialects.postgresql;

import java.sql.SQLException;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.StandardErrors;
import org.jspecify.annotations.Nullable;

/** Sorts by SQLSTATE and asks the driver for the constraint, which the server names apart from its message. */
final class PostgreSqlErrors {

    private PostgreSqlErrors() {}

    static SortedError sort(SQLException error) {
        String state = error.getSQLState();
        if (state == null) {
            return StandardErrors.sort(error);
        }
        return switch (state) {
            case "23505" -> new SortedError(ErrorKind.UNIQUE, constraint(error));
            case "23503", "23001" -> new SortedError(ErrorKind.FOREIGN_KEY, constraint(error));
            case "23502" -> new SortedError(ErrorKind.NOT_NULL, constraint(error));
            case "23514" -> new SortedError(ErrorKind.CHECK, constraint(error));
            case "23P01" -> new SortedError(ErrorKind.INTEGRITY, constraint(error));
            case "40P01" -> SortedError.of(ErrorKind.DEADLOCK);
            case "40001" -> SortedError.of(ErrorKind.SERIALIZATION);
            case "3D000" -> SortedError.of(ErrorKind.DISCONNECT);
            case "55P03", "57014", "25P04", "25P03" -> SortedError.of(ErrorKind.TIMEOUT);
            default -> StandardErrors.sort(error);
        };
    }

    /** By reflection: in a server the driver's classes are out of our sight. */
    private static @Nullable String constraint(SQLException error) {
        try {
            Object message = error.getClass().getMethod("getServerErrorMessage").invoke(error);
            if (message == null) {
                return null;
            }
            Object constraint = message.getClass().getMethod("getConstraint").invoke(message);
            return (String)
                    (constraint != null
                            ? constraint
                            : message.getClass().getMethod("getColumn").invoke(message));
        } catch (ReflectiveOperationException e) {
            return null; // not the driver's own exception
        }
    }
}
