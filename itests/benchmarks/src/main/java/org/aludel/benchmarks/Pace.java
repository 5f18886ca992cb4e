package org.aludel.benchmarks;

import java.time.Duration;

/**
 * Shares out a limited time among measurements, a JVM with several of them at a time, after what starting the JVMs before
 * took beside their measurements.
 */
final class Pace {
    private static final double LEAST_SECONDS = 0.9;
    private static final double MOST_SECONDS = 16;
    private static final double FIRST_OVERHEAD = 8;

    private final long deadline;
    private int left;
    private double overheads;
    private int done;
    private double planned;

    /**
     * Begins.
     *
     * @param rest how long everything may take from now
     * @param measurements how many there will be
     */
    Pace(Duration rest, int measurements) {
        this.deadline = System.nanoTime() + rest.toNanos();
        this.left = measurements;
    }

    /** The seconds that each of the given measurements, the next ones, may warm up and measure. */
    double next(int measurements) {
        double overhead = done == 0 ? FIRST_OVERHEAD : overheads / done;
        double share = (deadline - System.nanoTime()) / 1e9 * measurements / Math.max(measurements, left) - overhead;
        double each = Math.max(LEAST_SECONDS, Math.min(MOST_SECONDS, share / measurements));
        planned = each * measurements;
        left -= measurements;
        return each;
    }

    /** Says what the JVM took with all its measurements. */
    void done(Duration taken) {
        done++;
        overheads += Math.max(0, taken.toNanos() / 1e9 - planned);
    }

    /** How many measurements are left. */
    int left() {
        return left;
    }
}
