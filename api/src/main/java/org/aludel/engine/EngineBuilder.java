package org.aludel.engine;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an engine to be. Each call returns the same builder.
 *
 * <pre>{@code
 * Engine engine = Engine.builder("postgresql://localhost/test")
 *         .user("scott").password("tiger")
 *         .pool(p -> p.size(5).maxOverflow(10).timeout(ofSeconds(5)).prePing(true))
 *         .isolation(READ_COMMITTED)
 *         .build();
 * }</pre>
 *
 * @since 0.1
 */
public interface EngineBuilder {

    /** Names the engine in messages, events and metrics. */
    EngineBuilder name(String name);

    /** The database user; wins over one in the URL. */
    EngineBuilder user(@Nullable String user);

    /** The user's password; wins over one in the URL. Never shown. */
    EngineBuilder password(@Nullable String password);

    /** A property for the driver, by the driver's own name for it. */
    EngineBuilder property(String name, String value);

    /** Settings of the pool. */
    EngineBuilder pool(Consumer<PoolConfig> settings);

    /** Isolation level of every connection; the database's default otherwise. */
    EngineBuilder isolation(Isolation isolation);

    /** Whether statements and parameters go to the logger {@code org.aludel.engine}. */
    EngineBuilder echo(boolean on);

    /** Which categories are echoed from the start. */
    EngineBuilder echo(EchoCategory... categories);

    /** Where all that is echoed goes instead of the loggers. */
    EngineBuilder echoTo(EchoSink sink);

    /**
     * An option by name, as URLs and properties give them too ({@code ?implicitReturning=false}, {@code
     * aludel.option.implicitReturning}):
     *
     * <ul>
     *   <li>{@code implicitReturning}: whether generated keys come back by RETURNING where the database has it (true)
     *   <li>{@code emptyInStrategy}: how IN over an empty list is written: {@code static}, {@code dynamic},
     *       {@code dynamic_warn}
     *   <li>{@code defaultOrdering}: whether a SELECT without ORDER BY is ordered by the primary key of its first table,
     *       else by the row id (false)
     *   <li>{@code batchMode}: whether many sets of parameters go to the driver as one batch (true), or one by one
     *   <li>{@code useAnsi}, {@code optimizeLimits}, {@code fetch}: of Oracle: joins by JOIN or by {@code (+)}, hints for
     *       limits, limits by FETCH
     *   <li>{@code maxIdentifierLength}, {@code labelLength}, {@code nativeBoolean}: of any database
     * </ul>
     *
     * @throws org.aludel.errors.ArgumentException ALU-0204 for an unknown name, or a value that does not fit
     */
    EngineBuilder option(String name, Object value);

    /** Keeps parameter values out of logs and error messages. */
    EngineBuilder hideParameters(boolean hide);

    /** How many compiled statements the cache keeps (default 500; 0 compiles each time). */
    EngineBuilder statementCacheSize(int statements);

    /** Longest time a statement may run; none by default. */
    EngineBuilder statementTimeout(Duration timeout);

    /** Rows a driver fetches at a time; the driver's default otherwise. */
    EngineBuilder fetchSize(int rows);

    /** Marks connections read-only for the driver. */
    EngineBuilder readOnly(boolean readOnly);

    /**
     * Allows two-phase transactions on a database that forgets prepared ones when it or the program goes down (HSQLDB).
     * Refused by default, since a promise that is forgotten is none.
     */
    EngineBuilder volatileTwoPhase(boolean allowed);

    /**
     * Builds the engine without opening a connection (on a DataSource one is opened to find the dialect, unless it is
     * named by {@link #dialect}).
     *
     * @throws org.aludel.errors.ArgumentException ALU-0201, ALU-0202, ALU-0203 or ALU-0204 for what can't work
     */
    Engine build();

    /** Names the dialect of a DataSource, so that it need not be asked. */
    EngineBuilder dialect(String name);
}
