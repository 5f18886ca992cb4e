package org.aludel.benchmarks;

/**
 * What an operation costs.
 *
 * @param cpuNanos CPU time of the thread that does it
 * @param processNanos CPU time of the whole JVM, with garbage collection and compilers
 * @param bytes allocated by the thread
 */
public record Figures(double cpuNanos, double processNanos, double bytes) {}
