package org.aludel.orm.internal.query;

import java.math.BigDecimal;
import org.aludel.orm.instrument.RowReader;
import org.jspecify.annotations.Nullable;

/** Reads values of any type as objects. */
abstract class ValueReader implements RowReader {

    /** The error for NULL where a primitive value is read. */
    abstract RuntimeException missing();

    private <V> V value(Class<V> type, int column) {
        Object value = getObject(column);
        if (value == null) {
            throw missing();
        }
        return type.cast(value);
    }

    @Override
    public boolean getBoolean(int column) {
        return value(Boolean.class, column);
    }

    @Override
    public byte getByte(int column) {
        return value(Number.class, column).byteValue();
    }

    @Override
    public short getShort(int column) {
        return value(Number.class, column).shortValue();
    }

    @Override
    public int getInt(int column) {
        return value(Number.class, column).intValue();
    }

    @Override
    public long getLong(int column) {
        return value(Number.class, column).longValue();
    }

    @Override
    public float getFloat(int column) {
        return value(Number.class, column).floatValue();
    }

    @Override
    public double getDouble(int column) {
        return value(Number.class, column).doubleValue();
    }

    @Override
    public char getChar(int column) {
        Object value = getObject(column);
        return value instanceof Character single
                ? single
                : value(String.class, column).charAt(0);
    }

    @Override
    public @Nullable String getString(int column) {
        return (String) getObject(column);
    }

    @Override
    public @Nullable BigDecimal getBigDecimal(int column) {
        return (BigDecimal) getObject(column);
    }
}
