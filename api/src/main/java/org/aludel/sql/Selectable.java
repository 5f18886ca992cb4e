package org.aludel.sql;

/**
 * What may stand in the list of a select: expressions, tables (all their columns), and the entities of the mapper.
 *
 * @since 0.1
 */
public interface Selectable {}
