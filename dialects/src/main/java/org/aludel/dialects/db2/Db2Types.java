package org.aludel.dialects.db2;

import java.math.BigDecimal;
import org.aludel.types.SpelledType;
import org.aludel.types.Type;
import org.aludel.types.Types;

/**
 * Types that Db2 has besides those of {@link Types}.
 *
 * @since 0.1
 */
public final class Db2Types {

    public static final Type<String> DBCLOB = new SpelledType<>("DBCLOB", Types.TEXT, "db2");
    public static final Type<String> XML = new SpelledType<>("XML", Types.TEXT, "db2");

    private Db2Types() {}

    /** Decimal floating point of 16 or 34 digits. */
    public static Type<BigDecimal> decfloat(int digits) {
        return new SpelledType<>("DECFLOAT(" + digits + ")", Types.NUMERIC, "db2");
    }

    /** Text of double-byte characters. */
    public static Type<String> vargraphic(int length) {
        return new SpelledType<>("VARGRAPHIC(" + length + ")", Types.string(length), "db2");
    }
}
