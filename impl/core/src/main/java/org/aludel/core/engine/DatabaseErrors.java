package org.aludel.core.engine;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.Secrets;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.UrlSecrets;
import org.aludel.errors.DataException;
import org.aludel.errors.DatabaseException;
import org.aludel.errors.DatabaseException.Details;
import org.aludel.errors.DeadlockException;
import org.aludel.errors.DisconnectedException;
import org.aludel.errors.IntegrityException;
import org.aludel.errors.SerializationException;
import org.aludel.errors.StatementCancelledException;
import org.aludel.errors.StatementTimeoutException;
import org.aludel.errors.SyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a driver's exception the one of ours that says what kind of error it is. Apart from {@link ErrorSorting}, which
 * every engine has, so that a program loads the classes of errors with its first one.
 */
final class DatabaseErrors {

    private static final int SQL_SHOWN = 300;

    private final String engine;
    private final CoreDialect dialect;
    private final boolean hideParameters;
    private final @Nullable Secrets secrets;

    DatabaseErrors(String engine, CoreDialect dialect, boolean hideParameters, @Nullable Secrets secrets) {
        this.secrets = secrets;
        this.engine = engine;
        this.dialect = dialect;
        this.hideParameters = hideParameters;
    }

    /** The error of a database that can't even be asked what it is. */
    static DatabaseException unreachable(SQLException error, String engine) {
        return new DisconnectedException(
                "ALU-0210",
                message(
                        "the database can't be reached",
                        UrlSecrets.maskText(firstLine(error)),
                        "engine " + engine,
                        "check that it runs at this address and accepts the user"),
                new Details(null, List.of(), error.getSQLState(), error.getErrorCode(), engine),
                error);
    }

    /** The exception for an error of a kind. */
    DatabaseException of(SQLException thrown, ErrorKind kind, @Nullable String sql, ParameterSets parameters) {
        List<String> secretValues = parameters.secrets(hideParameters);
        if (!secretValues.isEmpty()) {
            // a database that names the value it refuses must not tell it, nor must what is written into the text
            Secrets values = Secrets.ofTexts(secretValues);
            return sortPlainly(
                    withoutSecrets(values.redact(thrown)),
                    thrown,
                    kind,
                    sql == null ? null : values.redact(sql),
                    parameters);
        }
        return sortPlainly(withoutSecrets(thrown), thrown, kind, sql, parameters);
    }

    private SQLException withoutSecrets(SQLException error) {
        return secrets == null ? error : secrets.redact(error);
    }

    /**
     * @param error what may be shown
     * @param sortedBy what the driver threw, by whose class and words the dialect sorts
     * @param kind what kind it is
     */
    private DatabaseException sortPlainly(
            SQLException error, SQLException sortedBy, ErrorKind kind, @Nullable String sql, ParameterSets parameters) {
        SQLException telling = telling(error);
        List<String> printed = parameters.printed(hideParameters);
        Details details = new Details(sql, printed, telling.getSQLState(), telling.getErrorCode(), engine);
        String what = UrlSecrets.maskText(firstLine(telling));
        String where = where(sql, parameters, printed);
        SortedError sorted = dialect.sortError(telling(sortedBy));
        return switch (kind) {
            case UNIQUE ->
                integrity(
                        "ALU-0251",
                        "a unique constraint is violated",
                        IntegrityException.Kind.UNIQUE,
                        sorted,
                        what,
                        where,
                        "give another value, or change the row that has it",
                        details,
                        error);
            case FOREIGN_KEY ->
                integrity(
                        "ALU-0252",
                        "a foreign key is violated",
                        IntegrityException.Kind.FOREIGN_KEY,
                        sorted,
                        what,
                        where,
                        "save the row it leads to first, delete the rows that lead here first",
                        details,
                        error);
            case NOT_NULL ->
                integrity(
                        "ALU-0253",
                        "a value is missing",
                        IntegrityException.Kind.NOT_NULL,
                        sorted,
                        what,
                        where,
                        "give the column a value or a default",
                        details,
                        error);
            case CHECK ->
                integrity(
                        "ALU-0254",
                        "a check constraint is violated",
                        IntegrityException.Kind.CHECK,
                        sorted,
                        what,
                        where,
                        "give a value that it allows",
                        details,
                        error);
            case INTEGRITY ->
                integrity(
                        "ALU-0255",
                        "a constraint is violated",
                        IntegrityException.Kind.OTHER,
                        sorted,
                        what,
                        where,
                        "give values that it allows",
                        details,
                        error);
            case DEADLOCK ->
                new DeadlockException(
                        "ALU-0260",
                        message(
                                "the database ended this transaction to break a deadlock",
                                what,
                                where,
                                "run the transaction again; lock rows in one order"),
                        details,
                        error);
            case SERIALIZATION ->
                new SerializationException(
                        "ALU-0261",
                        message(
                                "another transaction changed what this one relies on",
                                what,
                                where,
                                "run the transaction again"),
                        details,
                        error);
            case TIMEOUT ->
                new StatementTimeoutException(
                        "ALU-0262",
                        message(
                                "the statement, or its wait for a lock, took too long",
                                what,
                                where,
                                "run it again later, or raise the timeout"),
                        details,
                        error);
            case CANCELLED ->
                new StatementCancelledException(
                        "ALU-0285",
                        message("the statement was cancelled", what, where, "run it again if it is still wanted"),
                        details,
                        error);
            case DISCONNECT ->
                new DisconnectedException(
                        "ALU-0210",
                        message(
                                "the database can't be reached or the connection broke",
                                what,
                                where,
                                "check that it runs at this address and accepts the user, then run the transaction again"),
                        details,
                        error);
            case DATA ->
                new DataException(
                        "ALU-0263",
                        message("the database does not take a value", what, where, "check its length, range and type"),
                        details,
                        error);
            case SYNTAX ->
                new SyntaxException(
                        "ALU-0264",
                        message(
                                "the database does not understand the statement",
                                what,
                                where,
                                "check names of tables and columns, and text fragments"),
                        details,
                        error);
            case OTHER ->
                new DatabaseException(
                        "ALU-0265",
                        message("the database reports an error", what, where, "see what it says"),
                        details,
                        error);
        };
    }

    private static IntegrityException integrity(
            String code,
            String kindOfError,
            IntegrityException.Kind kind,
            SortedError sorted,
            String what,
            String where,
            String remedy,
            Details details,
            SQLException cause) {
        String named = sorted.constraint() == null ? kindOfError : kindOfError + " (" + sorted.constraint() + ")";
        return new IntegrityException(
                code, message(named, what, where, remedy), kind, sorted.constraint(), details, cause);
    }

    private static String message(String ours, String theirs, String where, String remedy) {
        return ours + ": " + theirs + "; where: " + where + "; what to do: " + remedy;
    }

    private String where(@Nullable String sql, ParameterSets parameters, List<String> printed) {
        if (sql == null) {
            return "engine " + engine;
        }
        String shown = sql.length() > SQL_SHOWN ? sql.substring(0, SQL_SHOWN) + "..." : sql;
        String sets = parameters.size() > 1 ? ", first of " + parameters.size() + " sets" : "";
        return shown.strip() + (printed.isEmpty() ? "" : " " + printed + sets) + ", engine " + engine;
    }

    /** A batch's own exception says little; the first one chained to it says which row and why. */
    static SQLException telling(SQLException error) {
        if (error instanceof BatchUpdateException) {
            SQLException next = error.getNextException();
            if (next != null) {
                return next;
            }
            if (error.getCause() instanceof SQLException cause) {
                return cause;
            }
        }
        return error;
    }

    private static String firstLine(SQLException error) {
        String message = String.valueOf(error.getMessage()).strip();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end).strip();
    }
}
