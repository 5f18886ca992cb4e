package org.aludel.core.engine;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aludel.core.types.TypeHandler;
import org.jspecify.annotations.Nullable;

/** One execution of a plan for many sets of values, as one JDBC batch. */
final class BatchExecution {

    private final CoreConnection connection;
    private final Channel channel;
    private final Plan plan;
    private final List<@Nullable Object[]> rows;
    private final String sql;
    private boolean returning;
    private @Nullable Observation observation;

    BatchExecution(CoreConnection connection, Plan plan, List<@Nullable Object[]> rows) {
        this.connection = connection;
        this.channel = connection.channel();
        this.plan = plan;
        List<@Nullable Object[]> slots = plan.takesAsGiven(rows.get(0)) ? rows : slots(rows);
        String text = plan.batchSql(slots);
        if (channel.engine.rewriters().isOfSql()) {
            RewrittenCall rewritten = RewrittenCall.of(connection, plan, text, slots);
            this.sql = rewritten.sql();
            this.rows = rewritten.rows();
        } else {
            this.sql = text;
            this.rows = slots;
        }
    }

    private List<@Nullable Object[]> slots(List<@Nullable Object[]> given) {
        List<@Nullable Object[]> slots = new ArrayList<>(given.size());
        for (@Nullable Object[] row : given) {
            slots.add(plan.slotValues(row, connection));
        }
        return slots;
    }

    /** Runs the batch; returns the rows each set wrote, -2 where the driver does not say. */
    long[] update() {
        channel.refuseWhileStreaming(sql, false);
        observe();
        PreparedStatement statement = null;
        try {
            statement = writing(channel.jdbc().prepareStatement(sql));
            int[] counts = run(statement);
            statement.close();
            return Arrays.stream(counts).asLongStream().toArray();
        } catch (SQLException e) {
            throw failed(e, statement);
        } catch (RuntimeException e) {
            discard(statement);
            throw e;
        }
    }

    /** Runs the batch; returns the generated keys of all sets. */
    Rows returning() {
        returning = true;
        channel.refuseWhileStreaming(sql, false);
        observe();
        PreparedStatement statement = null;
        try {
            statement = writing(plan.prepareReturningBatch(channel.jdbc(), sql));
            run(statement);
            ResultSet keys = statement.getGeneratedKeys();
            return new Rows(channel, statement, keys, plan.returningReaders(keys, channel.engine), sql, null);
        } catch (SQLException e) {
            throw failed(e, statement);
        } catch (RuntimeException e) {
            discard(statement);
            throw e;
        }
    }

    /** Runs the batch; returns columns of the rows of all sets, which the driver gives by name. */
    Rows returning(String[] names, TypeHandler<?>[] handlers) {
        channel.refuseWhileStreaming(sql, false);
        observe();
        PreparedStatement statement = null;
        try {
            statement = channel.jdbc().prepareStatement(sql, names);
            run(statement);
            return new Rows(channel, statement, statement.getGeneratedKeys(), new ColumnReaders(handlers), sql, null);
        } catch (SQLException e) {
            throw failed(e, statement);
        } catch (RuntimeException e) {
            discard(statement);
            throw e;
        }
    }

    private PreparedStatement writing(PreparedStatement statement) throws SQLException {
        return plan.compiled().writesRows() ? channel.engine.dialect().writing(statement, plan.compiled()) : statement;
    }

    private int[] run(PreparedStatement statement) throws SQLException {
        Execution.limit(statement, connection.options());
        int[] counts = channel.engine.isBatching() || returning ? batched(statement) : oneByOne(statement);
        channel.ran();
        channel.ran(plan, sql);
        if (observation != null) {
            long sum = 0;
            for (int count : counts) {
                sum = count < 0 || sum < 0 ? -1 : sum + count;
            }
            observation.end(sum);
        }
        return counts;
    }

    private int[] batched(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < rows.size(); i++) {
            plan.bind(statement, rows.get(i));
            statement.addBatch();
        }
        channel.running(statement, connection.options().timeout());
        return statement.executeBatch();
    }

    /** Where the engine is told not to batch: the first error is that of one set, and those before it are done. */
    private int[] oneByOne(PreparedStatement statement) throws SQLException {
        channel.running(statement, connection.options().timeout());
        int[] counts = new int[rows.size()];
        for (int i = 0; i < counts.length; i++) {
            plan.bind(statement, rows.get(i));
            counts[i] = statement.executeUpdate();
        }
        return counts;
    }

    private void observe() {
        if (Observation.isWanted(connection)) {
            observation = Observation.begin(connection, sql, new ParameterSets(plan, rows));
        }
    }

    private RuntimeException failed(SQLException error, @Nullable PreparedStatement statement) {
        channel.ran();
        channel.ran(plan, sql);
        RuntimeException failure = channel.failed(error, sql, new ParameterSets(plan, failingFirst(error)));
        discard(statement);
        return failure;
    }

    /** The sets beginning with the one that failed, where the driver's counts tell which. */
    private List<@Nullable Object[]> failingFirst(SQLException error) {
        if (error instanceof java.sql.BatchUpdateException batch) {
            int[] counts = batch.getUpdateCounts();
            boolean allFailed = Arrays.stream(counts).allMatch(c -> c == PreparedStatement.EXECUTE_FAILED);
            for (int i = 0; !allFailed && i < counts.length; i++) {
                if (counts[i] == PreparedStatement.EXECUTE_FAILED) {
                    return rows.subList(i, rows.size());
                }
            }
            if (!allFailed && counts.length > 0 && counts.length < rows.size()) {
                return rows.subList(counts.length, rows.size());
            }
        }
        return rows;
    }

    private static void discard(@Nullable PreparedStatement statement) {
        if (statement != null) {
            Jdbc.closeQuietly(statement);
        }
    }
}
