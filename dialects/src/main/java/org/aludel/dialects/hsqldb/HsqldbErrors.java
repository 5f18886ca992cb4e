package org.aludel.dialects.hsqldb;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.StandardErrors;
import org.jspecify.annotations.Nullable;

/** What HSQLDB's error codes mean, and where its messages name the constraint. */
final class HsqldbErrors {

    private static final Pattern CONSTRAINT = Pattern.compile("; (\\S+) table: ");
    private static final Pattern COLUMN = Pattern.compile(" column: (\\S+)");

    private HsqldbErrors() {}

    static SortedError sort(SQLException error) {
        if (isTimeout(error)) {
            return SortedError.of(ErrorKind.TIMEOUT);
        }
        return switch (error.getErrorCode()) {
            case -104 -> named(ErrorKind.UNIQUE, CONSTRAINT, error);
            case -177, -8, -9 -> named(ErrorKind.FOREIGN_KEY, CONSTRAINT, error);
            case -10 -> named(ErrorKind.NOT_NULL, COLUMN, error);
            case -157 -> named(ErrorKind.CHECK, CONSTRAINT, error);
            case -4861, -4871 -> SortedError.of(ErrorKind.SERIALIZATION);
            case -3000, -1300 -> SortedError.of(ErrorKind.TIMEOUT);
            case -451, -465, -452, -453, -458, -1303, -1305, -1353 -> SortedError.of(ErrorKind.DISCONNECT);
            default -> StandardErrors.sort(error);
        };
    }

    /** The SQLSTATE is that of a transaction that was rolled back. */
    private static boolean isTimeout(SQLException error) {
        String message = error.getMessage();
        return message != null && message.contains("timeout reached");
    }

    private static SortedError named(ErrorKind kind, Pattern pattern, SQLException error) {
        return new SortedError(kind, name(pattern, error.getMessage()));
    }

    private static @Nullable String name(Pattern pattern, @Nullable String message) {
        Matcher matcher = pattern.matcher(message == null ? "" : message);
        return matcher.find() ? matcher.group(1) : null;
    }
}
