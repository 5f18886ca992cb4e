package org.aludel.core.pool;

import java.time.Duration;
import org.aludel.errors.PoolTimeoutException;
import org.jspecify.annotations.Nullable;

/** The error of a checkout that waited in vain. */
final class Exhausted {

    private Exhausted() {}

    static PoolTimeoutException within(String pool, Duration waited, @Nullable Throwable cause) {
        return new PoolTimeoutException(
                "ALU-0211",
                "no connection became free within " + waited.toMillis() + " ms; where: " + pool
                        + "; what to do: close connections and sessions (try-with-resources), or raise size or"
                        + " maxOverflow",
                cause);
    }
}
