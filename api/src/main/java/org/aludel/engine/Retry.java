package org.aludel.engine;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * Does work again that a database gave up for reasons that pass: a deadlock, or a transaction that could not be put in
 * series with others. Distributed databases ask for this of every program. Immutable, safe for many threads.
 *
 * <pre>{@code
 * Retry retry = Retry.times(5).backOff(Duration.ofMillis(20), Duration.ofSeconds(1));
 * int stock = retry.run(() -> engine.inTransaction(conn -> takeOne(conn)));
 * }</pre>
 *
 * <p>The work must hold the whole transaction, so that each attempt begins a new one, and must have no effect besides the
 * database's. Between attempts it waits a random time up to a bound that doubles ("full jitter"). What is not {@linkplain
 * DatabaseException#isRetryable() retryable} comes out at once; after the last attempt the last error does, the earlier
 * ones being suppressed in it. Inside a container's transaction nothing can be tried again: put it round the outermost one.
 *
 * @since 0.1
 */
public final class Retry {

    private static final Duration FIRST = Duration.ofMillis(10);
    /** How far causes are followed: drivers have been seen that chain them in a circle. */
    private static final int DEPTH = 32;

    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final int attempts;
    private final Duration first;
    private final Duration longest;
    private final Consumer<? super DatabaseException> listener;

    private Retry(int attempts, Duration first, Duration longest, Consumer<? super DatabaseException> listener) {
        this.attempts = attempts;
        this.first = first;
        this.longest = longest;
        this.listener = listener;
    }

    /**
     * Tries at most so often, the first time included.
     *
     * @throws ArgumentException ALU-0204 for less than 1
     */
    public static Retry times(int attempts) {
        if (attempts < 1) {
            throw invalid("times(" + attempts + ")", "give at least 1");
        }
        return new Retry(attempts, FIRST, LONGEST, error -> {});
    }

    /**
     * Chooses how long it waits between attempts.
     *
     * @param firstWait bound of the first wait; it doubles with each attempt
     * @param longestWait bound of all waits
     * @throws ArgumentException ALU-0204 if one is negative, or the second shorter than the first
     */
    public Retry backOff(Duration firstWait, Duration longestWait) {
        if (firstWait.isNegative() || longestWait.compareTo(firstWait) < 0) {
            throw invalid(
                    "backOff(" + firstWait + ", " + longestWait + ")", "give a first wait and one that is no shorter");
        }
        return new Retry(attempts, firstWait, longestWait, listener);
    }

    /** Calls a listener with each error before the work is tried again. */
    public Retry onRetry(Consumer<? super DatabaseException> action) {
        return new Retry(attempts, first, longest, Objects.requireNonNull(action, "action"));
    }

    /**
     * Does the work until it succeeds.
     *
     * @return what the work returned
     */
    public <T extends @Nullable Object, X extends Throwable> T run(Work<T, X> work) throws X {
        DatabaseException before = null;
        for (int attempt = 1; ; attempt++) {
            try {
                return work.run();
            } catch (RuntimeException e) {
                DatabaseException passing = passing(e);
                if (before != null && before != e) {
                    e.addSuppressed(before);
                }
                if (passing == null || attempt == attempts || !waited(attempt)) {
                    throw e;
                }
                before = passing;
                listener.accept(passing);
            }
        }
    }

    /** The retryable error that an exception is, or was caused by. */
    private static @Nullable DatabaseException passing(Throwable error) {
        Throwable each = error;
        for (int depth = 0; each != null && depth < DEPTH; depth++, each = each.getCause()) {
            if (each instanceof DatabaseException database) {
                return database.isRetryable() ? database : null;
            }
        }
        return null;
    }

    /** Waits; false if the thread was interrupted. */
    private boolean waited(int attempt) {
        long bound = Math.min(longest.toMillis(), first.toMillis() << Math.min(attempt - 1, 20));
        try {
            Thread.sleep(bound <= 0 ? 0 : ThreadLocalRandom.current().nextLong(bound + 1));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ArgumentException invalid(String what, String remedy) {
        return new ArgumentException(
                "ALU-0204", "a retry can't be set so; where: Retry." + what + "; what to do: " + remedy);
    }

    /** Work that holds a whole transaction. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object, X extends Throwable> {

        /** Does it. */
        T run() throws X;
    }
}
