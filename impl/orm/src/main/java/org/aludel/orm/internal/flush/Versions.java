package org.aludel.orm.internal.flush;

import org.aludel.errors.FlushException;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.jspecify.annotations.Nullable;

/** Version counters: integers that grow by one with each update. */
final class Versions {

    private Versions() {}

    static Object first(ColumnAttribute counter) {
        return fit(counter, 1);
    }

    static Object next(ColumnAttribute counter, @Nullable Object before) {
        if (!(before instanceof Number number)) {
            throw new FlushException(
                    "ALU-0607",
                    "the version to be checked is not known; where: " + counter + " is " + before
                            + "; what to do: do not defer the version column, and let only the flush write it");
        }
        return fit(counter, number.longValue() + 1);
    }

    private static Object fit(ColumnAttribute counter, long value) {
        Class<?> type = counter.javaType();
        if (type == int.class || type == Integer.class) {
            return (int) value;
        }
        if (type == short.class || type == Short.class) {
            return (short) value;
        }
        return value;
    }
}
