package org.aludel.core.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.PoolConfig;
import org.aludel.engine.PoolStatus;
import org.aludel.engine.spi.ConnectionOpener;
import org.aludel.engine.spi.ConnectionPool;
import org.aludel.engine.spi.Lease;
import org.jspecify.annotations.Nullable;

/**
 * The bounded pool of the 0.1 manual, to the letter: starts empty, keeps up to {@code size} connections, opens up to
 * {@code maxOverflow} more at a peak (or without limit) and closes those as soon as they come back; the connection used
 * last is lent first; connections older than {@code recycle} are replaced when they are asked for.
 *
 * <p>Source: SQLAlchemy's {@code QueuePool}.
 */
public final class QueuePool implements ConnectionPool {

    private final String name;
    private final ConnectionOpener opener;
    private final PoolConfig config;
    private final Semaphore permits;
    private final ConcurrentLinkedDeque<Held> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger idleCount = new AtomicInteger();
    private final AtomicInteger out = new AtomicInteger();
    private final AtomicInteger generations = new AtomicInteger();
    private volatile boolean closed;

    /** A physical connection. */
    private record Held(Connection jdbc, long openedAt, int generation) {}

    public QueuePool(String name, ConnectionOpener opener, PoolConfig config) {
        this.name = name;
        this.opener = opener;
        this.config = config;
        this.permits = new Semaphore(limit(config), true);
    }

    private static int limit(PoolConfig config) {
        return config.maxOverflow() < 0 ? Integer.MAX_VALUE : config.size() + config.maxOverflow();
    }

    @Override
    public Lease checkout() throws SQLException {
        acquire();
        boolean lent = false;
        try {
            if (closed) {
                throw new SQLException("pool " + name + " is closed", "08003");
            }
            Held held = fromIdle();
            if (held == null) {
                int generation = generations.get();
                held = new Held(opener.open(), System.nanoTime(), generation);
            }
            out.incrementAndGet();
            lent = true;
            return new QueueLease(held);
        } finally {
            if (!lent) {
                permits.release();
            }
        }
    }

    private void acquire() {
        try {
            if (permits.tryAcquire(config.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            throw Exhausted.within("pool " + name + ", " + config, config.timeout(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Exhausted.within("pool " + name + " (interrupted), " + config, config.timeout(), e);
        }
    }

    private @Nullable Held fromIdle() {
        for (Held held = idle.pollFirst(); held != null; held = idle.pollFirst()) {
            idleCount.decrementAndGet();
            if (held.generation() == generations.get() && !isTooOld(held)) {
                return held;
            }
            Connections.closeQuietly(held.jdbc());
        }
        return null;
    }

    private boolean isTooOld(Held held) {
        Duration recycle = config.recycle();
        return recycle != null && System.nanoTime() - held.openedAt() > recycle.toNanos();
    }

    private void takeBack(Held held) {
        if (closed || held.generation() != generations.get()) {
            Connections.closeQuietly(held.jdbc());
        } else if (idleCount.incrementAndGet() <= config.size()) {
            idle.addFirst(held);
        } else {
            idleCount.decrementAndGet();
            Connections.closeQuietly(held.jdbc());
        }
    }

    @Override
    public PoolStatus status() {
        return new PoolStatus("queue", out.get(), idle.size(), permits.getQueueLength(), limit(config));
    }

    @Override
    public void discardAll() {
        generations.incrementAndGet();
        drain();
    }

    private void drain() {
        for (Held held = idle.pollFirst(); held != null; held = idle.pollFirst()) {
            idleCount.decrementAndGet();
            Connections.closeQuietly(held.jdbc());
        }
    }

    @Override
    public void close() {
        closed = true;
        drain();
    }

    private final class QueueLease implements Lease {
        private final Held held;

        QueueLease(Held held) {
            this.held = held;
        }

        @Override
        public Connection jdbc() {
            return held.jdbc();
        }

        @Override
        public void release() {
            takeBack(held);
            ended();
        }

        @Override
        public void discard() {
            Connections.closeQuietly(held.jdbc());
            ended();
        }

        private void ended() {
            out.decrementAndGet();
            permits.release();
            if (closed) {
                drain();
            }
        }
    }
}
