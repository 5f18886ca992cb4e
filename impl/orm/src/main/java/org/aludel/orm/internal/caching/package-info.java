/**
 * The result cache: answers of queries that ask for it, kept as rows until one of their tables is written to. In: statements
 * with their values, and what engines tell of writes. Out: rows, from the cache or from the database.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.orm.internal.caching;
