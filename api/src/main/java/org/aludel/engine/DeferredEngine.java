package org.aludel.engine;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.aludel.errors.InvalidRequestException;
import org.aludel.sql.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * An engine that is named before it exists. Tables, mappings and session factories are made with it when a program is
 * loaded; later it is connected to an engine: for all, for one thread, or for one application of several in a process.
 * What is called on it is done by the engine that it is connected to at that moment.
 *
 * <pre>{@code
 * static final DeferredEngine ENGINE = new DeferredEngine();
 * static final MetaData TABLES = new MetaData().bind(ENGINE);
 * ...
 * ENGINE.connectTo(Engine.create(url));       // at start-up
 * ENGINE.connectThreadTo(testEngine);         // in one thread another, until disconnectThread()
 * }</pre>
 *
 * <p>The engines belong to whoever made them: closing a deferred engine only disconnects it.
 *
 * @since 0.1
 */
public final class DeferredEngine implements Engine {

    private final @Nullable Supplier<?> scope;
    private final Map<Object, Engine> scoped = new ConcurrentHashMap<>();
    private final ThreadLocal<@Nullable Engine> ofThread = new ThreadLocal<>();
    private final ReentrantLock changing = new ReentrantLock();
    private final Map<Engine, Integer> uses = new IdentityHashMap<>();
    private final List<Listening<?>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Engine ofAll;
    private volatile boolean closed;

    /** An engine to be connected for all, or for single threads. */
    public DeferredEngine() {
        this.scope = null;
    }

    private DeferredEngine(Supplier<?> scope) {
        this.scope = scope;
    }

    /**
     * An engine to be connected once for each scope.
     *
     * <pre>{@code
     * DeferredEngine engine = DeferredEngine.perScope(() -> Thread.currentThread().getContextClassLoader());
     * DeferredEngine ofTenants = DeferredEngine.perScope(Tenant::current);
     * }</pre>
     *
     * @param scope tells the scope that the calling thread is in: an application, a tenant; its values are keys of a map
     */
    public static DeferredEngine perScope(Supplier<?> scope) {
        return new DeferredEngine(Objects.requireNonNull(scope, "scope"));
    }

    /** Connects to an engine: for the scope that the thread is in if there are scopes, else for all. */
    public void connectTo(Engine engine) {
        refuseItself(engine);
        Object key = key();
        changing.lock();
        try {
            use(engine);
            unused(key == null ? ofAll : scoped.get(key));
            if (key == null) {
                ofAll = engine;
            } else {
                scoped.put(key, engine);
            }
            closed = false;
        } finally {
            changing.unlock();
        }
    }

    /** Connects the calling thread to an engine of its own, whatever others are connected to. */
    public void connectThreadTo(Engine engine) {
        refuseItself(engine);
        changing.lock();
        try {
            use(engine);
            unused(ofThread.get());
            ofThread.set(engine);
        } finally {
            changing.unlock();
        }
    }

    /** Takes back {@link #connectTo}. */
    public void disconnect() {
        Object key = key();
        changing.lock();
        try {
            if (key == null) {
                unused(ofAll);
                ofAll = null;
            } else {
                unused(scoped.remove(key));
            }
        } finally {
            changing.unlock();
        }
    }

    /** Takes back {@link #connectThreadTo}: the thread has the engine of all again. */
    public void disconnectThread() {
        changing.lock();
        try {
            unused(ofThread.get());
            ofThread.remove();
        } finally {
            changing.unlock();
        }
    }

    /** Whether it is connected, as seen from the calling thread. */
    public boolean isConnected() {
        return find() != null;
    }

    private @Nullable Object key() {
        return scope == null
                ? null
                : Objects.requireNonNull(scope.get(), "the scope of a deferred engine can't be null");
    }

    private @Nullable Engine find() {
        Engine own = ofThread.get();
        if (own != null) {
            return own;
        }
        return scope == null ? ofAll : scoped.get(Objects.requireNonNull(key()));
    }

    /**
     * The engine that it is connected to, as seen from the calling thread.
     *
     * @throws InvalidRequestException ALU-0270 if it is connected to none
     */
    @Override
    public Engine current() {
        Engine found = find();
        if (found == null) {
            throw new InvalidRequestException(
                    "ALU-0270",
                    "the deferred engine is connected to no engine; where: "
                            + (closed
                                    ? "it was closed"
                                    : scope == null
                                            ? "thread " + Thread.currentThread().getName()
                                            : "scope " + key())
                            + "; what to do: call connectTo(engine) first, or connectThreadTo(engine) in this thread");
        }
        return found.current();
    }

    private void refuseItself(Engine engine) {
        if (engine == this) {
            throw new InvalidRequestException(
                    "ALU-0270",
                    "a deferred engine can't be connected to itself; where: connectTo(...); what to do: connect it to an"
                            + " engine that leads to a database");
        }
    }

    // ---- events: heard on all engines that it is connected to, for as long as it is

    private final class Listening<E extends EngineEvent> implements EventRegistration {
        private final Class<E> type;
        private final Consumer<? super E> handler;
        private final Map<Engine, EventRegistration> registered = new IdentityHashMap<>();

        Listening(Class<E> type, Consumer<? super E> handler) {
            this.type = type;
            this.handler = handler;
        }

        void begin(Engine engine) {
            registered.computeIfAbsent(engine, each -> each.on(type, handler));
        }

        void end(Engine engine) {
            EventRegistration registration = registered.remove(engine);
            if (registration != null) {
                registration.close();
            }
        }

        @Override
        public void close() {
            changing.lock();
            try {
                listeners.remove(this);
                List.copyOf(registered.keySet()).forEach(this::end);
            } finally {
                changing.unlock();
            }
        }
    }

    private void use(Engine engine) {
        if (uses.merge(engine, 1, Integer::sum) == 1) {
            listeners.forEach(listening -> listening.begin(engine));
        }
    }

    private void unused(@Nullable Engine engine) {
        if (engine != null && uses.merge(engine, -1, Integer::sum) == 0) {
            uses.remove(engine);
            listeners.forEach(listening -> listening.end(engine));
        }
    }

    @Override
    public <E extends EngineEvent> EventRegistration on(Class<E> type, Consumer<? super E> handler) {
        Listening<E> listening = new Listening<>(type, handler);
        changing.lock();
        try {
            listeners.add(listening);
            uses.keySet().forEach(listening::begin);
        } finally {
            changing.unlock();
        }
        return listening;
    }

    // ---- everything else is the current engine's

    @Override
    public String name() {
        Engine found = find();
        return found == null ? "deferred" : found.name();
    }

    @Override
    public Dialect dialect() {
        return current().dialect();
    }

    @Override
    public Connection connect() {
        return current().connect();
    }

    @Override
    public <T extends @Nullable Object, X extends Throwable> T inTransaction(TransactionWork<Connection, T, X> work)
            throws X {
        return current().inTransaction(work);
    }

    @Override
    public <X extends Throwable> void useTransaction(TransactionTask<Connection, X> task) throws X {
        current().useTransaction(task);
    }

    @Override
    public StatementCache statementCache() {
        return current().statementCache();
    }

    @Override
    public PoolStatus poolStatus() {
        return current().poolStatus();
    }

    @Override
    public PoolMetrics poolMetrics() {
        return current().poolMetrics();
    }

    /** Heard before the others on the engine of the moment only. */
    @Override
    public <E extends EngineEvent> EventRegistration onFirst(Class<E> type, Consumer<? super E> handler) {
        return current().onFirst(type, handler);
    }

    /** Rewrites on the engine of the moment only. */
    @Override
    public EventRegistration rewriteSql(SqlCall.Rewriter rewriter) {
        return current().rewriteSql(rewriter);
    }

    /** Rewrites on the engine of the moment only. */
    @Override
    public EventRegistration rewriteStatements(SqlCall.StatementRewriter rewriter) {
        return current().rewriteStatements(rewriter);
    }

    @Override
    public Transaction begin() {
        return current().begin();
    }

    @Override
    public void echo(EchoCategory category, boolean on) {
        current().echo(category, on);
    }

    @Override
    public boolean isEchoed(EchoCategory category) {
        return current().isEchoed(category);
    }

    @Override
    public void echoTo(@Nullable EchoSink sink) {
        current().echoTo(sink);
    }

    @Override
    public void log(String message) {
        current().log(message);
    }

    @Override
    public void dispose() {
        current().dispose();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    /** Disconnects from all engines, which stay open, but for those of other threads. */
    @Override
    public void close() {
        changing.lock();
        try {
            unused(ofAll);
            ofAll = null;
            scoped.values().forEach(this::unused);
            scoped.clear();
            unused(ofThread.get());
            ofThread.remove();
            closed = true;
        } finally {
            changing.unlock();
        }
    }

    @Override
    public String toString() {
        Engine found = find();
        return "DeferredEngine[" + (found == null ? "not connected" : found) + "]";
    }
}
