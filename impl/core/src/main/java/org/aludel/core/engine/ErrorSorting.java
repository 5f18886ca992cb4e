package org.aludel.core.engine;

import java.sql.SQLException;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.Secrets;
import org.aludel.errors.DatabaseException;
import org.jspecify.annotations.Nullable;

/** Sorts a driver's exceptions; the dialect knows the kind, {@link DatabaseErrors} makes ours of them. */
final class ErrorSorting {

    private final String engine;
    private final CoreDialect dialect;
    private final boolean hideParameters;
    private final @Nullable Secrets secrets;

    ErrorSorting(String engine, CoreDialect dialect, boolean hideParameters, @Nullable ConnectArguments arguments) {
        this.secrets = arguments == null ? null : Secrets.of(arguments);
        this.engine = engine;
        this.dialect = dialect;
        this.hideParameters = hideParameters;
    }

    /** Whether the database has ended the whole transaction. */
    boolean endsTransaction(ErrorKind kind, SQLException error) {
        return dialect.endsTransaction(kind, DatabaseErrors.telling(error));
    }

    /** What kind of error it is. */
    ErrorKind kind(SQLException error) {
        return dialect.sortError(DatabaseErrors.telling(error)).kind();
    }

    DatabaseException sort(SQLException thrown, @Nullable String sql, ParameterSets parameters) {
        return sort(thrown, kind(thrown), sql, parameters);
    }

    /** As {@link #sort(SQLException, String, ParameterSets)}, for who knows better what kind it is. */
    DatabaseException sort(SQLException thrown, ErrorKind kind, @Nullable String sql, ParameterSets parameters) {
        return new DatabaseErrors(engine, dialect, hideParameters, secrets).of(thrown, kind, sql, parameters);
    }
}
