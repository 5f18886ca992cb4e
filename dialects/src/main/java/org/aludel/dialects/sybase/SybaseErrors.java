package org.aludel.dialects.sybase;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.StandardErrors;
import org.jspecify.annotations.Nullable;

/** What ASE's message numbers mean ("Error messages and advanced resolutions"), and where messages name the constraint. */
final class SybaseErrors {

    private static final Pattern INDEX = Pattern.compile("unique index '([^']+)'");
    private static final Pattern CONSTRAINT = Pattern.compile("constraint name = '([^']+)'");
    private static final Pattern COLUMN = Pattern.compile("column (\\S+)");

    private SybaseErrors() {}

    static SortedError sort(SQLException error) {
        return switch (error.getErrorCode()) {
            case 2601, 2615, 2627 -> named(ErrorKind.UNIQUE, INDEX, error);
            case 546, 547, 17760 -> named(ErrorKind.FOREIGN_KEY, CONSTRAINT, error);
            case 233, 515 -> named(ErrorKind.NOT_NULL, COLUMN, error);
            case 548 -> named(ErrorKind.CHECK, CONSTRAINT, error);
            case 1205 -> SortedError.of(ErrorKind.DEADLOCK);
            case 12205, 1204, 1222 -> SortedError.of(ErrorKind.TIMEOUT);
            case 4002, 4060, 911, 916 -> SortedError.of(ErrorKind.DISCONNECT);
            case 102, 156, 207, 208, 2812 -> SortedError.of(ErrorKind.SYNTAX);
            default -> StandardErrors.sort(error);
        };
    }

    private static SortedError named(ErrorKind kind, Pattern pattern, SQLException error) {
        return new SortedError(kind, name(pattern, error.getMessage()));
    }

    private static @Nullable String name(Pattern pattern, @Nullable String message) {
        Matcher matcher = pattern.matcher(message == null ? "" : message);
        return matcher.find() ? matcher.group(1) : null;
    }
}
