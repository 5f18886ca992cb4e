/**
 * How long a program with twenty mapped classes takes from the start of its JVM to its first object, beside a program that
 * reads the same row by plain JDBC.
 */
@NullMarked
package org.aludel.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
