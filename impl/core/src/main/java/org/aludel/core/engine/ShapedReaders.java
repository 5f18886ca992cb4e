package org.aludel.core.engine;

import java.lang.invoke.MethodHandles;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one statement by straight-line code. The JIT can't know how many columns a statement has and of which
 * types as long as all statements share one class. So a statement that has read many rows gets a copy of this class for
 * itself, where both are constants: loop and choice by type vanish.
 *
 * <p>This class is the template only. Its constants come with each copy, as class data of a hidden class.
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
        @Nullable Object[] values = new Object[SIZE];
        values[0] = read(cursor, 0, K0);
        if (SIZE > 1) {
            values[1] = read(cursor, 1, K1);
        }
        if (SIZE > 2) {
            values[2] = read(cursor, 2, K2);
        }
        if (SIZE > 3) {
            values[3] = read(cursor, 3, K3);
        }
        if (SIZE > 4) {
            values[4] = read(cursor, 4, K4);
        }
        if (SIZE > 5) {
            values[5] = read(cursor, 5, K5);
        }
        if (SIZE > 6) {
            values[6] = read(cursor, 6, K6);
        }
        if (SIZE > 7) {
            values[7] = read(cursor, 7, K7);
        }
        if (SIZE > 8) {
            values[8] = read(cursor, 8, K8);
        }
        if (SIZE > 9) {
            values[9] = read(cursor, 9, K9);
        }
        if (SIZE > 10) {
            values[10] = read(cursor, 10, K10);
        }
        if (SIZE > 11) {
            values[11] = read(cursor, 11, K11);
        }
        if (SIZE > 12) {
            values[12] = read(cursor, 12, K12);
        }
        if (SIZE > 13) {
            values[13] = read(cursor, 13, K13);
        }
        if (SIZE > 14) {
            values[14] = read(cursor, 14, K14);
        }
        if (SIZE > 15) {
            values[15] = read(cursor, 15, K15);
        }
        for (int i = CONSTANTS; i < SIZE; i++) {
            values[i] = read(cursor, i);
        }
        return values;
    }
}
