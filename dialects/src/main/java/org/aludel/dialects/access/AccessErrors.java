package org.aludel.dialects.access;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.StandardErrors;
import org.jspecify.annotations.Nullable;

/** What the codes of UCanAccess's engine mean, which is HSQLDB, and where its messages name the constraint. */
final class AccessErrors {

    private static final Pattern CONSTRAINT = Pattern.compile("; (\\S+) table: ");
    private static final Pattern COLUMN = Pattern.compile(" column: (\\S+)");

    private AccessErrors() {}

    static SortedError sort(SQLException error) {
        return switch (error.getErrorCode()) {
            case -104 -> named(ErrorKind.UNIQUE, CONSTRAINT, error);
            case -177, -8, -9 -> named(ErrorKind.FOREIGN_KEY, CONSTRAINT, error);
            case -10 -> named(ErrorKind.NOT_NULL, COLUMN, error);
            case -157 -> named(ErrorKind.CHECK, CONSTRAINT, error);
            case -4861, -4871 -> SortedError.of(ErrorKind.SERIALIZATION);
            case -1353 -> SortedError.of(ErrorKind.DISCONNECT);
            default -> isMissing(error) ? SortedError.of(ErrorKind.DISCONNECT) : StandardErrors.sort(error);
        };
    }

    /** A file that is not there has no code of its own. */
    private static boolean isMissing(SQLException error) {
        return String.valueOf(error.getMessage()).contains("given file does not exist");
    }

    private static SortedError named(ErrorKind kind, Pattern pattern, SQLException error) {
        return new SortedError(kind, name(pattern, error.getMessage()));
    }

    private static @Nullable String name(Pattern pattern, @Nullable String message) {
        Matcher matcher = pattern.matcher(message == null ? "" : message);
        return matcher.find() ? matcher.group(1) : null;
    }
}
