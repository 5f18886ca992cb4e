package org.aludel.core.engine;

import java.lang.invoke.MethodHandles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.aludel.core.types.TypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one statement by straight-line code. The JIT can't know how many columns a statement has and of which
 * types as long as all statements share one class. So a statement that has read many rows gets a copy of this class for
 * itself, where both are constants: loop and choice by type vanish.
 *
 * <p>This class is the template only. Its constants come with each copy, as class data of a hidden class. It repeats itself
 * because the JIT does not inline what it has compiled before, as it has a method that reads any column.
 */
final class ShapedReaders extends ColumnReaders {

    /** How many columns have a constant; further ones are read as they are by all. */
    static final int CONSTANTS = 16;

    private static final ColumnReaders SHAPE = shape();
    private static final int SIZE = SHAPE.size();
    private static final byte K0 = SHAPE.kind(0);
    private static final byte K1 = SHAPE.kind(1);
    private static final byte K2 = SHAPE.kind(2);
    private static final byte K3 = SHAPE.kind(3);
    private static final byte K4 = SHAPE.kind(4);
    private static final byte K5 = SHAPE.kind(5);
    private static final byte K6 = SHAPE.kind(6);
    private static final byte K7 = SHAPE.kind(7);
    private static final byte K8 = SHAPE.kind(8);
    private static final byte K9 = SHAPE.kind(9);
    private static final byte K10 = SHAPE.kind(10);
    private static final byte K11 = SHAPE.kind(11);
    private static final byte K12 = SHAPE.kind(12);
    private static final byte K13 = SHAPE.kind(13);
    private static final byte K14 = SHAPE.kind(14);
    private static final byte K15 = SHAPE.kind(15);

    private static final TypeHandler<?> H0 = SHAPE.handler(0);
    private static final TypeHandler<?> H1 = SHAPE.handler(1);
    private static final TypeHandler<?> H2 = SHAPE.handler(2);
    private static final TypeHandler<?> H3 = SHAPE.handler(3);
    private static final TypeHandler<?> H4 = SHAPE.handler(4);
    private static final TypeHandler<?> H5 = SHAPE.handler(5);
    private static final TypeHandler<?> H6 = SHAPE.handler(6);
    private static final TypeHandler<?> H7 = SHAPE.handler(7);
    private static final TypeHandler<?> H8 = SHAPE.handler(8);
    private static final TypeHandler<?> H9 = SHAPE.handler(9);
    private static final TypeHandler<?> H10 = SHAPE.handler(10);
    private static final TypeHandler<?> H11 = SHAPE.handler(11);
    private static final TypeHandler<?> H12 = SHAPE.handler(12);
    private static final TypeHandler<?> H13 = SHAPE.handler(13);
    private static final TypeHandler<?> H14 = SHAPE.handler(14);
    private static final TypeHandler<?> H15 = SHAPE.handler(15);

    ShapedReaders() {
        super(SHAPE);
    }

    private static ColumnReaders shape() {
        try {
            return MethodHandles.classData(MethodHandles.lookup(), "_", ColumnReaders.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a class may not see its own data", e);
        }
    }

    @Override
    @Nullable
    Object[] read(ResultSet cursor) throws SQLException {
        Object v0 = K0 == TEXT
                ? cursor.getString(1)
                : K0 == INTEGER
                        ? integer(cursor, 1)
                        : K0 == LONG
                                ? longer(cursor, 1)
                                : K0 == DECIMAL
                                        ? cursor.getBigDecimal(1)
                                        : K0 == TIMESTAMP
                                                ? cursor.getObject(1, LocalDateTime.class)
                                                : K0 == ANY ? H0.read(cursor, 1) : null;
        Object v1 = K1 == TEXT
                ? cursor.getString(2)
                : K1 == INTEGER
                        ? integer(cursor, 2)
                        : K1 == LONG
                                ? longer(cursor, 2)
                                : K1 == DECIMAL
                                        ? cursor.getBigDecimal(2)
                                        : K1 == TIMESTAMP
                                                ? cursor.getObject(2, LocalDateTime.class)
                                                : K1 == ANY ? H1.read(cursor, 2) : null;
        Object v2 = K2 == TEXT
                ? cursor.getString(3)
                : K2 == INTEGER
                        ? integer(cursor, 3)
                        : K2 == LONG
                                ? longer(cursor, 3)
                                : K2 == DECIMAL
                                        ? cursor.getBigDecimal(3)
                                        : K2 == TIMESTAMP
                                                ? cursor.getObject(3, LocalDateTime.class)
                                                : K2 == ANY ? H2.read(cursor, 3) : null;
        Object v3 = K3 == TEXT
                ? cursor.getString(4)
                : K3 == INTEGER
                        ? integer(cursor, 4)
                        : K3 == LONG
                                ? longer(cursor, 4)
                                : K3 == DECIMAL
                                        ? cursor.getBigDecimal(4)
                                        : K3 == TIMESTAMP
                                                ? cursor.getObject(4, LocalDateTime.class)
                                                : K3 == ANY ? H3.read(cursor, 4) : null;
        Object v4 = K4 == TEXT
                ? cursor.getString(5)
                : K4 == INTEGER
                        ? integer(cursor, 5)
                        : K4 == LONG
                                ? longer(cursor, 5)
                                : K4 == DECIMAL
                                        ? cursor.getBigDecimal(5)
                                        : K4 == TIMESTAMP
                                                ? cursor.getObject(5, LocalDateTime.class)
                                                : K4 == ANY ? H4.read(cursor, 5) : null;
        Object v5 = K5 == TEXT
                ? cursor.getString(6)
                : K5 == INTEGER
                        ? integer(cursor, 6)
                        : K5 == LONG
                                ? longer(cursor, 6)
                                : K5 == DECIMAL
                                        ? cursor.getBigDecimal(6)
                                        : K5 == TIMESTAMP
                                                ? cursor.getObject(6, LocalDateTime.class)
                                                : K5 == ANY ? H5.read(cursor, 6) : null;
        Object v6 = K6 == TEXT
                ? cursor.getString(7)
                : K6 == INTEGER
                        ? integer(cursor, 7)
                        : K6 == LONG
                                ? longer(cursor, 7)
                                : K6 == DECIMAL
                                        ? cursor.getBigDecimal(7)
                                        : K6 == TIMESTAMP
                                                ? cursor.getObject(7, LocalDateTime.class)
                                                : K6 == ANY ? H6.read(cursor, 7) : null;
        Object v7 = K7 == TEXT
                ? cursor.getString(8)
                : K7 == INTEGER
                        ? integer(cursor, 8)
                        : K7 == LONG
                                ? longer(cursor, 8)
                                : K7 == DECIMAL
                                        ? cursor.getBigDecimal(8)
                                        : K7 == TIMESTAMP
                                                ? cursor.getObject(8, LocalDateTime.class)
                                                : K7 == ANY ? H7.read(cursor, 8) : null;
        Object v8 = K8 == TEXT
                ? cursor.getString(9)
                : K8 == INTEGER
                        ? integer(cursor, 9)
                        : K8 == LONG
                                ? longer(cursor, 9)
                                : K8 == DECIMAL
                                        ? cursor.getBigDecimal(9)
                                        : K8 == TIMESTAMP
                                                ? cursor.getObject(9, LocalDateTime.class)
                                                : K8 == ANY ? H8.read(cursor, 9) : null;
        Object v9 = K9 == TEXT
                ? cursor.getString(10)
                : K9 == INTEGER
                        ? integer(cursor, 10)
                        : K9 == LONG
                                ? longer(cursor, 10)
                                : K9 == DECIMAL
                                        ? cursor.getBigDecimal(10)
                                        : K9 == TIMESTAMP
                                                ? cursor.getObject(10, LocalDateTime.class)
                                                : K9 == ANY ? H9.read(cursor, 10) : null;
        Object v10 = K10 == TEXT
                ? cursor.getString(11)
                : K10 == INTEGER
                        ? integer(cursor, 11)
                        : K10 == LONG
                                ? longer(cursor, 11)
                                : K10 == DECIMAL
                                        ? cursor.getBigDecimal(11)
                                        : K10 == TIMESTAMP
                                                ? cursor.getObject(11, LocalDateTime.class)
                                                : K10 == ANY ? H10.read(cursor, 11) : null;
        Object v11 = K11 == TEXT
                ? cursor.getString(12)
                : K11 == INTEGER
                        ? integer(cursor, 12)
                        : K11 == LONG
                                ? longer(cursor, 12)
                                : K11 == DECIMAL
                                        ? cursor.getBigDecimal(12)
                                        : K11 == TIMESTAMP
                                                ? cursor.getObject(12, LocalDateTime.class)
                                                : K11 == ANY ? H11.read(cursor, 12) : null;
        Object v12 = K12 == TEXT
                ? cursor.getString(13)
                : K12 == INTEGER
                        ? integer(cursor, 13)
                        : K12 == LONG
                                ? longer(cursor, 13)
                                : K12 == DECIMAL
                                        ? cursor.getBigDecimal(13)
                                        : K12 == TIMESTAMP
                                                ? cursor.getObject(13, LocalDateTime.class)
                                                : K12 == ANY ? H12.read(cursor, 13) : null;
        Object v13 = K13 == TEXT
                ? cursor.getString(14)
                : K13 == INTEGER
                        ? integer(cursor, 14)
                        : K13 == LONG
                                ? longer(cursor, 14)
                                : K13 == DECIMAL
                                        ? cursor.getBigDecimal(14)
                                        : K13 == TIMESTAMP
                                                ? cursor.getObject(14, LocalDateTime.class)
                                                : K13 == ANY ? H13.read(cursor, 14) : null;
        Object v14 = K14 == TEXT
                ? cursor.getString(15)
                : K14 == INTEGER
                        ? integer(cursor, 15)
                        : K14 == LONG
                                ? longer(cursor, 15)
                                : K14 == DECIMAL
                                        ? cursor.getBigDecimal(15)
                                        : K14 == TIMESTAMP
                                                ? cursor.getObject(15, LocalDateTime.class)
                                                : K14 == ANY ? H14.read(cursor, 15) : null;
        Object v15 = K15 == TEXT
                ? cursor.getString(16)
                : K15 == INTEGER
                        ? integer(cursor, 16)
                        : K15 == LONG
                                ? longer(cursor, 16)
                                : K15 == DECIMAL
                                        ? cursor.getBigDecimal(16)
                                        : K15 == TIMESTAMP
                                                ? cursor.getObject(16, LocalDateTime.class)
                                                : K15 == ANY ? H15.read(cursor, 16) : null;
        // made when all is read: what is stored into a new array with no call between needs no barrier
        @Nullable Object[] values = new Object[SIZE];
        values[0] = v0;
        if (SIZE > 1) {
            values[1] = v1;
        }
        if (SIZE > 2) {
            values[2] = v2;
        }
        if (SIZE > 3) {
            values[3] = v3;
        }
        if (SIZE > 4) {
            values[4] = v4;
        }
        if (SIZE > 5) {
            values[5] = v5;
        }
        if (SIZE > 6) {
            values[6] = v6;
        }
        if (SIZE > 7) {
            values[7] = v7;
        }
        if (SIZE > 8) {
            values[8] = v8;
        }
        if (SIZE > 9) {
            values[9] = v9;
        }
        if (SIZE > 10) {
            values[10] = v10;
        }
        if (SIZE > 11) {
            values[11] = v11;
        }
        if (SIZE > 12) {
            values[12] = v12;
        }
        if (SIZE > 13) {
            values[13] = v13;
        }
        if (SIZE > 14) {
            values[14] = v14;
        }
        if (SIZE > 15) {
            values[15] = v15;
        }
        for (int i = CONSTANTS; i < SIZE; i++) {
            values[i] = read(cursor, i);
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
