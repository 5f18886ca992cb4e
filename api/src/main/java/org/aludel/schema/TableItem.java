package org.aludel.schema;

/**
 * What a table is made of: columns, constraints, indexes.
 *
 * @since 0.1
 */
public sealed interface TableItem permits Column, Constraint, Index, ForeignKeySpec.Referring {}
