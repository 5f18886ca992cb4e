package org.aludel.dialects.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.core.dialect.DatabaseBehaviour;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.SortedError;
import org.jspecify.annotations.Nullable;

/** How SQLite behaves. Its driver gives no SQLSTATE; the result code's name opens the message. */
final class SqliteBehaviour extends DatabaseBehaviour {

    private static final int PRIMARY_CODE = 0xff;
    private static final Pattern NAME = Pattern.compile("constraint failed: ([^)]+?)\\)?$");

    @Override
    public SortedError sortError(SQLException error) {
        String message = String.valueOf(error.getMessage());
        return switch (error.getErrorCode() & PRIMARY_CODE) {
            case 19 -> constraint(message);
            case 5, 6 -> SortedError.of(ErrorKind.TIMEOUT); // busy, locked
            case 9 -> SortedError.of(ErrorKind.TIMEOUT); // interrupted
            case 10, 11, 14, 26 -> SortedError.of(ErrorKind.DISCONNECT); // input/output, corrupt, can't open, no database
            case 18, 20, 25 -> SortedError.of(ErrorKind.DATA); // too big, mismatch, range
            case 1 -> SortedError.of(isSyntax(message) ? ErrorKind.SYNTAX : ErrorKind.OTHER);
            default -> SortedError.of(message.contains("closed") ? ErrorKind.DISCONNECT : ErrorKind.OTHER);
        };
    }

    private static SortedError constraint(String message) {
        if (message.contains("UNIQUE") || message.contains("PRIMARY KEY") || message.contains("PRIMARYKEY")) {
            return new SortedError(ErrorKind.UNIQUE, name(message));
        }
        if (message.contains("FOREIGN KEY") || message.contains("FOREIGNKEY")) {
            return SortedError.of(ErrorKind.FOREIGN_KEY);
        }
        if (message.contains("NOT NULL") || message.contains("NOTNULL")) {
            return new SortedError(ErrorKind.NOT_NULL, name(message));
        }
        return message.contains("CHECK")
                ? new SortedError(ErrorKind.CHECK, name(message))
                : SortedError.of(ErrorKind.INTEGRITY);
    }

    private static boolean isSyntax(String message) {
        return message.contains("syntax error") || message.contains("no such") || message.contains("has no column");
    }

    private static @Nullable String name(String message) {
        Matcher matcher = NAME.matcher(message);
        return matcher.find() ? matcher.group(1) : null;
    }

    /** Only foreign keys can be deferred, and only all of them. */
    @Override
    public String deferConstraints(List<String> constraints) {
        return "PRAGMA defer_foreign_keys = ON";
    }

    /** Foreign keys are not checked unless each connection asks for it. */
    @Override
    public void opened(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = ON");
        }
    }
}
