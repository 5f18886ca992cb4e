package org.aludel.benchmarks.statements;

/** Something measured; CPU time and bytes are per call. */
interface Subject extends AutoCloseable {

    /** Does it once; gives something that depends on what was done. */
    long run() throws Exception;

    @Override
    default void close() throws Exception {}
}
