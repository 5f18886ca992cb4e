package org.aludel.core.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.aludel.core.types.Decimals;
import org.aludel.core.types.Integers;
import org.aludel.core.types.Longs;
import org.aludel.core.types.ObjectHandler;
import org.aludel.core.types.Strings;
import org.aludel.core.types.TypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * Reads the columns of rows. The commonest types are read without a call that the JIT can't resolve, and with the class that
 * drivers are asked for as a constant: it is a third of the cost of a row. Readers that have read many rows are replaced by
 * {@link ShapedReaders}.
 */
class ColumnReaders {

    /** Rows after which a statement gets readers of its own: making them costs about as much as reading a thousand. */
    private static final int MANY = 10_000;

    static final byte ANY = 0;
    static final byte TEXT = 1;
    static final byte INTEGER = 2;
    static final byte LONG = 3;
    static final byte DECIMAL = 4;
    static final byte TIMESTAMP = 5;
    static final byte NONE = 6;

    private final TypeHandler<?>[] handlers;
    private final byte[] kinds;

    // counted by all threads without care: it is of no matter when the number is reached, nor whether twice
    private long rowsRead;
    private volatile @Nullable ColumnReaders shaped;

    ColumnReaders(TypeHandler<?>[] handlers) {
        this.handlers = handlers;
        this.kinds = new byte[handlers.length];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = kind(handlers[i]);
        }
    }

    /** The same columns. */
    ColumnReaders(ColumnReaders other) {
        this.handlers = other.handlers;
        this.kinds = other.kinds;
        this.rowsRead = MANY;
    }

    /** Readers of these columns, the quickest there are by now. */
    ColumnReaders quickest() {
        ColumnReaders known = shaped;
        return known == null ? this : known;
    }

    /** That many rows were read whole. */
    void wereRead(long rows) {
        if (rowsRead < MANY && kinds.length > 0) {
            rowsRead += rows;
            if (rowsRead >= MANY) {
                shaped = HiddenCopy.of(ShapedReaders.class, ColumnReaders.class, this);
            }
        }
    }

    private static byte kind(TypeHandler<?> handler) {
        if (handler instanceof Strings) {
            return TEXT;
        }
        if (handler instanceof Integers) {
            return INTEGER;
        }
        if (handler instanceof Longs) {
            return LONG;
        }
        if (handler instanceof Decimals) {
            return DECIMAL;
        }
        return handler instanceof ObjectHandler<?> object && object.javaType() == LocalDateTime.class ? TIMESTAMP : ANY;
    }

    /** How the column is read; none if there is no such column. */
    byte kind(int column) {
        return column < kinds.length ? kinds[column] : NONE;
    }

    /** What reads the column; that of the first if there is no such column. */
    TypeHandler<?> handler(int column) {
        return handlers[column < kinds.length ? column : 0];
    }

    /** Number of columns. */
    int size() {
        return kinds.length;
    }

    /** The values of the cursor's row. */
    @Nullable
    Object[] read(ResultSet cursor) throws SQLException {
        @Nullable Object[] values = new Object[kinds.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(cursor, i);
        }
        return values;
    }

    /** The value at a column, counted from 0; null for NULL. */
    @Nullable
    Object read(ResultSet cursor, int column) throws SQLException {
        return read(cursor, column, kinds[column]);
    }

    /** The value at a column of that kind. */
    final @Nullable Object read(ResultSet cursor, int column, byte kind) throws SQLException {
        return switch (kind) {
            case TEXT -> cursor.getString(column + 1);
            case INTEGER -> integer(cursor, column + 1);
            case LONG -> longer(cursor, column + 1);
            case DECIMAL -> cursor.getBigDecimal(column + 1);
            case TIMESTAMP -> cursor.getObject(column + 1, LocalDateTime.class);
            default -> handlers[column].read(cursor, column + 1);
        };
    }

    /** As {@link ResultSet#getInt(int)}, but for the column, counted from 0. */
    int readInt(ResultSet cursor, int column) throws SQLException {
        return kinds[column] == INTEGER ? cursor.getInt(column + 1) : handlers[column].readInt(cursor, column + 1);
    }

    /** As {@link ResultSet#getLong(int)}, but for the column, counted from 0. */
    long readLong(ResultSet cursor, int column) throws SQLException {
        return kinds[column] == LONG ? cursor.getLong(column + 1) : handlers[column].readLong(cursor, column + 1);
    }

    /** As {@link ResultSet#getDouble(int)}, but for the column, counted from 0. */
    double readDouble(ResultSet cursor, int column) throws SQLException {
        return handlers[column].readDouble(cursor, column + 1);
    }

    /** As {@link ResultSet#getBoolean(int)}, but for the column, counted from 0. */
    boolean readBoolean(ResultSet cursor, int column) throws SQLException {
        return handlers[column].readBoolean(cursor, column + 1);
    }

    /** The text at a column, counted from 0; what is no text is printed. */
    @Nullable
    String readString(ResultSet cursor, int column) throws SQLException {
        if (kinds[column] == TEXT) {
            return cursor.getString(column + 1);
        }
        Object value = read(cursor, column);
        return value == null || value instanceof String ? (String) value : value.toString();
    }

    private static @Nullable Integer integer(ResultSet cursor, int column) throws SQLException {
        int value = cursor.getInt(column);
        return value == 0 && cursor.wasNull() ? null : Integer.valueOf(value);
    }

    private static @Nullable Long longer(ResultSet cursor, int column) throws SQLException {
        long value = cursor.getLong(column);
        return value == 0 && cursor.wasNull() ? null : Long.valueOf(value);
    }
}
