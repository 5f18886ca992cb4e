package org.aludel.orm.internal.mapping;

/**
 * Columns whose values together may stand in one row only: a row that frees such a value is written before the row
 * that takes it.
 *
 * @param columns the attributes of the columns
 * @param deferrable whether the database can check it at the end of the transaction
 */
public record ConstraintSlot(ColumnAttribute[] columns, boolean deferrable) {}
