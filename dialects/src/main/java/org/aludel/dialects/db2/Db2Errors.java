package org.aludel.dialects.db2;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.StandardErrors;
import org.jspecify.annotations.Nullable;

/** What Db2's SQLSTATEs mean, and where its messages name the constraint. */
final class Db2Errors {

    private static final Pattern TOKENS = Pattern.compile("SQLERRMC=(?:\\d+;)?([^,;]+)");
    private static final Pattern COLUMN = Pattern.compile("COLNO=(\\d+)");

    private Db2Errors() {}

    static SortedError sort(SQLException error) {
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        return switch (state) {
            case "23505" -> named(ErrorKind.UNIQUE, TOKENS, error);
            case "23503", "23504", "23520" -> named(ErrorKind.FOREIGN_KEY, TOKENS, error);
            case "23502" -> named(ErrorKind.NOT_NULL, COLUMN, error);
            case "23513" -> named(ErrorKind.CHECK, TOKENS, error);
            case "40001" -> new SortedError(isTimeout(error) ? ErrorKind.TIMEOUT : ErrorKind.DEADLOCK, null);
            case "57033" -> SortedError.of(ErrorKind.TIMEOUT);
            case "57014" -> SortedError.of(ErrorKind.TIMEOUT);
            default -> StandardErrors.sort(error);
        };
    }

    /** Reason 68 of SQLCODE -911 is a wait that took too long, 2 a deadlock. */
    private static boolean isTimeout(SQLException error) {
        return error.getErrorCode() == -911
                && String.valueOf(error.getMessage()).contains("SQLERRMC=68");
    }

    private static SortedError named(ErrorKind kind, Pattern pattern, SQLException error) {
        return new SortedError(kind, name(pattern, error.getMessage()));
    }

    private static @Nullable String name(Pattern pattern, @Nullable String message) {
        Matcher matcher = pattern.matcher(message == null ? "" : message);
        return matcher.find() ? matcher.group(1) : null;
    }
}
