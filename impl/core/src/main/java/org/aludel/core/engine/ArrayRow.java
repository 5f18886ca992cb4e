package org.aludel.core.engine;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.engine.Row;
import org.aludel.errors.DataException;
import org.aludel.sql.Selected;
import org.jspecify.annotations.Nullable;

/** A row as values and a shared header. Equal to another row of equal values. */
public final class ArrayRow implements Row {

    private final RowHeader header;
    private final @Nullable Object[] values;

    /** Takes over the array. */
    public ArrayRow(RowHeader header, @Nullable Object[] values) {
        this.header = header;
        this.values = values;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public List<String> keys() {
        return header.keys();
    }

    @Override
    public @Nullable Object get(int index) {
        return values[checked(index)];
    }

    @Override
    public @Nullable Object get(String name) {
        return values[header.indexOf(name)];
    }

    @Override
    @SuppressWarnings("unchecked") // the column was read by the handler of its type
    public <T> @Nullable T get(Selected<T> source) {
        int place = header.placeOf(source);
        return place >= 0 ? (T) values[place] : getOther(source);
    }

    @SuppressWarnings("unchecked") // the column was read by the handler of its type
    private <T> @Nullable T getOther(Selected<T> source) {
        int index = header.indexOf(source);
        Object value = values[index];
        if (value == null || header.source(index) != null) {
            return (T) value;
        }
        Class<T> type = RowSources.javaTypeOf(source);
        return type == null
                ? (T) value
                : Conversion.to(type, value, header.keys().get(index));
    }

    @Override
    public <T> @Nullable T get(int index, Class<T> type) {
        return Conversion.to(type, values[checked(index)], name(index));
    }

    @Override
    public <T> @Nullable T get(String name, Class<T> type) {
        return Conversion.to(type, values[header.indexOf(name)], name);
    }

    @Override
    public int getInt(int index) {
        Object value = values[checked(index)];
        return value instanceof Integer number
                ? number
                : Conversion.to(Integer.class, present(value, index), name(index));
    }

    @Override
    public int getInt(String name) {
        return getInt(header.indexOf(name));
    }

    @Override
    public long getLong(int index) {
        Object value = values[checked(index)];
        return value instanceof Long number ? number : Conversion.to(Long.class, present(value, index), name(index));
    }

    @Override
    public long getLong(String name) {
        return getLong(header.indexOf(name));
    }

    @Override
    public double getDouble(int index) {
        Object value = values[checked(index)];
        return value instanceof Double number
                ? number
                : Conversion.to(Double.class, present(value, index), name(index));
    }

    @Override
    public double getDouble(String name) {
        return getDouble(header.indexOf(name));
    }

    @Override
    public boolean getBoolean(int index) {
        Object value = values[checked(index)];
        return value instanceof Boolean flag ? flag : Conversion.to(Boolean.class, present(value, index), name(index));
    }

    @Override
    public boolean getBoolean(String name) {
        return getBoolean(header.indexOf(name));
    }

    @Override
    public @Nullable String getString(int index) {
        Object value = values[checked(index)];
        return value == null || value instanceof String ? (String) value : value.toString();
    }

    @Override
    public @Nullable String getString(String name) {
        return getString(header.indexOf(name));
    }

    @Override
    public List<@Nullable Object> toList() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    @Override
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            map.putIfAbsent(name(i), values[i]);
        }
        return map;
    }

    private String name(int index) {
        return header.keys().get(index);
    }

    private int checked(int index) {
        if (index < 0 || index >= values.length) {
            throw new org.aludel.errors.InvalidRequestException(
                    "ALU-0234",
                    "the row has no column at " + index + "; where: " + values.length + " columns " + keys()
                            + "; what to do: count from 0");
        }
        return index;
    }

    private Object present(@Nullable Object value, int index) {
        if (value == null) {
            throw nullPrimitive(name(index));
        }
        return value;
    }

    static DataException nullPrimitive(String column) {
        return new DataException(
                "ALU-0236",
                "NULL can't be read as a primitive; where: column " + column
                        + "; what to do: read it as an object, or exclude NULL in the query");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ArrayRow row && Arrays.equals(values, row.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
