package org.aludel.core.engine;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import org.aludel.core.compiler.Compiled;
import org.aludel.core.compiler.InsertPlan;
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
        @Nullable Object[] slots = plan.slotValues(values, connection);
        String text = plan.sql(slots);
        if (channel.engine.rewriters().isOfSql()) {
            RewrittenCall rewritten = RewrittenCall.of(connection, plan, text, Collections.singletonList(slots));
            this.sql = rewritten.sql();
            this.values = rewritten.rows().get(0);
        } else {
            this.sql = text;
            this.values = slots;
        }
    }

    /** Runs a query. */
    Rows query() {
        channel.refuseWhileStreaming(sql, true);
        observe();
        Streaming streaming = Streaming.begin(connection, sql);
        PreparedStatement statement = null;
        try {
            statement = prepare(streaming);
            plan.bind(statement, values);
            ResultSet cursor = executeQuery(statement, streaming);
            observed(-1);
            return rows(statement, cursor, plan.readers(cursor, channel.engine), streaming);
        } catch (SQLException e) {
            throw failed(e, statement, streaming);
        } catch (RuntimeException e) {
            discard(statement, streaming);
            throw e;
        }
    }

    private static ResultSet executeQuery(PreparedStatement statement, @Nullable Streaming streaming)
            throws SQLException {
        if (streaming == null) {
            return statement.executeQuery();
        }
        try {
            return statement.executeQuery();
        } finally {
            streaming.executed(statement);
        }
    }

    /** Runs a statement that writes; rows it may return are dropped. */
    long update() {
        channel.refuseWhileStreaming(sql, false);
        observe();
        PreparedStatement statement = null;
        try {
            statement = writing(prepare(null));
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
        channel.refuseWhileStreaming(sql, false);
        observe();
        PreparedStatement statement = null;
        try {
            statement = writing(plan.prepareReturning(channel.jdbc(), sql));
            configure(statement);
            plan.bind(statement, values);
            boolean rows = statement.execute();
            ResultSet cursor = rows ? statement.getResultSet() : statement.getGeneratedKeys();
            observed(rows ? -1 : statement.getUpdateCount());
            return rows(statement, cursor, plan.returningReaders(cursor, channel.engine), null);
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
        channel.refuseWhileStreaming(sql, false);
        observe();
        Streaming streaming = compiled.kind() == Compiled.Kind.TEXT ? Streaming.begin(connection, sql) : null;
        PreparedStatement statement = null;
        try {
            statement = streaming == null ? writing(plan.prepareReturning(channel.jdbc(), sql)) : streaming.prepare();
            configure(statement);
            plan.bind(statement, values);
            boolean returnsRows = execute(statement, streaming);
            long count = returnsRows ? -1 : statement.getUpdateCount();
            observed(count);
            return resultOf(statement, returnsRows, count, streaming);
        } catch (SQLException e) {
            throw failed(e, statement, streaming);
        } catch (RuntimeException e) {
            discard(statement, streaming);
            throw e;
        }
    }

    private static boolean execute(PreparedStatement statement, @Nullable Streaming streaming) throws SQLException {
        if (streaming == null) {
            return statement.execute();
        }
        try {
            return statement.execute();
        } finally {
            streaming.executed(statement);
        }
    }

    private Result resultOf(PreparedStatement statement, boolean returnsRows, long count, @Nullable Streaming streaming)
            throws SQLException {
        InsertPlan insert = plan.compiled().insert();
        boolean keysOnly = insert != null && !plan.compiled().returnsRows();
        if (returnsRows && !keysOnly) {
            ResultSet cursor = statement.getResultSet();
            Rows rows = rows(statement, cursor, plan.readers(cursor, channel.engine), streaming);
            return new CursorResult(plan.header(rows), rows);
        }
        if (insert == null) {
            discard(statement, streaming);
            return new CursorResult(null, count);
        }
        InsertedKey key = new InsertedKey(insert, values);
        Row inserted = key.read(statement, returnsRows);
        discard(statement, streaming);
        return new CursorResult(inserted, returnsRows ? key.rows() : count);
    }

    private Rows rows(
            PreparedStatement statement, ResultSet cursor, ColumnReaders readers, @Nullable Streaming streaming) {
        Rows rows = new Rows(channel, statement, cursor, readers, sql, streaming);
        EchoStream echo = channel.engine.echo();
        return echo.isRows() ? rows.echoing(new RowEcho(echo, plan)) : rows;
    }

    private PreparedStatement writing(PreparedStatement statement) throws SQLException {
        return plan.compiled().writesRows() ? channel.engine.dialect().writing(statement, plan.compiled()) : statement;
    }

    private PreparedStatement prepare(@Nullable Streaming streaming) throws SQLException {
        PreparedStatement statement = streaming == null ? channel.jdbc().prepareStatement(sql) : streaming.prepare();
        configure(statement);
        return statement;
    }

    private void configure(PreparedStatement statement) throws SQLException {
        limit(statement, connection.options());
        channel.running(statement, connection.options().timeout());
    }

    static void limit(PreparedStatement statement, ExecutionOptions options) throws SQLException {
        if (options == ExecutionOptions.DEFAULT) {
            return;
        }
        if (options.fetchSize() > 0 && options.yieldPer() == 0) {
            statement.setFetchSize(options.fetchSize());
        }
        if (options.maxRows() > 0) {
            statement.setMaxRows(options.maxRows());
        }
        Duration timeout = options.timeout();
        if (timeout != null) {
            statement.setQueryTimeout((int) Math.max(1, (timeout.toMillis() + 999) / 1000));
        }
    }

    private void observe() {
        if (Observation.isWanted(connection)) {
            observation = Observation.begin(connection, sql, new ParameterSets(plan, values));
        }
    }

    private void observed(long count) {
        channel.ran();
        channel.ran(plan, sql);
        if (observation != null) {
            observation.end(count);
        }
    }

    private RuntimeException failed(
            SQLException error, @Nullable PreparedStatement statement, @Nullable Streaming streaming) {
        channel.ran();
        channel.ran(plan, sql);
        RuntimeException failure = channel.failed(error, sql, new ParameterSets(plan, values));
        try {
            discard(statement, streaming);
        } catch (RuntimeException after) {
            failure.addSuppressed(after);
        }
        return failure;
    }

    private void discard(@Nullable PreparedStatement statement, @Nullable Streaming streaming) {
        channel.ran();
        if (statement != null) {
            Jdbc.closeQuietly(statement);
        }
        if (streaming != null) {
            streaming.end();
        }
    }
}
