package org.aludel.orm.internal.flush;

import java.util.Arrays;

/** Small sets of column numbers, as arrays. */
final class Columns {

    private Columns() {}

    static boolean contains(int[] columns, int column) {
        for (int each : columns) {
            if (each == column) {
                return true;
            }
        }
        return false;
    }

    /** Whether a column is among the first of some. */
    static boolean contains(int[] some, int count, int column) {
        for (int i = 0; i < count; i++) {
            if (some[i] == column) {
                return true;
            }
        }
        return false;
    }

    static boolean overlap(int[] some, int[] others) {
        for (int column : some) {
            if (contains(others, column)) {
                return true;
            }
        }
        return false;
    }

    static int[] minus(int[] some, int[] others) {
        int[] rest = new int[some.length];
        int count = 0;
        for (int column : some) {
            if (!contains(others, column)) {
                rest[count++] = column;
            }
        }
        return Arrays.copyOf(rest, count);
    }

    static int[] common(int[] some, int[] others) {
        return minus(some, minus(some, others));
    }
}
