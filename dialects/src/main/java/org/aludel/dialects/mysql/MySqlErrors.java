package org.aludel.dialects.mysql;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.StandardErrors;
import org.jspecify.annotations.Nullable;

/** What the error numbers of MySQL and MariaDB mean, and where the messages name the constraint. */
final class MySqlErrors {

    private static final Pattern KEY = Pattern.compile("for key '(?:[^'.]+\\.)?([^']+)'");
    private static final Pattern CONSTRAINT =
            Pattern.compile("[Cc](?:ONSTRAINT|onstraint|heck constraint) [`']([^`']+)[`']");
    private static final Pattern COLUMN = Pattern.compile("(?:Column|Field) '([^']+)'");

    private MySqlErrors() {}

    static SortedError sort(SQLException error) {
        return switch (error.getErrorCode()) {
            case 1022, 1062, 1169, 1586, 1761 -> new SortedError(ErrorKind.UNIQUE, find(KEY, error));
            case 1216, 1217, 1451, 1452, 1557 -> new SortedError(ErrorKind.FOREIGN_KEY, find(CONSTRAINT, error));
            case 1048, 1263, 1364 -> new SortedError(ErrorKind.NOT_NULL, find(COLUMN, error));
            case 3819, 4025 -> new SortedError(ErrorKind.CHECK, find(CONSTRAINT, error));
            case 1213 -> SortedError.of(ErrorKind.DEADLOCK);
            case 1020 -> SortedError.of(ErrorKind.SERIALIZATION);
            case 1317 -> SortedError.of(ErrorKind.CANCELLED);
            case 1205, 1969, 3024, 3572 -> SortedError.of(ErrorKind.TIMEOUT);
            case 1040, 1042, 1043, 1045, 1044, 1049, 1053, 1077, 1927, 2006, 2013 ->
                SortedError.of(ErrorKind.DISCONNECT);
            case 1054, 1064, 1146, 1149 -> SortedError.of(ErrorKind.SYNTAX);
            case 1264, 1265, 1292, 1366, 1406 -> SortedError.of(ErrorKind.DATA);
            default -> StandardErrors.sort(error);
        };
    }

    private static @Nullable String find(Pattern pattern, SQLException error) {
        String message = error.getMessage();
        Matcher matcher = pattern.matcher(message == null ? "" : message);
        return matcher.find() ? matcher.group(1) : null;
    }
}
