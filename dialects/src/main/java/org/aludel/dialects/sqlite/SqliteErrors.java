package org.aludel.dialects.sqlite;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.StandardErrors;

/** What the result codes mean, which the driver writes into its messages; there is no SQLSTATE. */
final class SqliteErrors {

    private static final Pattern CODE = Pattern.compile("\\[SQLITE_([A-Z_]+)]");
    private static final Pattern FAILED = Pattern.compile("\\([A-Z ]*constraint failed: (.+)\\)$");

    private SqliteErrors() {}

    static SortedError sort(SQLException error) {
        String message = error.getMessage() == null ? "" : error.getMessage();
        Matcher matcher = CODE.matcher(message);
        if (!matcher.find()) {
            return StandardErrors.sort(error);
        }
        return switch (matcher.group(1)) {
            case "CONSTRAINT_UNIQUE", "CONSTRAINT_PRIMARYKEY", "CONSTRAINT_ROWID" -> named(ErrorKind.UNIQUE, message);
            case "CONSTRAINT_FOREIGNKEY", "CONSTRAINT_TRIGGER" -> SortedError.of(ErrorKind.FOREIGN_KEY);
            case "CONSTRAINT_NOTNULL" -> named(ErrorKind.NOT_NULL, message);
            case "CONSTRAINT_CHECK" -> named(ErrorKind.CHECK, message);
            case "CONSTRAINT" -> SortedError.of(constraint(message));
            case "BUSY_SNAPSHOT" -> SortedError.of(ErrorKind.SERIALIZATION);
            case "BUSY", "LOCKED", "BUSY_TIMEOUT", "LOCKED_SHAREDCACHE", "BUSY_RECOVERY" ->
                SortedError.of(ErrorKind.TIMEOUT);
            case "INTERRUPT" -> SortedError.of(ErrorKind.CANCELLED);
            case "CANTOPEN", "NOTADB", "CORRUPT", "IOERR" -> SortedError.of(ErrorKind.DISCONNECT);
            case "MISMATCH", "TOOBIG", "RANGE" -> SortedError.of(ErrorKind.DATA);
            case "ERROR" -> SortedError.of(ErrorKind.SYNTAX);
            default ->
                matcher.group(1).startsWith("IOERR") || matcher.group(1).startsWith("CANTOPEN")
                        ? SortedError.of(ErrorKind.DISCONNECT)
                        : StandardErrors.sort(error);
        };
    }

    private static ErrorKind constraint(String message) {
        if (message.contains("FOREIGN KEY")) {
            return ErrorKind.FOREIGN_KEY;
        }
        return message.contains("UNIQUE") ? ErrorKind.UNIQUE : ErrorKind.INTEGRITY;
    }

    private static SortedError named(ErrorKind kind, String message) {
        Matcher matcher = FAILED.matcher(message);
        return new SortedError(kind, matcher.find() ? matcher.group(1) : null);
    }
}
