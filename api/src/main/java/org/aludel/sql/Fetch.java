package org.aludel.sql;

/**
 * FETCH FIRST: a limit that may be a share of the rows, or take in what is equal to the last row.
 *
 * @param count rows, or percent
 * @param percent whether the count is a share in percent
 * @param withTies whether rows equal in the order to the last one come too
 * @since 0.1
 */
public record Fetch(Expr<?> count, boolean percent, boolean withTies) {}
