package org.aludel.dialects.derby;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.StandardErrors;
import org.jspecify.annotations.Nullable;

/** What Derby's SQLSTATEs mean, and where its messages name the constraint. */
final class DerbyErrors {

    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");
    private static final Pattern FOREIGN_KEY = Pattern.compile("constraint '([^']+)'");

    private DerbyErrors() {}

    static SortedError sort(SQLException error) {
        String state = error.getSQLState();
        if (state == null) {
            return StandardErrors.sort(error);
        }
        return switch (state) {
            case "23505" -> named(ErrorKind.UNIQUE, error);
            case "23503", "23506" -> new SortedError(ErrorKind.FOREIGN_KEY, name(FOREIGN_KEY, error.getMessage()));
            case "23502" -> named(ErrorKind.NOT_NULL, error);
            case "23513", "23514" -> named(ErrorKind.CHECK, error);
            case "40001" -> SortedError.of(ErrorKind.DEADLOCK);
            case "40XL1", "40XL2", "XCL52" -> SortedError.of(ErrorKind.TIMEOUT);
            case "XJ040", "XJ041", "XJ015", "08006", "XJ004" -> SortedError.of(ErrorKind.DISCONNECT);
            default -> StandardErrors.sort(error);
        };
    }

    private static SortedError named(ErrorKind kind, SQLException error) {
        return new SortedError(kind, name(QUOTED, error.getMessage()));
    }

    private static @Nullable String name(Pattern pattern, @Nullable String message) {
        Matcher matcher = pattern.matcher(message == null ? "" : message);
        return matcher.find() ? matcher.group(1) : null;
    }
}
