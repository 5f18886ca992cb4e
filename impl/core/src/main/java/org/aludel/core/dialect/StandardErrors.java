package org.aludel.core.dialect;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;

/** Sorting by SQLSTATE class and by JDBC's exception classes: what databases have in common. */
public final class StandardErrors {

    private StandardErrors() {}

    /** Sorts what needs no knowledge of the database. */
    public static SortedError sort(SQLException error) {
        return SortedError.of(kind(error));
    }

    private static ErrorKind kind(SQLException error) {
        String state = error.getSQLState();
        if (state != null && state.length() == 5) {
            ErrorKind byState = byState(state);
            if (byState != ErrorKind.OTHER) {
                return byState;
            }
        }
        if (error instanceof SQLTimeoutException) {
            return ErrorKind.TIMEOUT;
        }
        if (error instanceof SQLTransientConnectionException
                || error instanceof SQLNonTransientConnectionException
                || error instanceof SQLRecoverableException) {
            return ErrorKind.DISCONNECT;
        }
        if (error instanceof SQLTransactionRollbackException) {
            return ErrorKind.SERIALIZATION;
        }
        if (error instanceof SQLSyntaxErrorException) {
            return ErrorKind.SYNTAX;
        }
        return error instanceof SQLDataException ? ErrorKind.DATA : ErrorKind.OTHER;
    }

    private static ErrorKind byState(String state) {
        return switch (state) {
            case "23505" -> ErrorKind.UNIQUE;
            case "23503", "23506" -> ErrorKind.FOREIGN_KEY;
            case "23502" -> ErrorKind.NOT_NULL;
            case "23513", "23514" -> ErrorKind.CHECK;
            case "40001" -> ErrorKind.SERIALIZATION;
            case "40P01" -> ErrorKind.DEADLOCK;
            case "HYT00", "HYT01", "57014", "55P03" -> ErrorKind.TIMEOUT;
            case "57P01", "57P02", "57P03" -> ErrorKind.DISCONNECT;
            default ->
                switch (state.substring(0, 2)) {
                    case "08", "28" -> ErrorKind.DISCONNECT;
                    case "22" -> ErrorKind.DATA;
                    case "23" -> ErrorKind.INTEGRITY;
                    case "40" -> ErrorKind.SERIALIZATION;
                    case "42" -> ErrorKind.SYNTAX;
                    default -> ErrorKind.OTHER;
                };
        };
    }
}
