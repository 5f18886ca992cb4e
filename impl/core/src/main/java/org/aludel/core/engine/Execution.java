package org.aludel.core.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.aludel.core.compiler.Compiled;
import org.aludel.core.compiler.InsertPlan;
import org.aludel.core.dialect.DatabaseBehaviour;
import org.aludel.engine.ExecutionOptions;
import org.aludel.engine.Result;
import org.aludel.engine.Row;
import org.jspecify.annotations.Nullable;

/** One execution of a plan with one set of values, from text to result. */
final class Execution {

    private final CoreConnection connection;
    private final Channel channel;
    private final Plan plan;
    private final @Nullable Object[] values;
    private final String sql;
    private @Nullable Observation observation;

    Execution(CoreConnection connection, Plan plan, @Nullable Object[] values) {
        this.connection = connection;
        this.channel = connection.channel();
        this.plan = plan;
        this.values = plan.slotValues(values, connection);
        this.sql = plan.sql(this.values);
    }

    /** Runs a query. */
    Rows query() {
        observe();
        Runnable afterClose = beginStreaming();
        PreparedStatement statement = null;
        try {
            statement = prepare();
            plan.bind(statement, values);
            ResultSet cursor = statement.executeQuery();
            observed(-1);
            return new Rows(channel, statement, cursor, plan.handlers(cursor, channel.engine), sql, afterClose);
        } catch (SQLException e) {
            throw failed(e, statement, afterClose);
        } catch (RuntimeException e) {
            discard(statement, afterClose);
            throw e;
        }
    }

    /** Runs a statement that writes; rows it may return are dropped. */
    long update() {
        observe();
        PreparedStatement statement = null;
        try {
            statement = writing(prepare());
            plan.bind(statement, values);
            long count = statement.execute() ? counted(statement) : statement.getUpdateCount();
            observed(count);
            statement.close();
            return count;
        } catch (SQLException e) {
            throw failed(e, statement, null);
        } catch (RuntimeException e) {
            discard(statement, null);
            throw e;
        }
    }

    private static long counted(PreparedStatement statement) throws SQLException {
        long rows = 0;
        try (ResultSet returned = statement.getResultSet()) {
            while (returned.next()) {
                rows++;
            }
        }
        return rows;
    }

    /** Runs a statement that writes and gives rows back, by its text or through the driver's generated keys. */
    Rows returning() {
        observe();
        PreparedStatement statement = null;
        try {
            statement = writing(plan.prepareReturning(channel.jdbc(), sql));
            configure(statement);
            plan.bind(statement, values);
            boolean rows = statement.execute();
            ResultSet cursor = rows ? statement.getResultSet() : statement.getGeneratedKeys();
            observed(rows ? -1 : statement.getUpdateCount());
            return new Rows(channel, statement, cursor, plan.returningHandlers(cursor, channel.engine), sql, null);
        } catch (SQLException e) {
            throw failed(e, statement, null);
        } catch (RuntimeException e) {
            discard(statement, null);
            throw e;
        }
    }

    /** Runs any statement. */
    Result result() {
        Compiled compiled = plan.compiled();
        if (compiled.kind() == Compiled.Kind.SELECT) {
            Rows rows = query();
            return new CursorResult(plan.header(rows), rows);
        }
        observe();
        Runnable afterClose = compiled.kind() == Compiled.Kind.TEXT ? beginStreaming() : null;
        PreparedStatement statement = null;
        try {
            statement = writing(plan.prepareReturning(channel.jdbc(), sql));
            configure(statement);
            plan.bind(statement, values);
            boolean returnsRows = statement.execute();
            long count = returnsRows ? -1 : statement.getUpdateCount();
            observed(count);
            return resultOf(statement, returnsRows, count, afterClose);
        } catch (SQLException e) {
            throw failed(e, statement, afterClose);
        } catch (RuntimeException e) {
            discard(statement, afterClose);
            throw e;
        }
    }

    private Result resultOf(PreparedStatement statement, boolean returnsRows, long count, @Nullable Runnable afterClose)
            throws SQLException {
        InsertPlan insert = plan.compiled().insert();
        boolean keysOnly = insert != null && !plan.compiled().returnsRows();
        if (returnsRows && !keysOnly) {
            ResultSet cursor = statement.getResultSet();
            Rows rows = new Rows(channel, statement, cursor, plan.handlers(cursor, channel.engine), sql, afterClose);
            return new CursorResult(plan.header(rows), rows);
        }
        if (insert == null) {
            discard(statement, afterClose);
            return new CursorResult(null, count);
        }
        InsertedKey key = new InsertedKey(insert, values);
        Row inserted = key.read(statement, returnsRows);
        discard(statement, afterClose);
        return new CursorResult(inserted, returnsRows ? key.rows() : count);
    }

    private PreparedStatement writing(PreparedStatement statement) throws SQLException {
        return plan.compiled().writesRows() ? channel.engine.dialect().writing(statement, plan.compiled()) : statement;
    }

    private PreparedStatement prepare() throws SQLException {
        PreparedStatement statement = channel.jdbc().prepareStatement(sql);
        configure(statement);
        return statement;
    }

    private void configure(PreparedStatement statement) throws SQLException {
        configure(statement, connection.options(), channel.engine.dialect());
        channel.running(statement);
    }

    static void configure(PreparedStatement statement, ExecutionOptions options, DatabaseBehaviour behaviour)
            throws SQLException {
        if (options == ExecutionOptions.DEFAULT) {
            return;
        }
        if (options.yieldPer() > 0) {
            behaviour.stream(statement, options.yieldPer());
        }
        if (options.maxRows() > 0) {
            statement.setMaxRows(options.maxRows());
        }
        Duration timeout = options.timeout();
        if (timeout != null) {
            statement.setQueryTimeout((int) Math.max(1, (timeout.toMillis() + 999) / 1000));
        }
    }

    /** Where rows stream inside a transaction only, one is held open for the time of the cursor. */
    private @Nullable Runnable beginStreaming() {
        if (connection.options().yieldPer() == 0
                || connection.inTransaction()
                || !channel.engine.dialect().streamsInTransactionOnly()) {
            return null;
        }
        Connection jdbc = channel.jdbc();
        try {
            jdbc.setAutoCommit(false);
        } catch (SQLException e) {
            throw channel.failed(e, sql, ParameterSets.NONE);
        }
        return () -> {
            try {
                jdbc.setAutoCommit(true); // commits, as autocommit would have done
            } catch (SQLException e) {
                throw channel.failed(e, sql, ParameterSets.NONE);
            }
        };
    }

    private void observe() {
        if (Observation.isWanted(connection)) {
            observation = Observation.begin(connection, sql, new ParameterSets(plan, values));
        }
    }

    private void observed(long count) {
        channel.running(null);
        if (observation != null) {
            observation.end(count);
        }
    }

    private RuntimeException failed(
            SQLException error, @Nullable PreparedStatement statement, @Nullable Runnable afterClose) {
        channel.running(null);
        RuntimeException failure = channel.failed(error, sql, new ParameterSets(plan, values));
        discard(statement, channel.isBroken() ? null : afterClose);
        return failure;
    }

    private void discard(@Nullable PreparedStatement statement, @Nullable Runnable afterClose) {
        channel.running(null);
        if (statement != null) {
            Jdbc.closeQuietly(statement);
        }
        if (afterClose != null) {
            afterClose.run();
        }
    }
}
