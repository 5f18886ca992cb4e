package org.aludel.dialects.hana;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.StandardErrors;
import org.jspecify.annotations.Nullable;

/** What HANA's error codes mean, and where its messages name the constraint. */
final class HanaErrors {

    private static final Pattern QUOTED =
            Pattern.compile("(?:Index|constraint|CONSTRAINT)[ (:=]*'?\\\"?([A-Za-z0-9_]+)");
    private static final Pattern INDEX = Pattern.compile("Index\\(([^)]+)\\)");
    private static final Pattern COLUMN = Pattern.compile("NULL: (?:[^.]*\\.)*([A-Za-z0-9_]+)");

    private HanaErrors() {}

    static SortedError sort(SQLException error) {
        return switch (error.getErrorCode()) {
            case 301 -> named(ErrorKind.UNIQUE, INDEX, error);
            case 461, 462 -> named(ErrorKind.FOREIGN_KEY, QUOTED, error);
            case 287 -> named(ErrorKind.NOT_NULL, COLUMN, error);
            case 677 -> named(ErrorKind.CHECK, QUOTED, error);
            case 133 -> SortedError.of(ErrorKind.DEADLOCK);
            case 131, 146, 139 -> SortedError.of(ErrorKind.TIMEOUT);
            case 138 -> SortedError.of(ErrorKind.SERIALIZATION);
            case -10709, -10807, -10108, 1033, 591, 663 -> SortedError.of(ErrorKind.DISCONNECT);
            case 274, 304, 305, 314, 339 -> SortedError.of(ErrorKind.DATA);
            case 257, 259, 260, 328 -> SortedError.of(ErrorKind.SYNTAX);
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
