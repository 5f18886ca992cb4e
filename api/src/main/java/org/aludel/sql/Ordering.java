package org.aludel.sql;

/**
 * What may stand in ORDER BY: an expression, or one with a direction.
 *
 * @since 0.1
 */
public interface Ordering extends Node {}
