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
 * Reads whole rows. The commonest types are read without a call that the JIT can't resolve, and with the class that drivers
 * are asked for as a constant: it is a third of the cost of a row.
 */
final class ColumnReaders {

    private static final byte ANY = 0;
    private static final byte TEXT = 1;
    private static final byte INTEGER = 2;
    private static final byte LONG = 3;
    private static final byte DECIMAL = 4;
    private static final byte TIMESTAMP = 5;

    private final TypeHandler<?>[] handlers;
    private final byte[] kinds;

    ColumnReaders(TypeHandler<?>[] handlers) {
        this.handlers = handlers;
        this.kinds = new byte[handlers.length];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = kind(handlers[i]);
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

    /** The values of the cursor's row. */
    @Nullable
    Object[] read(ResultSet cursor) throws SQLException {
        byte[] all = kinds;
        @Nullable Object[] values = new Object[all.length];
        for (int i = 0; i < all.length; i++) {
            values[i] = switch (all[i]) {
                case TEXT -> cursor.getString(i + 1);
                case INTEGER -> integer(cursor, i + 1);
                case LONG -> longer(cursor, i + 1);
                case DECIMAL -> cursor.getBigDecimal(i + 1);
                case TIMESTAMP -> cursor.getObject(i + 1, LocalDateTime.class);
                default -> handlers[i].read(cursor, i + 1);
            };
        }
        return values;
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
