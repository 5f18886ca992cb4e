/**
 * Where connections come from. A {@link org.aludel.core.pool.ConnectionPool} lends {@link org.aludel.core.pool.Lease
 * leases} on raw JDBC connections, opened by a {@link org.aludel.core.pool.ConnectionOpener}; HikariCP is one kind among
 * others. Pools know nothing of transactions or statements.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.core.pool;
