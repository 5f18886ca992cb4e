package org.aludel.databases.random;

import org.aludel.sql.Expr;

/**
 * An expression whose values are known to be small.
 *
 * @param bound greatest absolute value of a number, greatest length of a text
 */
record Bounded<T>(Expr<T> expr, long bound) {}
