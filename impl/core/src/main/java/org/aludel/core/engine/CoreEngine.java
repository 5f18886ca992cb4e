package org.aludel.core.engine;

import java.lang.ref.WeakReference;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.aludel.core.cache.BoundedCache;
import org.aludel.core.compiler.Compiled;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.engine.spi.TransactionIntegration;
import org.aludel.core.engine.spi.TransactionScope;
import org.aludel.core.engine.spi.WriteListener;
import org.aludel.core.events.EventHub;
import org.aludel.core.events.Rewriters;
import org.aludel.core.pool.WatchedPool;
import org.aludel.engine.Checkout;
import org.aludel.engine.Connect;
import org.aludel.engine.Connection;
import org.aludel.engine.EchoCategory;
import org.aludel.engine.EchoSink;
import org.aludel.engine.Engine;
import org.aludel.engine.EngineEvent;
import org.aludel.engine.EventRegistration;
import org.aludel.engine.ExecutionOptions;
import org.aludel.engine.FirstConnect;
import org.aludel.engine.Isolation;
import org.aludel.engine.PoolConfig;
import org.aludel.engine.PoolListener;
import org.aludel.engine.PoolMetrics;
import org.aludel.engine.PoolStatus;
import org.aludel.engine.SqlCall;
import org.aludel.engine.StatementCache;
import org.aludel.engine.Transaction;
import org.aludel.engine.TransactionTask;
import org.aludel.engine.TransactionWork;
import org.aludel.engine.spi.Lease;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.errors.PoolTimeoutException;
import org.aludel.errors.TransactionStateException;
import org.aludel.sql.Capability;
import org.aludel.sql.CompileRules;
import org.aludel.sql.Statement;
import org.aludel.sql.Structure;
import org.aludel.sql.spi.Resolver;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** The engine: a dialect, a pool, a cache of compiled statements, and who listens. */
public final class CoreEngine implements Engine {

    /** What is looked up: the structure, the rules, the parameters given, and who resolves attributes. */
    record CacheKey(
            Object structure,
            long rules,
            List<String> parameterNames,
            @Nullable Resolver resolver,
            boolean wantsKeys) {

        // These two by hand: those that a record is given are made at run time, by the first one to ask.

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof CacheKey key
                    && rules == key.rules
                    && wantsKeys == key.wantsKeys
                    && structure.equals(key.structure)
                    && parameterNames.equals(key.parameterNames)
                    && Objects.equals(resolver, key.resolver);
        }

        @Override
        public int hashCode() {
            int hash = 31 * structure.hashCode() + Long.hashCode(rules);
            hash = 31 * hash + parameterNames.hashCode();
            return 31 * (31 * hash + Objects.hashCode(resolver)) + Boolean.hashCode(wantsKeys);
        }
    }

    private final EngineSettings settings;
    private final DialectInUse dialect;
    private final WatchedPool pool;
    private final @Nullable ThreadLocal<WeakReference<CoreConnection>> ofThread;
    private final @Nullable TransactionIntegration integration;
    private final BoundedCache<CacheKey, Plan.Prepared> cache;
    private final EventHub events = new EventHub();
    private final ParkedBranches parkedBranches = new ParkedBranches();
    private final Rewriters rewriters = new Rewriters();
    private final ErrorSorting errors;
    private final boolean errorAbortsTransaction;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final EchoStream echo;
    private final List<WriteListener> writeListeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Isolation usualIsolation;

    CoreEngine(
            EngineSettings settings,
            DialectInUse dialect,
            WatchedPool pool,
            @Nullable TransactionIntegration integration) {
        this.settings = settings;
        this.dialect = dialect;
        this.pool = pool;
        PoolConfig config = settings.pool();
        this.ofThread = config.threadLocal() || config.kind() == PoolConfig.Kind.THREAD ? new ThreadLocal<>() : null;
        pool.addListener(new ConnectEvents());
        this.integration = integration;
        this.cache = new BoundedCache<>(settings.cacheSize());
        this.errors = new ErrorSorting(settings.name(), dialect.get(), settings.hideParameters(), settings.connect());
        this.errorAbortsTransaction = dialect.get().supports(Capability.ERROR_ABORTS_TRANSACTION);
        this.echo = new EchoStream(settings.name());
        echoTo(settings.sink());
        for (EchoCategory category : settings.echo()) {
            echo(category, true);
        }
    }

    /**
     * The engine of ours behind an engine.
     *
     * @throws ArgumentException ALU-0271 if it is of another make
     */
    public static CoreEngine of(Engine engine) {
        if (engine.current() instanceof CoreEngine core) {
            return core;
        }
        throw new ArgumentException(
                "ALU-0271",
                "an engine of another make can't be used here; where: "
                        + engine.getClass().getName() + "; what to do: make it with Engine.create or Engine.builder");
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public CoreDialect dialect() {
        return dialect.get();
    }

    @Override
    public CoreConnection connect() {
        if (integration != null) {
            TransactionScope scope = integration.current(this);
            if (scope != null) {
                return scope.connection();
            }
        }
        return ofThread == null ? connectLocally() : connectForThread(ofThread);
    }

    /** With thread-local checkout: the connection that the thread has, else a new one. */
    private CoreConnection connectForThread(ThreadLocal<WeakReference<CoreConnection>> bound) {
        WeakReference<CoreConnection> known = bound.get();
        CoreConnection held = known == null ? null : known.get();
        if (held != null && !held.channel().isClosed()) {
            return held.shared();
        }
        CoreConnection fresh = connectLocally();
        bound.set(new WeakReference<>(fresh));
        return fresh;
    }

    /**
     * A connection of the engine's own, also inside a transaction of someone else's: for schema work and for whoever
     * must not take part.
     */
    public CoreConnection connectLocally() {
        if (closed.get()) {
            throw new InvalidRequestException(
                    "ALU-0205",
                    "the engine is closed; where: engine " + name()
                            + "; what to do: keep it open as long as it is used");
        }
        CoreConnection connection = new CoreConnection(this, checkout());
        connection.readAsTold();
        return connection;
    }

    /**
     * Wraps a connection that a transaction of someone else's owns. Called by integrations once for each transaction and
     * engine.
     *
     * @param jdbc the enlisted connection, in no autocommit of its own
     * @param scope the transaction
     */
    public CoreConnection enlisted(java.sql.Connection jdbc, TransactionScope scope) {
        try {
            meet(jdbc);
        } catch (SQLException e) {
            throw errors.sort(e, null, ParameterSets.NONE);
        }
        return new CoreConnection(this, jdbc, scope);
    }

    /**
     * Prepares a plan: compiled, or found in the cache. A plain INSERT is compiled so that generated keys come back.
     *
     * @param parameterNames names of the values that executions give, in their order in the array
     * @param resolver finds the columns of mapped attributes; null if there are none
     */
    public Plan plan(Statement statement, List<String> parameterNames, @Nullable Resolver resolver) {
        return plan(statement, parameterNames, resolver, true);
    }

    /** As {@link #plan(Statement, List, Resolver)}; an INSERT need not give keys back. */
    public Plan plan(Statement statement, List<String> parameterNames, @Nullable Resolver resolver, boolean wantsKeys) {
        Structure structure = statement.structure();
        CacheKey key = new CacheKey(structure.key(), CompileRules.version(), parameterNames, resolver, wantsKeys);
        BoundedCache.Entry<Plan.Prepared> entry = cache.entry(key);
        if (entry != null) {
            Plan plan = new Plan(entry.value(), key, entry, statement, structure.binds());
            if (wantsKeys) {
                structure.remember(plan);
            }
            return plan;
        }
        CoreDialect current = dialect.get();
        Compiled compiled = current.compile(statement, parameterNames, resolver, wantsKeys);
        Plan.Prepared prepared =
                cache.putIfAbsent(key, Plan.Prepared.of(compiled, parameterNames, current.handler(Types.UNKNOWN)));
        return new Plan(prepared, key, null, statement, structure.binds());
    }

    /**
     * The plan of an earlier execution of the same statement, if it is this engine's, still cached and compiled by the
     * rules of now; null otherwise. Whoever uses it {@link Plan#reused says so}.
     */
    @Nullable
    Plan recent(Statement statement, @Nullable Resolver resolver) {
        return statement.structure().remembered() instanceof Plan plan
                        && plan.isIn(cache)
                        && plan.isFor(CompileRules.version(), resolver)
                ? plan
                : null;
    }

    @Override
    public <T extends @Nullable Object, X extends Throwable> T inTransaction(TransactionWork<Connection, T, X> work)
            throws X {
        try (Connection connection = connect()) {
            if (connection instanceof CoreConnection core && core.isControlled()) {
                return work.apply(connection);
            }
            try (Transaction transaction = connection.begin()) {
                T result = work.apply(connection);
                transaction.commit();
                return result;
            }
        }
    }

    @Override
    @SuppressWarnings(
            "NullAway") // a Void is nothing but null, which the checker does not see through the type argument
    public <X extends Throwable> void useTransaction(TransactionTask<Connection, X> task) throws X {
        this.<@Nullable Void, X>inTransaction(connection -> {
            task.accept(connection);
            return null;
        });
    }

    @Override
    public StatementCache statementCache() {
        return cache;
    }

    @Override
    public PoolStatus poolStatus() {
        return pool.status();
    }

    @Override
    public PoolMetrics poolMetrics() {
        return pool.metrics();
    }

    @Override
    public <E extends EngineEvent> EventRegistration on(Class<E> type, Consumer<? super E> handler) {
        return events.on(type, handler);
    }

    @Override
    public <E extends EngineEvent> EventRegistration onFirst(Class<E> type, Consumer<? super E> handler) {
        return events.onFirst(type, handler);
    }

    @Override
    public EventRegistration rewriteSql(SqlCall.Rewriter rewriter) {
        return rewriters.add(rewriter);
    }

    @Override
    public EventRegistration rewriteStatements(SqlCall.StatementRewriter rewriter) {
        return rewriters.add(rewriter);
    }

    /** Has a listener told of the tables that are written to, from now on. */
    public EventRegistration onWrites(WriteListener listener) {
        writeListeners.add(listener);
        return () -> writeListeners.remove(listener);
    }

    boolean watchesWrites() {
        return !writeListeners.isEmpty();
    }

    /** Tables were written to, for all to see; null for any. */
    void wrote(@Nullable Set<String> tables) {
        writeListeners.forEach(listener -> listener.written(tables));
    }

    Rewriters rewriters() {
        return rewriters;
    }

    boolean isReadOnly() {
        return settings.readOnly();
    }

    boolean isBatching() {
        return settings.batching();
    }

    @Override
    public Transaction begin() {
        if (ofThread == null) {
            throw new TransactionStateException(
                    "ALU-0277",
                    "an engine's own transaction needs connections bound to threads; where: begin() of engine " + name()
                            + "; what to do: build the engine with pool(p -> p.threadLocal(true)), or begin on a"
                            + " connection");
        }
        return ThreadTransaction.begin(connect());
    }

    @Override
    public void echo(EchoCategory category, boolean on) {
        echo.turn(category, on);
        if (category == EchoCategory.POOL) {
            pool.echo(on);
        }
    }

    @Override
    public boolean isEchoed(EchoCategory category) {
        return echo.isOn(category);
    }

    @Override
    public void echoTo(@Nullable EchoSink sink) {
        echo.sendTo(sink);
        pool.echoTo(sink == null ? null : text -> echo.write(EchoCategory.POOL, text));
    }

    @Override
    public void log(String message) {
        echo.write(EchoCategory.APPLICATION, message);
    }

    /** What is echoed, and where to: for the layers above, which have categories of their own. */
    public EchoStream echo() {
        return echo;
    }

    @Override
    public void dispose() {
        pool.discardAll();
    }

    @Override
    public boolean isClosed() {
        return closed.get();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            executeClosingStatement();
            parkedBranches.close();
            pool.close();
        }
    }

    /** Only for a database that was used: closing must not open the first connection. */
    private void executeClosingStatement() {
        ConnectArguments arguments = settings.connect();
        String sql = arguments == null ? null : arguments.closingStatement();
        PoolStatus status = pool.status();
        if (sql == null || status.checkedOut() + status.idle() == 0) {
            return;
        }
        try {
            Lease lease = pool.checkout();
            try (java.sql.Statement statement = lease.jdbc().createStatement()) {
                statement.execute(sql);
            } finally {
                lease.release();
            }
        } catch (SQLException | PoolTimeoutException e) {
            System.getLogger("org.aludel.engine")
                    .log(System.Logger.Level.DEBUG, "the closing statement of engine " + name() + " failed", e);
        }
    }

    @Override
    public String toString() {
        return "Engine[" + name() + "]";
    }

    EventHub events() {
        return events;
    }

    ParkedBranches parkedBranches() {
        return parkedBranches;
    }

    ErrorSorting errors() {
        return errors;
    }

    boolean errorAbortsTransaction() {
        return errorAbortsTransaction;
    }

    /** The level of connections that nobody has given one, as the first one told that was asked. */
    Isolation usualIsolation(Supplier<Isolation> told) {
        Isolation known = defaultIsolation();
        if (known == null) {
            known = usualIsolation;
        }
        if (known == null) {
            known = told.get();
            usualIsolation = known;
        }
        return known;
    }

    @Nullable
    Isolation defaultIsolation() {
        return settings.isolation();
    }

    ExecutionOptions defaultOptions() {
        return settings.options();
    }

    @Nullable
    Duration statementTimeout() {
        return settings.options().timeout();
    }

    boolean hidesParameters() {
        return settings.hideParameters();
    }

    EngineSettings settings() {
        return settings;
    }

    /** A connection broke: others of the same age are suspect. */
    void connectionLost() {
        if (!closed.get()) {
            pool.discardAll();
        }
    }

    private Lease checkout() {
        try {
            Lease lease = pool.checkout();
            meet(lease);
            if (events.isActive()) {
                events.fire(new Checkout(this, lease.jdbc()));
            }
            return lease;
        } catch (SQLException e) {
            throw errors.sort(e, null, ParameterSets.NONE);
        }
    }

    private void meet(Lease lease) throws SQLException {
        try {
            meet(lease.jdbc());
        } catch (SQLException e) {
            lease.discard();
            throw e;
        }
    }

    /** The first connection tells the version of the server. */
    private void meet(java.sql.Connection jdbc) throws SQLException {
        if (dialect.meet(jdbc)) {
            cache.clear();
        }
    }

    /** Tells the engine's listeners of new physical connections. */
    private final class ConnectEvents implements PoolListener {

        @Override
        public void firstConnect(java.sql.Connection connection) {
            if (events.isActive()) {
                events.fire(new FirstConnect(CoreEngine.this, connection));
            }
        }

        @Override
        public void connect(java.sql.Connection connection) {
            if (events.isActive()) {
                events.fire(new Connect(CoreEngine.this, connection));
            }
        }
    }
}
