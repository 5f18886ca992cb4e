package org.aludel.sql;

/**
 * Something whose value in a row is a {@code T}: an expression, or an entity of the mapper.
 *
 * @since 0.1
 */
public interface Selected<T> extends Selectable {}
