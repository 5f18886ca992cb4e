package org.aludel.core.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.aludel.core.dialect.ErrorKind;
import org.jspecify.annotations.Nullable;

/**
 * The statement that a connection executes now, so that other threads can stop it. Noting it costs the executing thread
 * two plain stores.
 */
final class RunningStatement {

    private static final VarHandle STATEMENT;

    static {
        try {
            STATEMENT = MethodHandles.lookup().findVarHandle(RunningStatement.class, "statement", Statement.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // by its handle
    private @Nullable Statement statement;

    private volatile @Nullable ErrorKind stopped;
    private @Nullable Future<?> alarm;

    /** A statement is about to be executed. */
    void begin(Statement begun) {
        if (stopped != null) {
            stopped = null;
        }
        STATEMENT.setRelease(this, begun);
    }

    /** As {@link #begin(Statement)}, with an alarm that cancels it: for drivers that don't watch the time. */
    void begin(Statement begun, Duration limit) {
        begin(begun);
        alarm = Alarms.TIMER.schedule(() -> expired(begun), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** It has been executed, or has failed. */
    void end() {
        STATEMENT.setRelease(this, null);
        Future<?> set = alarm;
        if (set != null) {
            alarm = null;
            set.cancel(false);
        }
    }

    private void expired(Statement begun) {
        if (STATEMENT.getAcquire(this) == begun) {
            stopped = ErrorKind.TIMEOUT;
            try {
                begun.cancel();
            } catch (SQLException e) {
                System.getLogger("org.aludel.engine")
                        .log(System.Logger.Level.DEBUG, "a statement could not be stopped when its time was over", e);
            }
        }
    }

    /**
     * Stops it; called by other threads.
     *
     * @return whether there was one
     */
    boolean cancel() throws SQLException {
        Statement current = (Statement) STATEMENT.getAcquire(this);
        if (current == null) {
            return false;
        }
        stopped = ErrorKind.CANCELLED;
        current.cancel();
        return true;
    }

    /** What an error means: drivers tell a cancelled statement and one that took too long by the same code. */
    ErrorKind kind(ErrorKind told) {
        ErrorKind ours = stopped;
        boolean ofBeingStopped = told == ErrorKind.TIMEOUT || told == ErrorKind.CANCELLED || told == ErrorKind.OTHER;
        return ours != null && ofBeingStopped ? ours : told;
    }

    /** One thread for all alarms; it ends when there are none. */
    private static final class Alarms {
        private static final ScheduledThreadPoolExecutor TIMER = timer();

        private static ScheduledThreadPoolExecutor timer() {
            ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
                Thread thread = new Thread(task, "aludel-statement-timeouts");
                thread.setDaemon(true);
                thread.setContextClassLoader(null);
                return thread;
            });
            timer.setRemoveOnCancelPolicy(true);
            timer.setKeepAliveTime(10, TimeUnit.SECONDS);
            timer.allowCoreThreadTimeOut(true);
            return timer;
        }
    }
}
