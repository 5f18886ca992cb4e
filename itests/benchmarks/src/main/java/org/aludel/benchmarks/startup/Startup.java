package org.aludel.benchmarks.startup;

import javax.sql.DataSource;

/**
 * The start of a program as one peer has it. A new one is a class that implements this, named in
 * {@code META-INF/services/org.aludel.benchmarks.startup.Startup}.
 */
public interface Startup {

    /** How the {@link org.aludel.benchmarks.Peer} is called. */
    String peer();

    /**
     * Makes twenty classes ready, of the tables {@code item01} to {@code item20}, and reads the object with key 1 of the last.
     *
     * @return the length of its name
     */
    int first(DataSource source);
}
