package org.aludel.core.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.PoolStatus;
import org.aludel.engine.spi.ConnectionPool;
import org.aludel.engine.spi.Lease;
import org.jspecify.annotations.Nullable;

/**
 * Gives a thread that asks again the connection that it has. Around a pool it returns the connection when the thread has
 * given it back as often as it took it; with {@code keep} the thread keeps it for good, as its own (one connection a
 * thread), and connections of threads that have ended are closed at the next checkout of another.
 */
public final class ThreadBoundPool implements ConnectionPool {

    private final ConnectionPool pool;
    private final boolean keep;
    private final Map<Thread, Bound> bound = new ConcurrentHashMap<>();
    private final AtomicInteger generation = new AtomicInteger();

    /**
     * Wraps a pool.
     *
     * @param keep whether a thread keeps its connection when it has given it back
     */
    public ThreadBoundPool(ConnectionPool pool, boolean keep) {
        this.pool = pool;
        this.keep = keep;
    }

    @Override
    public Lease checkout() throws SQLException {
        Thread thread = Thread.currentThread();
        Bound mine = bound.get(thread);
        if (mine != null && mine.isUsable()) {
            return mine.take();
        }
        if (keep) {
            closeOfEndedThreads();
        }
        Bound fresh = new Bound(thread, pool.checkout(), generation.get());
        Lease first = fresh.take();
        bound.put(thread, fresh);
        return first;
    }

    private void closeOfEndedThreads() {
        for (Map.Entry<Thread, Bound> entry : bound.entrySet()) {
            if (!entry.getKey().isAlive() && bound.remove(entry.getKey(), entry.getValue())) {
                entry.getValue().end(false);
            }
        }
    }

    @Override
    public PoolStatus status() {
        PoolStatus inner = pool.status();
        if (!keep) {
            return inner;
        }
        int idle =
                (int) bound.values().stream().filter(b -> b.holders.get() == 0).count();
        return new PoolStatus("thread", inner.checkedOut() - idle, idle, 0, inner.maximum());
    }

    @Override
    public void discardAll() {
        generation.incrementAndGet();
        for (Bound each : bound.values()) {
            each.endIfIdle();
        }
        pool.discardAll();
    }

    @Override
    public void close() {
        discardAll();
        pool.close();
    }

    /** The connection of a thread, and how often it is held. */
    private final class Bound {
        private final Thread thread;
        private final Lease lease;
        private final int born;
        private final AtomicInteger holders = new AtomicInteger();

        Bound(Thread thread, Lease lease, int born) {
            this.thread = thread;
            this.lease = lease;
            this.born = born;
        }

        boolean isUsable() {
            return holders.get() > 0 || keep && holders.get() == 0 && born == generation.get();
        }

        Lease take() {
            holders.incrementAndGet();
            return new Share(this);
        }

        void giveBack() {
            if (holders.decrementAndGet() == 0 && (!keep || born != generation.get())) {
                end(false);
            }
        }

        void endIfIdle() {
            if (holders.compareAndSet(0, ENDED)) {
                bound.remove(thread, this);
                lease.discard();
            }
        }

        void end(boolean broken) {
            if (holders.getAndSet(ENDED) >= 0) {
                bound.remove(thread, this);
                if (broken) {
                    lease.discard();
                } else {
                    lease.release();
                }
            }
        }
    }

    private static final int ENDED = Integer.MIN_VALUE / 2;

    /** One of the holds on a thread's connection. */
    private static final class Share implements Lease {
        private @Nullable Bound source;
        private final Connection jdbc;
        private final Connection shown;

        Share(Bound source) {
            this.source = source;
            this.jdbc = source.lease.jdbc();
            this.shown = source.lease.shown();
        }

        @Override
        public Connection jdbc() {
            return jdbc;
        }

        @Override
        public Connection shown() {
            return shown;
        }

        @Override
        public void release() {
            Bound from = source;
            source = null;
            if (from != null) {
                from.giveBack();
            }
        }

        @Override
        public void discard() {
            Bound from = source;
            source = null;
            if (from != null) {
                from.end(true);
            }
        }
    }
}
