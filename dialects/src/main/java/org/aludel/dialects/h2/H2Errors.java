package org.aludel.dialects.h2;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.StandardErrors;
import org.jspecify.annotations.Nullable;

/** What H2's error codes mean, and where its messages name the constraint. */
final class H2Errors {

    private static final Pattern QUOTED = Pattern.compile(": \"(?:[^\".: ]+\\.)?([^\": ]+)");
    private static final Pattern INDEX_SUFFIX = Pattern.compile("_INDEX_[0-9A-F]+$");

    private H2Errors() {}

    static SortedError sort(SQLException error) {
        return switch (error.getErrorCode()) {
            case 23505 -> named(ErrorKind.UNIQUE, error);
            case 23503, 23506 -> named(ErrorKind.FOREIGN_KEY, error);
            case 23502 -> named(ErrorKind.NOT_NULL, error);
            case 23513, 23514 -> named(ErrorKind.CHECK, error);
            case 40001 -> SortedError.of(ErrorKind.DEADLOCK);
            case 90131 -> SortedError.of(ErrorKind.SERIALIZATION);
            case 50200, 57014 -> SortedError.of(ErrorKind.TIMEOUT);
            case 90067, 90098, 90121, 90007, 90013, 90020, 90146, 90149 -> SortedError.of(ErrorKind.DISCONNECT);
            default -> StandardErrors.sort(error);
        };
    }

    private static SortedError named(ErrorKind kind, SQLException error) {
        return new SortedError(kind, name(error.getMessage()));
    }

    private static @Nullable String name(@Nullable String message) {
        if (message == null) {
            return null;
        }
        int column = message.indexOf("column \"");
        if (column >= 0) {
            return message.substring(column + 8, message.indexOf('"', column + 8));
        }
        Matcher matcher = QUOTED.matcher(message);
        return matcher.find() ? INDEX_SUFFIX.matcher(matcher.group(1)).replaceFirst("") : null;
    }
}
