package org.aludel.orm;

/**
 * What an attribute of a {@link ClassMapping} is mapped to: a relation, columns, an expression, another attribute.
 *
 * @see Orm#relationship
 * @see Orm#columnProperty
 * @see Orm#synonym
 * @since 0.1
 */
public interface PropertyMapping {}
