package org.aludel.core.pool;

import java.lang.ref.Reference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.aludel.engine.PoolConfig;
import org.aludel.engine.PoolListener;
import org.aludel.engine.PoolMetrics;
import org.aludel.engine.PoolStatus;
import org.aludel.engine.spi.ConnectionOpener;
import org.aludel.engine.spi.ConnectionPool;
import org.aludel.engine.spi.Lease;
import org.aludel.engine.spi.PoolFactory;
import org.aludel.errors.PoolTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What every kind of pool has in common, put around one: events, echo, counters, the test before use, the report of
 * holders when the pool is exhausted, and the return of connections whose holder became unreachable.
 */
public final class WatchedPool implements ConnectionPool {

    private static final System.Logger LOG = System.getLogger("org.aludel.pool");
    private static final int PING_SECONDS = 5;
    private static final int PING_ATTEMPTS = 3;

    private final String name;
    private final ConnectionOpener opener;
    private final PoolConfig config;
    private final ConnectionPool inner;
    private final CheckoutTrace trace;
    private final CopyOnWriteArrayList<PoolListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean connectedOnce = new AtomicBoolean();
    private final LoanWatch watch;
    private final LongAdder opened = new LongAdder();
    private final LongAdder checkouts = new LongAdder();
    private final LongAdder checkins = new LongAdder();
    private final LongAdder discarded = new LongAdder();
    private final LongAdder reclaimed = new LongAdder();
    private final LongAdder timeouts = new LongAdder();
    private volatile boolean echo;
    private volatile @Nullable Consumer<String> sink;

    /**
     * Makes the pool.
     *
     * @param opener opens and prepares physical connections
     * @param factory makes the kind of pool to put this around
     */
    public WatchedPool(String name, ConnectionOpener opener, PoolConfig config, PoolFactory factory) {
        this.name = name;
        this.opener = opener;
        this.config = config;
        this.trace = new CheckoutTrace(config);
        this.echo = config.echo();
        this.listeners.addAll(config.listeners());
        this.inner = factory.create(name, this::open, config);
        this.watch = new LoanWatch(name);
    }

    private Connection open() throws SQLException {
        Connection connection = opener.open();
        opened.increment();
        try {
            if (connectedOnce.compareAndSet(false, true)) {
                for (PoolListener listener : listeners) {
                    listener.firstConnect(connection);
                }
            }
            for (PoolListener listener : listeners) {
                listener.connect(connection);
            }
        } catch (SQLException | RuntimeException e) {
            Connections.closeQuietly(connection);
            throw e;
        }
        echo("opened", connection);
        return connection;
    }

    @Override
    public Lease checkout() throws SQLException {
        Lease lease = take();
        for (int attempt = 1; config.prePing() && !lease.jdbc().isValid(PING_SECONDS); attempt++) {
            giveUp(lease);
            if (attempt == 1) {
                // what was opened with it is as old: probably the database was restarted
                inner.discardAll();
            }
            if (attempt == PING_ATTEMPTS) {
                throw new SQLException("new connections do not answer", "08006");
            }
            lease = take();
        }
        try {
            for (PoolListener listener : listeners) {
                listener.checkout(lease.jdbc());
            }
        } catch (SQLException | RuntimeException e) {
            giveUp(lease);
            throw e;
        }
        checkouts.increment();
        echo("checked out", lease.jdbc());
        return new Loan(this, lease);
    }

    private Lease take() throws SQLException {
        try {
            return inner.checkout();
        } catch (PoolTimeoutException e) {
            timeouts.increment();
            throw trace.exhausted("pool " + name + ", " + config, config.timeout(), e);
        }
    }

    private void giveUp(Lease lease) {
        discarded.increment();
        Connection connection = lease.jdbc();
        echo("invalidated", connection);
        for (PoolListener listener : listeners) {
            listener.invalidate(connection);
        }
        lease.discard();
    }

    private void giveBack(Lease lease) {
        checkins.increment();
        Connection connection = lease.jdbc();
        echo("checked in", connection);
        for (PoolListener listener : listeners) {
            listener.checkin(connection);
        }
        lease.release();
    }

    /** On the thread of the watch: nobody can give this connection back any more. */
    private void reclaim(Lease lease, @Nullable String place) {
        reclaimed.increment();
        LOG.log(
                System.Logger.Level.WARNING,
                "a connection was never closed and its holder is gone: taken back and discarded; where: pool " + name
                        + ", borrowed at "
                        + (place == null ? "unknown (traceLeaks(true) on the pool tells)" : place)
                        + "; what to do: close connections and sessions (try-with-resources)");
        giveUp(lease);
    }

    private void echo(String what, Connection connection) {
        Consumer<String> elsewhere = sink;
        if (elsewhere != null) {
            if (echo) {
                elsewhere.accept(what + " " + System.identityHashCode(connection) + ", " + status());
            }
            return;
        }
        System.Logger.Level level = echo ? System.Logger.Level.INFO : System.Logger.Level.DEBUG;
        if (LOG.isLoggable(level)) {
            LOG.log(level, "pool " + name + ": " + what + " " + System.identityHashCode(connection) + ", " + status());
        }
    }

    /** Adds a listener, called after those added before it. */
    public void addListener(PoolListener listener) {
        listeners.add(listener);
    }

    /** Takes a listener out again. */
    public void removeListener(PoolListener listener) {
        listeners.remove(listener);
    }

    /** Turns the echo of checkouts and returns to the logger {@code org.aludel.pool} on or off. */
    public void echo(boolean on) {
        this.echo = on;
    }

    /** Sends the echo elsewhere than to the logger; null for the logger. */
    public void echoTo(@Nullable Consumer<String> newSink) {
        this.sink = newSink;
    }

    /** Counts since the pool was made. */
    public PoolMetrics metrics() {
        return new PoolMetrics(
                opened.sum(), checkouts.sum(), checkins.sum(), discarded.sum(), reclaimed.sum(), timeouts.sum());
    }

    @Override
    public PoolStatus status() {
        return inner.status();
    }

    @Override
    public void discardAll() {
        inner.discardAll();
    }

    @Override
    public void close() {
        inner.close();
        watch.close();
    }

    /** A lease that counts, and that is missed when it becomes unreachable. */
    private static final class Loan implements Lease {
        private final Lease lease;
        private final Terms terms;

        Loan(WatchedPool pool, Lease lease) {
            this.lease = lease;
            this.terms = new Terms(pool, lease, this);
            terms.begin();
            pool.trace.taken(terms);
        }

        @Override
        public Connection jdbc() {
            return lease.jdbc();
        }

        @Override
        public Connection shown() {
            return lease.shown();
        }

        @Override
        public void release() {
            if (end()) {
                terms.pool.giveBack(lease);
            }
        }

        @Override
        public void discard() {
            if (end()) {
                terms.pool.giveUp(lease);
            }
        }

        private boolean end() {
            boolean wasLent = terms.end();
            Reference.reachabilityFence(this); // until here: it must not be missed while it is given back
            if (wasLent) {
                terms.pool.trace.ended(terms);
            }
            return wasLent;
        }
    }

    /** What is left of a loan that nobody ended. */
    private static final class Terms extends LoanWatch.Terms {
        private final WatchedPool pool;
        private final Lease lease;

        Terms(WatchedPool pool, Lease lease, Loan loan) {
            super(pool.watch, loan);
            this.pool = pool;
            this.lease = lease;
        }

        @Override
        void lost() {
            pool.reclaim(lease, pool.trace.ended(this));
        }
    }
}
