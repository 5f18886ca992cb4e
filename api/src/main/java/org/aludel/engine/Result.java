package org.aludel.engine;

import java.util.List;
import org.aludel.sql.Selected;
import org.jspecify.annotations.Nullable;

/**
 * What a statement gave back: rows, a count of rows written, generated keys.
 *
 * @since 0.1
 */
public interface Result extends Results<Row> {

    /** Whether the statement returned rows at all. */
    boolean returnsRows();

    /** Names of the columns, in order. */
    List<String> keys();

    /**
     * The first column of the first row, or null if there is no row.
     */
    @Nullable
    Object scalar();

    /**
     * The first column of the first row as the given type; null if there is no row or it is NULL.
     *
     * @throws org.aludel.errors.DataException ALU-0237 when the value is of another kind
     */
    <T> @Nullable T scalar(Class<T> type);

    /** One column of all rows. */
    <T> List<T> scalars(Selected<T> column);

    /** The first column of all rows as the given type. */
    <T> List<T> scalars(Class<T> type);

    /**
     * Rows as records, by component name, else by order; or as beans, by property name; or, for one column, as its value.
     *
     * @throws org.aludel.errors.ArgumentException ALU-0238 when the class and the columns do not fit
     */
    <T> Results<T> as(Class<T> type);

    /** Rows written by INSERT, UPDATE or DELETE (of all sets of a batch); -1 where the driver does not say. */
    long rowCount();

    /** Rows written by each set of a batch. */
    long[] rowCounts();

    /**
     * The primary key of the one row inserted, in the order of the key's columns: values given and values generated.
     *
     * @throws org.aludel.errors.InvalidRequestException ALU-0239 unless one row was inserted by {@code table.insert()}
     */
    Row insertedPrimaryKey();
}
