package org.aludel.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.aludel.engine.spi.EngineProvider;
import org.aludel.sql.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * One database: its dialect, its pool of connections and its cache of compiled statements. Safe for use by many threads;
 * a program keeps one per database and closes it at its end.
 *
 * <pre>{@code
 * try (Engine engine = Engine.create("h2:///mem:demo"); Connection conn = engine.connect()) {
 *     conn.execute(select(users.c("name")));
 * }
 * }</pre>
 *
 * @since 0.1
 */
public interface Engine extends AutoCloseable {

    /**
     * An engine with default settings. No connection is opened before the first is asked for.
     *
     * @param url {@code dialect[+driver]://user:password@host:port/database?option=value}, a {@code jdbc:} URL, or the
     *     name of a DataSource in JNDI, as {@code java:comp/env/jdbc/main}
     * @throws org.aludel.errors.ArgumentException ALU-0201 for an unknown database, ALU-0202 for a URL of another form,
     *     ALU-0208 if no DataSource has the name
     */
    static Engine create(String url) {
        return builder(url).build();
    }

    /** An engine on connections of a DataSource, which pools or does not pool as it likes. */
    static Engine of(DataSource dataSource) {
        return builder(dataSource).build();
    }

    /**
     * An engine from properties.
     *
     * @param properties {@code url} or {@code datasource} (a JNDI name), and any of {@code user}, {@code password},
     *     {@code name}, {@code isolation}, {@code echo}, {@code pool.size}, {@code pool.max-overflow},
     *     {@code pool.timeout}, {@code pool.pre-ping}, {@code pool.recycle}, {@code pool.kind}; names may carry the
     *     prefix {@code aludel.}
     */
    static Engine of(Map<String, String> properties) {
        return builder(properties).build();
    }

    /** Starts an engine for the database at a URL. */
    static EngineBuilder builder(String url) {
        return EngineProvider.find().builder(url);
    }

    /** Starts an engine on a DataSource. */
    static EngineBuilder builder(DataSource dataSource) {
        return EngineProvider.find().builder(dataSource);
    }

    /** Starts an engine from properties; see {@link #of(Map)}. */
    static EngineBuilder builder(Map<String, String> properties) {
        return EngineProvider.find().builder(properties);
    }

    /** The databases that URLs may name, each with the form of its URL. */
    static List<String> dialects() {
        return EngineProvider.find().dialects();
    }

    /**
     * The databases that URLs may name, each with the arguments that can be said when connecting: parts of the URL, options
     * of the engine, and options of the driver where it is on the class path. No connection is opened.
     *
     * <pre>{@code
     * for (KnownDialect.Argument argument : Engine.knownDialect("postgresql").arguments()) {
     *     ask(argument.name(), argument.description(), argument.usually(), argument.secret());
     * }
     * }</pre>
     */
    static List<KnownDialect> knownDialects() {
        return EngineProvider.find().knownDialects();
    }

    /**
     * One of {@link #knownDialects()}.
     *
     * @param name a name that URLs may begin with
     * @throws org.aludel.errors.ArgumentException ALU-0201 if there is none
     */
    static KnownDialect knownDialect(String name) {
        return EngineProvider.find().knownDialect(name);
    }

    /** The engine that does the work: this one, but for a {@link DeferredEngine} the one that it is connected to. */
    default Engine current() {
        return this;
    }

    /** The engine's name: given to the builder, else its URL without secrets. */
    String name();

    /** The database's dialect. */
    Dialect dialect();

    /**
     * Borrows a connection. Inside a JTA transaction that this engine joins, it is the transaction's own connection.
     *
     * @throws org.aludel.errors.PoolTimeoutException ALU-0211 when none became free in time
     * @throws org.aludel.errors.DisconnectedException ALU-0210 when the database can't be reached
     */
    Connection connect();

    /**
     * Runs work in a transaction of its own and commits it; an exception rolls it back and comes out as it was thrown,
     * checked ones included.
     *
     * @return what the work returned
     */
    <T extends @Nullable Object, X extends Throwable> T inTransaction(TransactionWork<Connection, T, X> work) throws X;

    /** As {@link #inTransaction}, for work without a result. */
    <X extends Throwable> void useTransaction(TransactionTask<Connection, X> task) throws X;

    /** The cache of compiled statements. */
    StatementCache statementCache();

    /** The state of the pool at this moment. */
    PoolStatus poolStatus();

    /** What the pool has done since the engine was built. */
    PoolMetrics poolMetrics();

    /** Turns the echo of checkouts and returns to the logger {@code org.aludel.pool} on or off. */
    default void echoPool(boolean on) {
        echo(EchoCategory.POOL, on);
    }

    /**
     * Calls a handler for each event of a type, on the thread where it happens. {@code EngineEvent.class} hears all.
     *
     * <pre>{@code
     * engine.on(AfterExecute.class, e -> log(e.sql(), e.parameterSets()));
     * }</pre>
     *
     * @return removes the handler when closed
     */
    <E extends EngineEvent> EventRegistration on(Class<E> type, Consumer<? super E> handler);

    /** As {@link #on}, called before the handlers that are there already. */
    <E extends EngineEvent> EventRegistration onFirst(Class<E> type, Consumer<? super E> handler);

    /** As {@link #on}, for the next event of the type only. */
    default <E extends EngineEvent> EventRegistration once(Class<E> type, Consumer<? super E> handler) {
        AtomicBoolean done = new AtomicBoolean();
        AtomicReference<@Nullable EventRegistration> registration = new AtomicReference<>();
        EventRegistration own = on(type, event -> {
            if (done.compareAndSet(false, true)) {
                EventRegistration known = registration.get();
                if (known != null) {
                    known.close();
                }
                handler.accept(event);
            }
        });
        registration.set(own);
        return own;
    }

    /**
     * Lets SQL and its values be changed right before they are sent, whoever executes: connections or the mapper. Events,
     * echo and errors show what was sent. Rewriters work in the order of their registration.
     *
     * <pre>{@code
     * engine.rewriteSql((conn, call) -> call.withSql(call.sql() + " -- " + Requests.current()));
     * }</pre>
     *
     * @return removes the rewriter when closed
     */
    EventRegistration rewriteSql(SqlCall.Rewriter rewriter);

    /**
     * Lets statements that are executed on connections be changed before they are compiled. What the mapper compiles for
     * itself is not among them.
     *
     * @return removes the rewriter when closed
     */
    EventRegistration rewriteStatements(SqlCall.StatementRewriter rewriter);

    /**
     * Begins a transaction of the calling thread, on engines whose connections are bound to threads
     * ({@code pool(p -> p.threadLocal(true))}): every connection that the thread borrows until it ends is the same one, and
     * takes part. Begun again inside, it only counts.
     *
     * @throws org.aludel.errors.TransactionStateException ALU-0277 where connections are not bound to threads
     */
    Transaction begin();

    /**
     * Turns the echo of a category on or off, from the next statement on.
     *
     * @throws org.aludel.errors.ArgumentException ALU-0275 for switching off what the application says
     */
    void echo(EchoCategory category, boolean on);

    /** Whether a category is echoed. */
    boolean isEchoed(EchoCategory category);

    /** Sends all that is echoed to a sink; to the loggers again with null. */
    void echoTo(@Nullable EchoSink sink);

    /** Says something in the stream of the echo, for the application's own remarks between the statements. */
    void log(String message);

    /** Turns the echo of statements and parameters to the logger {@code org.aludel.engine} on or off. */
    default void echo(boolean on) {
        echo(EchoCategory.ENGINE, on);
    }

    /** Throws away all idle connections; those in use are closed when they come back. */
    void dispose();

    /** Whether {@link #close()} was called. */
    boolean isClosed();

    /** Closes the pool. Connections in use become unusable. Closing again does nothing. */
    @Override
    void close();
}
