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
 * @since 0.1
 */
public record ExecutionOptions(
        int yieldPer, @Nullable Duration timeout, @Nullable Boolean echo, int maxRows) {

    /** The engine's own settings. */
    public static final ExecutionOptions DEFAULT = new ExecutionOptions(0, null, null, 0);

    /** Streams results, this many rows at a time. */
    public ExecutionOptions withYieldPer(int rows) {
        return new ExecutionOptions(rows, timeout, echo, maxRows);
    }

    /** Limits how long a statement may run. */
    public ExecutionOptions withTimeout(@Nullable Duration limit) {
        return new ExecutionOptions(yieldPer, limit, echo, maxRows);
    }

    /** Logs, or does not log, the statements. */
    public ExecutionOptions withEcho(boolean on) {
        return new ExecutionOptions(yieldPer, timeout, on, maxRows);
    }

    /** Limits how many rows a result may have. */
    public ExecutionOptions withMaxRows(int rows) {
        return new ExecutionOptions(yieldPer, timeout, echo, rows);
    }
}
