package org.aludel.dialects.hana;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.StandardErrors;
import org.jspecify.annotations.Nullable;

/** What MaxDB's error codes mean. */
final class MaxDbErrors {

    private static final Pattern QUOTED = Pattern.compile("[:;] ?\\\"?([A-Za-z0-9_]+)");

    private MaxDbErrors() {}

    static SortedError sort(SQLException error) {
        return switch (error.getErrorCode()) {
            case 200, -6008 -> named(ErrorKind.UNIQUE, QUOTED, error);
            case 300, 350, -8011 -> named(ErrorKind.FOREIGN_KEY, QUOTED, error);
            case 290, -8, -5 -> named(ErrorKind.NOT_NULL, QUOTED, error);
            case 320 -> named(ErrorKind.CHECK, QUOTED, error);
            case 600 -> SortedError.of(ErrorKind.DEADLOCK);
            case 500, 51 -> SortedError.of(ErrorKind.TIMEOUT);
            case -708, -709, -813, 700, 710 -> SortedError.of(ErrorKind.DISCONNECT);
            case -3014, -4004, -5001, -5016 -> SortedError.of(ErrorKind.SYNTAX);
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
