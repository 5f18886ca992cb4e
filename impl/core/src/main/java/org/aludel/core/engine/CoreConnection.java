package org.aludel.core.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.aludel.core.compiler.TablesUsed;
import org.aludel.core.engine.spi.TransactionScope;
import org.aludel.engine.Connection;
import org.aludel.engine.ExecutionOptions;
import org.aludel.engine.Isolation;
import org.aludel.engine.NestedTransaction;
import org.aludel.engine.Result;
import org.aludel.engine.Row;
import org.aludel.engine.Transaction;
import org.aludel.engine.TwoPhaseTransaction;
import org.aludel.engine.spi.Lease;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.TransactionStateException;
import org.aludel.schema.Column;
import org.aludel.sql.Insert;
import org.aludel.sql.Selectable;
import org.aludel.sql.Statement;
import org.aludel.sql.spi.OrderedValues;
import org.aludel.sql.spi.Resolver;
import org.jspecify.annotations.Nullable;

/**
 * A connection at work. Users meet it as {@link Connection}; the object mapper executes {@link Plan plans} on it, with
 * values in arrays and rows read in place.
 */
public final class CoreConnection implements Connection {

    private final CoreEngine engine;
    private final Channel channel;
    private final ExecutionOptions options;
    private final AtomicBoolean givenBack;

    CoreConnection(CoreEngine engine, Lease lease) {
        this.engine = engine;
        this.givenBack = new AtomicBoolean();
        this.options = engine.defaultOptions();
        this.channel = new Channel(engine, this, lease.jdbc(), lease, null);
    }

    CoreConnection(CoreEngine engine, java.sql.Connection jdbc, TransactionScope scope) {
        this.engine = engine;
        this.givenBack = new AtomicBoolean();
        this.options = engine.defaultOptions();
        this.channel = new Channel(engine, this, jdbc, null, scope);
    }

    /** Makes the connection read only if its engine does; given back at once where that fails. */
    void readAsTold() {
        try {
            channel.readAsTold();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private CoreConnection(CoreConnection base, ExecutionOptions options) {
        this.engine = base.engine;
        this.channel = base.channel;
        this.options = options;
        this.givenBack = base.givenBack;
    }

    private CoreConnection(CoreConnection base) {
        this.engine = base.engine;
        this.channel = base.channel;
        this.options = engine.defaultOptions();
        this.givenBack = new AtomicBoolean();
    }

    /** The same connection for another user in the same thread; it is given back when all have closed theirs. */
    CoreConnection shared() {
        channel.retain();
        return new CoreConnection(this);
    }

    // ---- plans: what the object mapper uses

    /** Runs a query. The rows must be read or closed before the connection is closed. */
    public Rows rows(Plan plan, @Nullable Object[] values) {
        channel.enterToExecute();
        try {
            return new Execution(this, plan, values).query();
        } finally {
            channel.exit();
        }
    }

    /** Runs an INSERT, UPDATE or DELETE; returns the rows it wrote. */
    public long update(Plan plan, @Nullable Object[] values) {
        channel.enterToExecute();
        try {
            return new Execution(this, plan, values).update();
        } finally {
            channel.exit();
        }
    }

    /** Runs one statement for many sets of values, as one JDBC batch and one event; returns the rows each wrote. */
    public long[] batch(Plan plan, List<@Nullable Object[]> valueRows) {
        if (valueRows.isEmpty()) {
            return new long[0];
        }
        channel.enterToExecute();
        try {
            return new BatchExecution(this, plan.forBatch(engine), valueRows).update();
        } finally {
            channel.exit();
        }
    }

    /** Runs an INSERT (or UPDATE, DELETE) that gives rows back: RETURNING, or the driver's generated keys. */
    public Rows insertReturning(Plan plan, @Nullable Object[] values) {
        channel.enterToExecute();
        try {
            return new Execution(this, plan, values).returning();
        } finally {
            channel.exit();
        }
    }

    /** Runs an INSERT as a JDBC batch whose driver gives the generated keys of all rows, in their order. */
    public Rows batchReturning(Plan plan, List<@Nullable Object[]> valueRows) {
        channel.enterToExecute();
        try {
            return new BatchExecution(this, plan, valueRows).returning();
        } finally {
            channel.exit();
        }
    }

    /** Runs an INSERT as a JDBC batch whose driver gives columns of all rows by their names. */
    Rows batchReturning(Plan plan, List<@Nullable Object[]> valueRows, String[] names, List<Column<?>> columns) {
        channel.enter();
        try {
            return new BatchExecution(this, plan, valueRows).returning(names, Plan.handlers(columns, engine));
        } finally {
            channel.exit();
        }
    }

    /** Executes a statement whose attributes a resolver maps to columns. */
    public Result execute(Statement statement, Map<String, ? extends @Nullable Object> parameters, Resolver resolver) {
        return executeOne(statement, parameters, resolver);
    }

    // ---- statements

    @Override
    public Result execute(Statement statement) {
        return executeOne(statement, Map.of(), null);
    }

    @Override
    public Result execute(Statement statement, Map<String, ? extends @Nullable Object> parameters) {
        return executeOne(statement, parameters, null);
    }

    private Result executeOne(
            Statement asked, Map<String, ? extends @Nullable Object> parameters, @Nullable Resolver resolver) {
        Statement statement = engine.rewriters().rewritten(this, asked);
        Plan plan = engine.recent(statement, resolver);
        @Nullable Object[] given = plan == null ? null : plan.given(parameters);
        if (plan == null || given == null) {
            plan = engine.plan(
                    statement, parameters.isEmpty() ? List.of() : List.copyOf(parameters.keySet()), resolver);
            given = parameters.values().toArray();
        } else {
            plan.reused();
        }
        @Nullable Object[] values = plan.coerced(given);
        channel.enterToExecute();
        try {
            return new Execution(this, plan, values).result();
        } finally {
            channel.exit();
        }
    }

    @Override
    public Result execute(Statement statement, List<? extends Map<String, ? extends @Nullable Object>> parameterSets) {
        return executeMany(statement, parameterSets, null);
    }

    /** Executes a statement whose attributes a resolver maps to columns, once for each set of parameters. */
    public Result execute(
            Statement statement,
            List<? extends Map<String, ? extends @Nullable Object>> parameterSets,
            Resolver resolver) {
        return executeMany(statement, parameterSets, resolver);
    }

    private Result executeMany(
            Statement asked,
            List<? extends Map<String, ? extends @Nullable Object>> parameterSets,
            @Nullable Resolver resolver) {
        if (parameterSets.isEmpty()) {
            return new CursorResult(null, 0);
        }
        if (parameterSets.size() == 1) {
            return executeOne(asked, parameterSets.get(0), resolver);
        }
        Statement statement = engine.rewriters().rewritten(this, asked);
        List<String> names = List.copyOf(parameterSets.get(0).keySet());
        Plan plan = engine.plan(statement, names, resolver, false);
        List<@Nullable Object[]> rows = rows(plan, names, parameterSets);
        if (!plan.compiled().returnsRows()) {
            return new CursorResult(null, batch(plan, rows));
        }
        if (statement instanceof Insert insert && plan.header() != null) {
            List<@Nullable Object[]> back = returningAll(plan, insert, columns(insert.returning()), rows);
            if (back != null) {
                long[] counts = new long[back.size()];
                Arrays.fill(counts, 1);
                int width = plan.header().size();
                return new CursorResult(plan.header(), new CollectedRows(back, width), counts);
            }
        }
        return returningEach(plan, rows);
    }

    private static List<@Nullable Object[]> rows(
            Plan plan, List<String> names, List<? extends Map<String, ? extends @Nullable Object>> parameterSets) {
        List<@Nullable Object[]> rows = new ArrayList<>(parameterSets.size());
        String[] inOrder = names.toArray(new String[0]);
        for (int i = 0; i < parameterSets.size(); i++) {
            rows.add(plan.coerced(row(inOrder, parameterSets.get(i), i)));
        }
        return rows;
    }

    private static @Nullable List<Column<?>> columns(List<Selectable> selected) {
        List<Column<?>> columns = new ArrayList<>(selected.size());
        for (Selectable one : selected) {
            if (!(one instanceof Column<?> column)) {
                return null;
            }
            columns.add(column);
        }
        return columns;
    }

    /** Columns of the rows of all sets in few round trips; null where the sets must go one by one. */
    private @Nullable List<@Nullable Object[]> returningAll(
            Plan plan, Insert insert, @Nullable List<Column<?>> wanted, List<@Nullable Object[]> sets) {
        BulkInsert bulk = wanted == null || wanted.isEmpty()
                ? null
                : plan.bulk(engine, insert, wanted).orElse(null);
        if (bulk == null) {
            return null;
        }
        channel.enter();
        try {
            List<@Nullable Object[]> slots = new ArrayList<>(sets.size());
            for (@Nullable Object[] set : sets) {
                slots.add(plan.slotValues(set, this));
            }
            return bulk.execute(this, slots);
        } finally {
            channel.exit();
        }
    }

    @Override
    public List<Row> executeForKeys(
            Insert insert, List<? extends Map<String, ? extends @Nullable Object>> parameterSets) {
        if (parameterSets.isEmpty()) {
            return List.of();
        }
        List<Column<?>> key = insert.table().primaryKey();
        List<String> names = List.copyOf(parameterSets.get(0).keySet());
        Plan plan = engine.plan(insert, names, null, false);
        List<@Nullable Object[]> sets = rows(plan, names, parameterSets);
        List<@Nullable Object[]> back = plan.compiled().returnsRows() ? null : returningAll(plan, insert, key, sets);
        List<Row> keys = new ArrayList<>(sets.size());
        if (back == null) {
            for (Map<String, ? extends @Nullable Object> set : parameterSets) {
                keys.add(executeOne(insert, set, null).insertedPrimaryKey());
            }
            return keys;
        }
        RowHeader header = new RowHeader(key.stream().map(Column::name).toList(), key.toArray());
        for (@Nullable Object[] row : back) {
            keys.add(new ArrayRow(header, row.length == key.size() ? row : Arrays.copyOf(row, key.size())));
        }
        return keys;
    }

    /** Drivers refuse rows from a batch: the sets go one after the other, and what they return is put together. */
    private Result returningEach(Plan plan, List<@Nullable Object[]> sets) {
        CollectedRows collected = new CollectedRows();
        long[] counts = new long[sets.size()];
        RowHeader header = null;
        channel.enterToExecute();
        try {
            for (int i = 0; i < counts.length; i++) {
                Rows rows = new Execution(this, plan, sets.get(i)).returning();
                header = header == null ? plan.header(rows) : header;
                counts[i] = collected.add(rows);
            }
        } finally {
            channel.exit();
        }
        return new CursorResult(Objects.requireNonNull(header), collected, counts);
    }

    private static @Nullable Object[] row(String[] names, Map<String, ? extends @Nullable Object> set, int position) {
        @Nullable Object[] values = new Object[names.length];
        if (set instanceof OrderedValues ordered && ordered.take(names, values)) {
            return values;
        }
        for (int i = 0; i < values.length; i++) {
            String name = names[i];
            Object value = set.get(name);
            if (value == null && !set.containsKey(name)) {
                throw new ArgumentException(
                        "ALU-0230",
                        "a parameter set lacks a name of the first; where: set " + (position + 1) + ", name \"" + name
                                + "\"; what to do: give every set all of " + List.of(names)
                                + " (null where there is no value)");
            }
            values[i] = value;
        }
        if (set.size() > names.length) {
            List<String> more = new ArrayList<>(set.keySet());
            more.removeAll(List.of(names));
            throw new ArgumentException(
                    "ALU-0230",
                    "a parameter set has names that the first lacks; where: set " + (position + 1) + ", names " + more
                            + "; what to do: give every set the same names, the first too");
        }
        return values;
    }

    @Override
    public Stream<Row> stream(Statement statement, int fetchSize) {
        return with(options.withYieldPer(fetchSize)).execute(statement).stream();
    }

    @Override
    public CoreConnection with(ExecutionOptions other) {
        if (other.isolation() != null && other.isolation() != options.isolation()) {
            isolation(other.isolation());
        }
        if (other.readOnly() != null && !other.readOnly().equals(options.readOnly())) {
            channel.enter();
            try {
                refuseInTransaction("the hint that a connection only reads");
                channel.readOnly(other.readOnly());
            } finally {
                channel.exit();
            }
        }
        return new CoreConnection(this, other);
    }

    @Override
    public ExecutionOptions options() {
        return options;
    }

    // ---- transactions

    @Override
    public Transaction begin() {
        channel.enter();
        try {
            return channel.transactions.begin();
        } finally {
            channel.exit();
        }
    }

    @Override
    public NestedTransaction beginNested() {
        channel.enterToExecute();
        try {
            return channel.transactions.nested();
        } finally {
            channel.exit();
        }
    }

    @Override
    public TwoPhaseTransaction beginTwoPhase() {
        channel.enter();
        try {
            return XaBranches.begin(channel);
        } finally {
            channel.exit();
        }
    }

    @Override
    public List<String> recoverTwoPhase() {
        return XaBranches.inDoubt(engine);
    }

    @Override
    public void finishTwoPhase(String id, boolean commit) {
        XaBranches.finish(engine, id, commit);
    }

    @Override
    public boolean inTransaction() {
        return channel.transactions.isOpen();
    }

    /** Whether someone else's transaction owns this connection, so that begin and commit are refused. */
    public boolean isControlled() {
        return channel.scope() != null;
    }

    /** Whether an open savepoint would heal a statement that fails now. */
    public boolean hasSavepoint() {
        return channel.transactions.hasSavepoint();
    }

    /** The first error that made the open transaction worthless, or null while it can be committed. */
    public @Nullable RuntimeException failure() {
        return channel.transactions.failure();
    }

    @Override
    public boolean cancel() {
        return channel.cancel();
    }

    @Override
    public Isolation isolation() {
        return channel.isolation();
    }

    @Override
    public Connection isolation(Isolation isolation) {
        channel.enter();
        try {
            refuseInTransaction("the isolation level");
            channel.isolation(isolation);
            return this;
        } finally {
            channel.exit();
        }
    }

    private void refuseInTransaction(String what) {
        if (inTransaction()) {
            throw new TransactionStateException(
                    "ALU-0227",
                    what + " can't change inside a transaction; where: engine " + engine.name()
                            + "; what to do: set it before begin()");
        }
    }

    // ---- life

    @Override
    public CoreEngine engine() {
        return engine;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        channel.enter();
        try {
            if (type == java.sql.Connection.class) {
                return type.cast(GuardedJdbc.of(channel));
            }
            return channel.jdbc().unwrap(type);
        } catch (SQLException e) {
            throw new ArgumentException(
                    "ALU-0242",
                    "the connection is no " + type.getName() + "; where: engine " + engine.name()
                            + "; what to do: ask for java.sql.Connection, or for a type of its driver",
                    e);
        } finally {
            channel.exit();
        }
    }

    @Override
    public void invalidate() {
        channel.invalidate();
    }

    @Override
    public boolean isClosed() {
        return channel.isClosed();
    }

    @Override
    public void close() {
        if (givenBack.compareAndSet(false, true)) {
            channel.close();
        }
    }

    /**
     * The transaction that owns this connection has completed; called by the integration, on any thread. Nothing is sent
     * any more; what uses the connection later gets ALU-0223.
     *
     * @param normally false after a time-out or an unknown outcome
     * @return whether the physical connection may be used again; it is to be discarded otherwise
     */
    public boolean completed(boolean normally) {
        channel.completed();
        return normally && !channel.isBroken();
    }

    /** Whether the open transaction has written to a table that a statement names; known since somebody wants to know. */
    public boolean hasWritten(TablesUsed tables) {
        Writes writes = channel.writes();
        return writes != null && writes.touch(tables);
    }

    /**
     * Up to when, in milliseconds of the clock, what others have committed is surely seen: any time where each statement
     * sees the latest, the begin of a transaction that sees the database as it was then, 0 where even more is seen. Known
     * since somebody listens to writes.
     */
    public long seesUpTo() {
        return channel.seesUpTo();
    }

    /** The physical connection, unguarded: for integrations and schema inspection, not for users. */
    public java.sql.Connection jdbc() {
        return channel.jdbc();
    }

    Channel channel() {
        return channel;
    }

    @Override
    public String toString() {
        return "Connection[" + engine.name() + (isClosed() ? ", closed" : inTransaction() ? ", in transaction" : "")
                + "]";
    }
}
