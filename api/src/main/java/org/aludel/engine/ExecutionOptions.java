package org.aludel.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How statements are executed.
 *
 * @param yieldPer rows the driver fetches at a time while results stream; 0 for the driver's default
 * @param timeout longest time a statement may run; null for no limit
 * @param echo whether to log statements; null as the engine does
 * @param maxRows most rows a result may have; 0 for no limit
 * @param fetchSize rows the driver fetches at a time, all of them being read in the end; 0 for the driver's default
 * @param isolation isolation level of the connection until it goes back; null for what it has
 * @param readOnly whether the driver is told that the connection only reads, until it goes back; null for what it has
 * @since 0.1
 */
public record ExecutionOptions(
        int yieldPer,
        @Nullable Duration timeout,
        @Nullable Boolean echo,
        int maxRows,
        int fetchSize,
        @Nullable Isolation isolation,
        @Nullable Boolean readOnly) {

    /** The engine's own settings. */
    public static final ExecutionOptions DEFAULT = new ExecutionOptions(0, null, null, 0);

    /** Options of statements, none of the connection. */
    public ExecutionOptions(int yieldPer, @Nullable Duration timeout, @Nullable Boolean echo, int maxRows) {
        this(yieldPer, timeout, echo, maxRows, 0, null, null);
    }

    /** Streams results, this many rows at a time. */
    public ExecutionOptions withYieldPer(int rows) {
        return new ExecutionOptions(rows, timeout, echo, maxRows, fetchSize, isolation, readOnly);
    }

    /** Limits how long a statement may run. */
    public ExecutionOptions withTimeout(@Nullable Duration limit) {
        return new ExecutionOptions(yieldPer, limit, echo, maxRows, fetchSize, isolation, readOnly);
    }

    /** Logs, or does not log, the statements. */
    public ExecutionOptions withEcho(boolean on) {
        return new ExecutionOptions(yieldPer, timeout, on, maxRows, fetchSize, isolation, readOnly);
    }

    /** Limits how many rows a result may have. */
    public ExecutionOptions withMaxRows(int rows) {
        return new ExecutionOptions(yieldPer, timeout, echo, rows, fetchSize, isolation, readOnly);
    }

    /** Fetches this many rows at a time, without streaming them. */
    public ExecutionOptions withFetchSize(int rows) {
        return new ExecutionOptions(yieldPer, timeout, echo, maxRows, rows, isolation, readOnly);
    }

    /** Sets the isolation level of the connection until it goes back. */
    public ExecutionOptions withIsolation(Isolation level) {
        return new ExecutionOptions(yieldPer, timeout, echo, maxRows, fetchSize, level, readOnly);
    }

    /** Tells the driver that the connection only reads, or writes too, until it goes back. */
    public ExecutionOptions withReadOnly(boolean on) {
        return new ExecutionOptions(yieldPer, timeout, echo, maxRows, fetchSize, isolation, on);
    }
}
