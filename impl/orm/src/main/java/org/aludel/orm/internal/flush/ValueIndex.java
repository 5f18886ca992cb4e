package org.aludel.orm.internal.flush;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows by their values in a unique slot, by open addressing. Integral numbers are equal by value, because a foreign
 * key's attribute may be wider than the key it holds; decimals whatever their scale.
 */
final class ValueIndex {

    private int[] nodes = new int[16];
    private int[] hashes = new int[16];
    private UniqueSlot[] slots = new UniqueSlot[16];
    private @Nullable Object[][] rows = new Object[16][];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /** Adds a row unless one with the same values is there. Rows with a null or an unknown value are left out. */
    void put(UniqueSlot slot, @Nullable Object[] row, int node) {
        int[] columns = slot.columns;
        if (!isComplete(row, columns)) {
            return;
        }
        if (size * 2 >= nodes.length) {
            grow();
        }
        int hash = hash(slot, row, columns);
        int at = place(slot, row, columns, hash);
        if (nodes[at] == 0) {
            nodes[at] = node + 1;
            hashes[at] = hash;
            slots[at] = slot;
            rows[at] = row;
            size++;
        }
    }

    /** The node of the row whose slot has the values that {@code row} has in {@code columns}, or -1. */
    int find(UniqueSlot slot, @Nullable Object[] row, int[] columns) {
        if (size == 0 || !isComplete(row, columns)) {
            return -1;
        }
        return nodes[place(slot, row, columns, hash(slot, row, columns))] - 1;
    }

    static boolean isComplete(@Nullable Object[] row, int[] columns) {
        for (int column : columns) {
            Object value = row[column];
            if (value == null || value == RowOperation.UNKNOWN) {
                return false;
            }
        }
        return true;
    }

    static boolean same(@Nullable Object some, @Nullable Object other) {
        if (some == other) {
            return true;
        }
        if (some == null || other == null) {
            return false;
        }
        if (isIntegral(some) && isIntegral(other)) {
            return ((Number) some).longValue() == ((Number) other).longValue();
        }
        if (some instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        if (some instanceof byte[] a && other instanceof byte[] b) {
            return Arrays.equals(a, b);
        }
        return some.equals(other);
    }

    private int place(UniqueSlot slot, @Nullable Object[] row, int[] columns, int hash) {
        int mask = nodes.length - 1;
        int at = hash & mask;
        while (nodes[at] != 0
                && !(hashes[at] == hash && slots[at] == slot && same(rows[at], slot.columns, row, columns))) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private static boolean same(@Nullable Object[] some, int[] columns, @Nullable Object[] other, int[] others) {
        for (int i = 0; i < columns.length; i++) {
            if (!same(some[columns[i]], other[others[i]])) {
                return false;
            }
        }
        return true;
    }

    private static int hash(UniqueSlot slot, @Nullable Object[] row, int[] columns) {
        int hash = slot.ordinal + 1;
        for (int column : columns) {
            hash = hash * 31 + hash(row[column]);
        }
        hash *= 0x9E3779B9; // spreads small consecutive keys over the upper bits too
        return hash ^ (hash >>> 15);
    }

    private static int hash(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (isIntegral(value)) {
            return Long.hashCode(((Number) value).longValue());
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros().hashCode();
        }
        if (value instanceof byte[] bytes) {
            return Arrays.hashCode(bytes);
        }
        return value.hashCode();
    }

    private static boolean isIntegral(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte;
    }

    private void grow() {
        int[] oldNodes = nodes;
        int[] oldHashes = hashes;
        UniqueSlot[] oldSlots = slots;
        @Nullable Object[][] oldRows = rows;
        int length = oldNodes.length * 4;
        nodes = new int[length];
        hashes = new int[length];
        slots = new UniqueSlot[length];
        rows = new Object[length][];
        for (int i = 0; i < oldNodes.length; i++) {
            if (oldNodes[i] != 0) {
                int at = oldHashes[i] & (length - 1);
                while (nodes[at] != 0) {
                    at = (at + 1) & (length - 1);
                }
                nodes[at] = oldNodes[i];
                hashes[at] = oldHashes[i];
                slots[at] = oldSlots[i];
                rows[at] = oldRows[i];
            }
        }
    }
}
