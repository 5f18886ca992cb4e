/**
 * Where connections come from. A {@link org.aludel.engine.spi.ConnectionPool} lends {@link org.aludel.engine.spi.Lease
 * leases} on raw JDBC connections, opened by a {@link org.aludel.engine.spi.ConnectionOpener}; HikariCP is one kind among
 * others. What all kinds have in common (events, echo, the report of leaks, the test before use) is put around them by
 * {@link org.aludel.core.pool.WatchedPool}. Pools know nothing of transactions or statements.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.core.pool;
