package org.aludel.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.aludel.engine.spi.PoolFactory;
import org.aludel.errors.ArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an engine's pool.
 *
 * <p>The default kind is HikariCP. It knows no overflow: its maximum is {@code size + maxOverflow}, connections are opened
 * when needed, one is kept idle, and others close when they have been idle for ten minutes. An unlimited overflow
 * ({@code -1}) is mapped to 1,000 connections.
 *
 * @since 0.1
 */
public final class PoolConfig {

    /** Known kinds of pools. */
    public enum Kind {
        /** The dialect's choice: {@link #HIKARI} for servers, {@link #SINGLE} for an in-memory SQLite. */
        DEFAULT,
        /** HikariCP. */
        HIKARI,
        /**
         * Size and overflow to the letter: {@code size} connections are kept, those beyond it are closed as soon as they
         * come back, and the overflow may have no limit.
         */
        QUEUE,
        /** One connection for each thread, which keeps it; two users in one thread share it. */
        THREAD,
        /** One connection, lent to one holder at a time. */
        SINGLE,
        /** No pooling: each checkout opens, each return closes. */
        NONE
    }

    private static final int NO_LIMIT = 1000;

    private Kind kind = Kind.DEFAULT;
    private int size = 5;
    private int maxOverflow = 10;
    private Duration timeout = Duration.ofSeconds(30);
    private boolean prePing;
    private @Nullable Duration recycle;
    private boolean traceLeaks;
    private boolean threadLocal;
    private boolean echo;
    private @Nullable PoolFactory factory;
    private final List<PoolListener> listeners = new ArrayList<>();

    /** Chooses the kind of pool. */
    public PoolConfig kind(Kind newKind) {
        this.kind = Objects.requireNonNull(newKind, "kind");
        return this;
    }

    /** Connections that the pool keeps (default 5). */
    public PoolConfig size(int connections) {
        if (connections < 1) {
            throw invalid("size", connections, "give at least 1");
        }
        this.size = connections;
        return this;
    }

    /** Connections beyond {@link #size(int)} at a peak (default 10; -1 for no limit). */
    public PoolConfig maxOverflow(int connections) {
        if (connections < -1) {
            throw invalid("maxOverflow", connections, "give -1 for no limit, or 0 and more");
        }
        this.maxOverflow = connections;
        return this;
    }

    /** How long a checkout waits for a free connection (default 30 s). */
    public PoolConfig timeout(Duration wait) {
        if (wait.isNegative() || wait.isZero()) {
            throw invalid("timeout", wait, "give more than zero");
        }
        this.timeout = wait;
        return this;
    }

    /** Whether each checkout tests the connection and replaces a dead one (default false). */
    public PoolConfig prePing(boolean test) {
        this.prePing = test;
        return this;
    }

    /** The age at which connections are replaced; the pool's default otherwise. */
    public PoolConfig recycle(Duration age) {
        if (age.isNegative() || age.isZero()) {
            throw invalid("recycle", age, "give more than zero");
        }
        this.recycle = age;
        return this;
    }

    /** Remembers where each connection was borrowed, so that an exhausted pool can name its holders (costs a stack walk). */
    public PoolConfig traceLeaks(boolean trace) {
        this.traceLeaks = trace;
        return this;
    }

    /**
     * Gives a thread that holds a connection the same connection when it asks again (default false). Each holder gives it
     * back; the pool gets it after the last.
     */
    public PoolConfig threadLocal(boolean on) {
        this.threadLocal = on;
        return this;
    }

    /** Whether checkouts and returns go to the logger {@code org.aludel.pool} at level INFO (default: at DEBUG). */
    public PoolConfig echo(boolean on) {
        this.echo = on;
        return this;
    }

    /** A kind of pool of one's own; wins over {@link #kind(Kind)}. */
    public PoolConfig factory(PoolFactory newFactory) {
        this.factory = Objects.requireNonNull(newFactory, "factory");
        return this;
    }

    /** Adds a listener to what happens to connections. */
    public PoolConfig listener(PoolListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /** The kind of pool. */
    public Kind kind() {
        return kind;
    }

    /** Connections that the pool keeps. */
    public int size() {
        return size;
    }

    /** Connections beyond {@link #size()} at a peak; -1 for no limit. */
    public int maxOverflow() {
        return maxOverflow;
    }

    /** Most connections at a peak: size and overflow; 1,000 (or size, if greater) where the overflow has no limit. */
    public int maxConnections() {
        return maxOverflow < 0 ? Math.max(NO_LIMIT, size) : size + maxOverflow;
    }

    /** How long a checkout waits. */
    public Duration timeout() {
        return timeout;
    }

    /** Whether each checkout tests the connection. */
    public boolean prePing() {
        return prePing;
    }

    /** The age at which connections are replaced, or null for the pool's default. */
    public @Nullable Duration recycle() {
        return recycle;
    }

    /** Whether the place of each checkout is remembered. */
    public boolean traceLeaks() {
        return traceLeaks;
    }

    /** Whether a thread that asks again gets the connection it has. */
    public boolean threadLocal() {
        return threadLocal;
    }

    /** Whether checkouts and returns are echoed at level INFO. */
    public boolean echo() {
        return echo;
    }

    /** The kind of one's own, or null. */
    public @Nullable PoolFactory factory() {
        return factory;
    }

    /** The listeners, in order. */
    public List<PoolListener> listeners() {
        return List.copyOf(listeners);
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " pool, size " + size + ", overflow "
                + (maxOverflow < 0 ? "unlimited" : maxOverflow) + ", timeout " + timeout;
    }

    private static ArgumentException invalid(String setting, Object value, String remedy) {
        return new ArgumentException(
                "ALU-0204",
                "pool setting " + setting + " can't be " + value + "; where: pool(...); what to do: " + remedy);
    }
}
