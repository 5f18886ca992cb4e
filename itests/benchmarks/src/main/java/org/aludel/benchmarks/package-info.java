/**
 * How fast the toolkit is, measured against plain JDBC. A {@link org.aludel.benchmarks.Workload} is one of ten jobs, a
 * {@link org.aludel.benchmarks.Peer} one way to do them all; {@link org.aludel.benchmarks.Run} checks that every peer does
 * the same, runs them pair by pair with JMH, and prints the ratios.
 */
@NullMarked
package org.aludel.benchmarks;

import org.jspecify.annotations.NullMarked;
