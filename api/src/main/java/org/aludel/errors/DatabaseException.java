package org.aludel.errors;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The database, or its driver, refused something. Subclasses sort the errors that programs react to; this class itself
 * stands for the rest.
 *
 * @since 0.1
 */
public class DatabaseException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String statement;
    private final List<String> parameters;
    private final @Nullable String sqlState;
    private final int vendorCode;
    private final @Nullable String engine;

    /**
     * Where and how an error happened.
     *
     * @param statement SQL text, if a statement was being executed
     * @param parameters printed parameters, sensitive ones masked; of the first set for a batch
     * @param sqlState the SQLSTATE the driver gave
     * @param vendorCode the database's own number
     * @param engine name of the engine
     */
    public record Details(
            @Nullable String statement,
            List<String> parameters,
            @Nullable String sqlState,
            int vendorCode,
            @Nullable String engine) {

        /** For errors that are found before a statement is sent, or apart from any. */
        public static final Details NONE = new Details(null, List.of(), null, 0, null);

        public Details {
            parameters = List.copyOf(parameters);
        }
    }

    public DatabaseException(String code, String message, Details details, @Nullable Throwable cause) {
        super(code, message, cause);
        this.statement = details.statement();
        this.parameters = details.parameters();
        this.sqlState = details.sqlState();
        this.vendorCode = details.vendorCode();
        this.engine = details.engine();
    }

    /** The SQL text, or null where there was no statement. */
    public final @Nullable String statement() {
        return statement;
    }

    /** The printed parameters, sensitive ones masked. */
    public final List<String> parameters() {
        return parameters;
    }

    /** The SQLSTATE that the driver gave, or null. */
    public final @Nullable String sqlState() {
        return sqlState;
    }

    /** The database's own error number; 0 where there is none. */
    public final int vendorCode() {
        return vendorCode;
    }

    /** Name of the engine, or null. */
    public final @Nullable String engine() {
        return engine;
    }

    /** Whether the same transaction, begun again, may well succeed. */
    public boolean isRetryable() {
        return false;
    }
}
