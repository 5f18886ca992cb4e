package org.aludel.core.pool;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.aludel.engine.PoolConfig;
import org.aludel.errors.PoolTimeoutException;
import org.jspecify.annotations.Nullable;

/** Remembers, if asked to, where connections were borrowed, so that an exhausted pool can name its holders. */
final class CheckoutTrace {

    private static final int SHOWN = 5;
    private static final StackWalker WALKER = StackWalker.getInstance();

    private record Place(String thread, String frame, long since) {
        @Override
        public String toString() {
            return frame + " (thread " + thread + ", "
                    + Duration.ofNanos(System.nanoTime() - since).toSeconds() + " s ago)";
        }
    }

    private final @Nullable Map<Object, Place> places;

    CheckoutTrace(PoolConfig config) {
        this.places = config.traceLeaks() ? new ConcurrentHashMap<>() : null;
    }

    void taken(Object loan) {
        if (places != null) {
            places.put(loan, new Place(Thread.currentThread().getName(), callerFrame(), System.nanoTime()));
        }
    }

    /** Forgets a loan; returns where it was taken, if that is remembered. */
    @Nullable
    String ended(Object loan) {
        Place place = places == null ? null : places.remove(loan);
        return place == null ? null : place.toString();
    }

    PoolTimeoutException exhausted(String pool, Duration waited, @Nullable Throwable cause) {
        return new PoolTimeoutException(
                "ALU-0211",
                "no connection became free within " + waited.toMillis() + " ms; where: " + pool + "; held at: "
                        + holders()
                        + "; what to do: close connections and sessions (try-with-resources), or raise size or"
                        + " maxOverflow",
                cause);
    }

    private String holders() {
        if (places == null) {
            return "unknown, traceLeaks(true) on the pool tells";
        }
        Map<String, Long> counted =
                places.values().stream().collect(Collectors.groupingBy(Place::toString, Collectors.counting()));
        return counted.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(SHOWN)
                .map(e -> e.getValue() > 1 ? e.getKey() + " x" + e.getValue() : e.getKey())
                .collect(Collectors.joining(", "));
    }

    /** The innermost frame outside Aludel: the place the user will recognise. */
    private static String callerFrame() {
        return WALKER.walk(frames -> frames.filter(f -> !isOurs(f.getClassName()))
                .findFirst()
                .map(Object::toString)
                .orElse("unknown"));
    }

    private static boolean isOurs(String className) {
        return className.startsWith("org.aludel.core.")
                || className.startsWith("org.aludel.orm.")
                || className.startsWith("org.aludel.engine.")
                || className.startsWith("org.aludel.jta.")
                || className.startsWith("java.");
    }
}
