package org.aludel.orm.internal.flush;

import java.util.function.UnaryOperator;
import org.aludel.errors.FlushException;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.jspecify.annotations.Nullable;

/** Version counters: integers that grow by one with each update. */
final class Versions {

    private Versions() {}

    /** The version of a new object; null if the database gives it. */
    static @Nullable Object first(EntityMapper mapper, ColumnAttribute counter) {
        if (mapper.options().isVersionByDatabase()) {
            return null;
        }
        UnaryOperator<@Nullable Object> generator = mapper.options().versionGenerator();
        return generator == null ? fit(counter, 1) : generator.apply(null);
    }

    static @Nullable Object next(EntityMapper mapper, ColumnAttribute counter, @Nullable Object before) {
        UnaryOperator<@Nullable Object> generator = mapper.options().versionGenerator();
        if (generator != null) {
            return generator.apply(before == RowOperation.UNKNOWN ? null : before);
        }
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
