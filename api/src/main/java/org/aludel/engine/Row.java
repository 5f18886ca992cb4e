package org.aludel.engine;

import java.util.List;
import java.util.Map;
import org.aludel.sql.Selected;
import org.jspecify.annotations.Nullable;

/**
 * One row, independent of the cursor it came from. Values are found by position, by name (case does not matter), or by
 * the column or expression that was selected. All rows of a result share one header.
 *
 * <p>The primitive getters convert between numbers where no information is lost and throw on NULL.
 *
 * @since 0.1
 */
public interface Row {

    /** Number of values. */
    int size();

    /** Names of the values, in order. */
    List<String> keys();

    /** The value at a position, counted from 0. */
    @Nullable
    Object get(int index);

    /**
     * The value of that name.
     *
     * @throws org.aludel.errors.InvalidRequestException ALU-0234 if there is none, ALU-0235 if there are several
     */
    @Nullable
    Object get(String name);

    /**
     * The value of a selected column, expression or entity; null for NULL.
     *
     * @throws org.aludel.errors.InvalidRequestException ALU-0234 if it was not selected, ALU-0235 if it is ambiguous
     */
    <T> @Nullable T get(Selected<T> source);

    /**
     * The value at a position, as the given type.
     *
     * @throws org.aludel.errors.DataException ALU-0237 when the value is of another kind
     */
    <T> @Nullable T get(int index, Class<T> type);

    /** The value of that name, as the given type. */
    <T> @Nullable T get(String name, Class<T> type);

    /**
     * The value at a position as an int.
     *
     * @throws org.aludel.errors.DataException ALU-0236 for NULL, ALU-0237 when it is no such number
     */
    int getInt(int index);

    /** The value of that name as an int. */
    int getInt(String name);

    /** The value at a position as a long. */
    long getLong(int index);

    /** The value of that name as a long. */
    long getLong(String name);

    /** The value at a position as a double. */
    double getDouble(int index);

    /** The value of that name as a double. */
    double getDouble(String name);

    /** The value at a position as a boolean. */
    boolean getBoolean(int index);

    /** The value of that name as a boolean. */
    boolean getBoolean(String name);

    /** The value at a position as text; null for NULL. */
    @Nullable
    String getString(int index);

    /** The value of that name as text; null for NULL. */
    @Nullable
    String getString(String name);

    /** The values in order. */
    List<@Nullable Object> toList();

    /** The values by name, in order. */
    Map<String, @Nullable Object> toMap();
}
