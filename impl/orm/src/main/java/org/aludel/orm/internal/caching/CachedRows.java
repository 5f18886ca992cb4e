package org.aludel.orm.internal.caching;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.aludel.core.engine.ArrayRow;
import org.aludel.core.engine.RowHeader;
import org.aludel.core.engine.RowSource;
import org.jspecify.annotations.Nullable;

/** Rows that were kept, read like those of a cursor. */
final class CachedRows implements RowSource {

    private final List<@Nullable Object[]> rows;
    private final RowHeader header;
    private int next;
    private @Nullable Object[] row = {};
    private @Nullable ArrayRow converting;

    CachedRows(List<@Nullable Object[]> rows) {
        this.rows = rows;
        int width = rows.isEmpty() ? 0 : rows.get(0).length;
        this.header = new RowHeader(
                IntStream.range(0, width).mapToObj(i -> "column " + i).toList(), new Object[width]);
    }

    @Override
    public boolean next() {
        if (next >= rows.size()) {
            return false;
        }
        row = rows.get(next++);
        converting = null;
        return true;
    }

    @Override
    public @Nullable Object[] values() {
        @Nullable Object[] values = new Object[row.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = getObject(i);
        }
        return values;
    }

    @Override
    public @Nullable Object getObject(int column) {
        return KeptValues.copy(row[column]);
    }

    private <T> @Nullable T get(int column, Class<T> type) {
        ArrayRow wrapped = converting;
        if (wrapped == null) {
            wrapped = new ArrayRow(header, row);
            converting = wrapped;
        }
        return wrapped.get(column, type);
    }

    private <T> T primitive(int column, Class<T> type) {
        return Objects.requireNonNull(get(column, type));
    }

    @Override
    public boolean getBoolean(int column) {
        return primitive(column, boolean.class);
    }

    @Override
    public byte getByte(int column) {
        return primitive(column, byte.class);
    }

    @Override
    public short getShort(int column) {
        return primitive(column, short.class);
    }

    @Override
    public int getInt(int column) {
        return row[column] instanceof Integer number ? number : primitive(column, int.class);
    }

    @Override
    public long getLong(int column) {
        return row[column] instanceof Long number ? number : primitive(column, long.class);
    }

    @Override
    public float getFloat(int column) {
        return (float) getDouble(column);
    }

    @Override
    public double getDouble(int column) {
        return primitive(column, double.class);
    }

    @Override
    public char getChar(int column) {
        return primitive(column, char.class);
    }

    @Override
    public @Nullable String getString(int column) {
        Object value = row[column];
        return value == null ? null : value.toString();
    }

    @Override
    public @Nullable BigDecimal getBigDecimal(int column) {
        return get(column, BigDecimal.class);
    }

    @Override
    public void close() {
        next = rows.size();
    }
}
