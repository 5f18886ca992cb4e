package org.aludel.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * One way to do the workloads. A new peer is one class that implements this, named in
 * {@code META-INF/services/org.aludel.benchmarks.Peer}.
 *
 * <p>Every method does its job from the start in a unit of work of its own: it takes a connection of the pool (or opens a
 * session), works in a transaction, and gives the connection back. What a method returns is compared with what plain JDBC
 * returns for the same job. Writing methods roll back, unless {@code commit} is given, which the check does.
 */
public interface Peer extends AutoCloseable {
    /** How tables of results call it. */
    String name();

    /** The product and its version, for people. */
    String product();

    /** Why the peer cannot do a workload, as the end of a sentence that begins with its name; null if it can. */
    default @Nullable String cannot(Workload workload) {
        return null;
    }

    /** Makes ready; the tables are there and filled. */
    void open(BenchmarkDatabase database);

    /** W1: one user by key, in a fresh session. */
    long byKey(int id);

    /** W2: all users as rows of six columns. */
    long rows();

    /** W3: all users as objects. */
    long entities();

    /** W4: the first users with their addresses, read eagerly. */
    long parentsWithChildren();

    /** W5: new users with new addresses in one flush, with generated keys. Returns the number of rows written. */
    long insertGraph(boolean commit);

    /** W6: loads the first users, adds one to the age of each, flushes. Returns the number of rows changed. */
    long changeOne(boolean commit);

    /** W7: builds, compiles and runs the {@linkplain Criteria dynamic query} of the given number. */
    long dynamicQuery(int call);

    /**
     * W8: builds and compiles, without running it, a statement over four tables with a subquery.
     *
     * @return the length of the SQL text
     */
    int compile();

    /** W9: loads the first few users, then touches the addresses of each, one by one. */
    long lazyOneByOne();

    /** W9, batched: the same, with the addresses fetched for many users at a time. */
    long lazyBatched();

    /** W10: new users in one batch, whose keys come back in their order. Returns the number of keys, 0 if one is out of order. */
    long insertBatch(boolean commit);

    @Override
    void close();
}
