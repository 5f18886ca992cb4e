package org.aludel.benchmarks;

import java.time.Duration;

/**
 * Shares out a limited time among measurements: the same for each, or else whoever came early would be warmer. What starting
 * a JVM costs is learned from one that is started for that purpose.
 */
final class Pace {
    /** What is asked of the JVM that is started to learn from. */
    static final double TRIAL_SECONDS = 0.5;

    private static final double LEAST_SECONDS = 0.9;
    private static final double MOST_SECONDS = 16;

    /** Mappers start more slowly than plain JDBC, which is what the trial runs. */
    private static final double MAPPERS = 1.6;

    private Pace() {}

    /**
     * The seconds that each measurement may warm up and measure.
     *
     * @param rest how long everything may take from now
     * @param measurements how many there will be
     * @param jvms in how many JVMs
     * @param trial what a JVM took for some measurements of {@link #TRIAL_SECONDS}
     * @param trials how many these were
     */
    static double seconds(Duration rest, int measurements, int jvms, Duration trial, int trials) {
        double overhead = Math.max(0, seconds(trial) - trials * TRIAL_SECONDS) * MAPPERS;
        double each = (seconds(rest) - jvms * overhead) / measurements;
        return Math.max(LEAST_SECONDS, Math.min(MOST_SECONDS, each));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
