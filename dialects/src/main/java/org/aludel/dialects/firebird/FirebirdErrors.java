package org.aludel.dialects.firebird;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.StandardErrors;
import org.jspecify.annotations.Nullable;

/** What Firebird's error codes mean, and where its messages name the constraint. */
final class FirebirdErrors {

    private static final Pattern CONSTRAINT = Pattern.compile("constraint \"([^\"]+)\"");
    private static final Pattern CHECK = Pattern.compile("CHECK constraint (\\S+)");
    private static final Pattern COLUMN = Pattern.compile("column \"(?:[^\"]+\"\\.\")?([^\"]+)\"");

    private FirebirdErrors() {}

    static SortedError sort(SQLException error) {
        String message = error.getMessage() == null ? "" : error.getMessage();
        return switch (error.getErrorCode()) {
            case 335544665, 335544349 -> named(ErrorKind.UNIQUE, CONSTRAINT, message);
            case 335544466, 335544838 -> named(ErrorKind.FOREIGN_KEY, CONSTRAINT, message);
            case 335544347 -> named(ErrorKind.NOT_NULL, COLUMN, message);
            case 335544558 -> named(ErrorKind.CHECK, CHECK, message);
            case 335544510 -> SortedError.of(ErrorKind.TIMEOUT);
            case 335544794 -> SortedError.of(ErrorKind.CANCELLED);
            case 335544336, 335544345, 335544451 -> SortedError.of(conflict(message));
            case 335544721, 335544726, 335544727, 335544741, 335544856, 335544344, 335544472 ->
                SortedError.of(ErrorKind.DISCONNECT);
            default -> StandardErrors.sort(error);
        };
    }

    /** One code stands for all conflicts of transactions. */
    private static ErrorKind conflict(String message) {
        if (message.contains("lock time-out")) {
            return ErrorKind.TIMEOUT;
        }
        return message.contains("update conflicts") || message.contains("no wait")
                ? ErrorKind.SERIALIZATION
                : ErrorKind.DEADLOCK;
    }

    private static SortedError named(ErrorKind kind, Pattern pattern, String message) {
        return new SortedError(kind, name(pattern, message));
    }

    private static @Nullable String name(Pattern pattern, String message) {
        Matcher matcher = pattern.matcher(message);
        return matcher.find() ? matcher.group(1) : null;
    }
}
