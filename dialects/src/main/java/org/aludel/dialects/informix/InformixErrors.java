package org.aludel.dialects.informix;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.StandardErrors;
import org.jspecify.annotations.Nullable;

/** What Informix's error numbers mean, and where its messages name the constraint. */
final class InformixErrors {

    private static final Pattern CONSTRAINT = Pattern.compile("constraint \\((?:[^.)]+\\.)?([^)]+)\\)");
    private static final Pattern COLUMN = Pattern.compile("column \\((?:[^)]*\\.)?([^.)]+)\\)");

    private InformixErrors() {}

    static SortedError sort(SQLException error) {
        return switch (error.getErrorCode()) {
            case -239, -268 -> named(ErrorKind.UNIQUE, CONSTRAINT, error);
            case -691, -692 -> named(ErrorKind.FOREIGN_KEY, CONSTRAINT, error);
            case -391 -> named(ErrorKind.NOT_NULL, COLUMN, error);
            case -530 -> named(ErrorKind.CHECK, CONSTRAINT, error);
            case -143 -> SortedError.of(ErrorKind.DEADLOCK);
            case -154, -107, -243, -244, -245, -263 -> SortedError.of(ErrorKind.TIMEOUT);
            case -908, -931, -25580, -25582, -79716, -79730, -79735 -> SortedError.of(ErrorKind.DISCONNECT);
            case -201, -206, -217 -> SortedError.of(ErrorKind.SYNTAX);
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
