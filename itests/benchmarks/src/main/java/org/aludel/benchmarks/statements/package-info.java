/**
 * What a statement costs before it reaches the database: compiling it for the first time, beside jOOQ rendering the same, and
 * executing it from the cache, above plain JDBC with the same SQL.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.benchmarks.statements;
