package org.aludel.core.compiler;

import java.util.List;
import org.aludel.schema.Column;
import org.aludel.schema.Table;

/**
 * How an INSERT tells the primary keys of its rows.
 *
 * @param table the table
 * @param retrieval how generated values come back
 * @param returned the columns that come back, in order; empty for NONE
 * @param columnNames their names as JDBC wants them for {@code prepareStatement(sql, names)}
 * @param primaryKey for each column of the primary key where its value is
 * @param written the columns that the statement gives values for
 * @param writtenSlots for each of these the bind slot that holds its value, or -1 if it is no single value
 */
public record InsertPlan(
        Table table,
        Retrieval retrieval,
        ResultColumn[] returned,
        String[] columnNames,
        List<KeyPart> primaryKey,
        List<Column<?>> written,
        int[] writtenSlots) {

    /** The same for a statement that is written to its end. */
    InsertPlan located(RowSlots slots) {
        List<KeyPart> parts = primaryKey.stream()
                .map(part -> new KeyPart(part.column(), slots.slotOf(part.column()), part.position()))
                .toList();
        int[] places = written.stream().mapToInt(slots::slotOf).toArray();
        return new InsertPlan(table, retrieval, returned, columnNames, parts, written, places);
    }

    /** How generated values come back. */
    public enum Retrieval {
        /** As rows of the statement, which ends in RETURNING (or is wrapped so that it gives rows). */
        RETURNING,
        /** Through {@code getGeneratedKeys}, asked for by column name. */
        GENERATED_KEYS,
        /** Not at all: every key is given, or there is none. */
        NONE
    }

    /**
     * Where the value of a column of the primary key is.
     *
     * @param slot position of the bind slot that holds it, or -1
     * @param position position among {@link #returned}, or -1; both are -1 if the value is not known
     */
    public record KeyPart(Column<?> column, int slot, int position) {}
}
