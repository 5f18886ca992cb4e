package org.aludel.dialects.postgresql;

import java.time.LocalTime;
import org.aludel.types.SpecificType;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * TIME with a precision of its seconds or with a time zone, whose values are read as times of the day without it.
 *
 * @param precision digits of a second, negative if not said
 * @param zoned whether the server keeps a time zone
 * @since 0.1
 */
public record TimeOf(int precision, boolean zoned) implements SpecificType<LocalTime> {

    /** The same with so many digits of a second. */
    public TimeOf precision(int digits) {
        return new TimeOf(digits, zoned);
    }

    /** The same with a time zone. */
    public TimeOf timezone() {
        return new TimeOf(precision, true);
    }

    @Override
    public Type<LocalTime> base() {
        return Types.TIME;
    }

    @Override
    public @Nullable String spelling(String dialect) {
        return dialect.equals("postgresql") || dialect.equals("standard") ? toString() : null;
    }

    @Override
    public String toString() {
        return "TIME" + (precision < 0 ? "" : "(" + precision + ")") + (zoned ? " WITH" : " WITHOUT") + " TIME ZONE";
    }
}
