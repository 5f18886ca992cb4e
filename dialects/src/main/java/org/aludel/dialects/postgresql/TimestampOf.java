package org.aludel.dialects.postgresql;

import java.time.OffsetDateTime;
import org.aludel.types.SpecificType;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * TIMESTAMP with a precision of its seconds.
 *
 * @param base the type whose values these are, {@link Types#TIMESTAMP} or {@link Types#TIMESTAMP_TZ}
 * @param precision digits of a second, negative if not said
 * @since 0.1
 */
public record TimestampOf<T>(Type<T> base, int precision) implements SpecificType<T> {

    /** The same with so many digits of a second. */
    public TimestampOf<T> precision(int digits) {
        return new TimestampOf<>(base, digits);
    }

    /** The same with a time zone. */
    public TimestampOf<OffsetDateTime> timezone() {
        return new TimestampOf<>(Types.TIMESTAMP_TZ, precision);
    }

    @Override
    public @Nullable String spelling(String dialect) {
        return dialect.equals("postgresql") || dialect.equals("standard") ? toString() : null;
    }

    @Override
    public String toString() {
        boolean zoned = base.equals(Types.TIMESTAMP_TZ);
        return "TIMESTAMP" + (precision < 0 ? "" : "(" + precision + ")") + (zoned ? " WITH" : " WITHOUT")
                + " TIME ZONE";
    }
}
