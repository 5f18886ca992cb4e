package org.aludel.dialects.informix;

import java.math.BigDecimal;
import org.aludel.types.SpelledType;
import org.aludel.types.Type;
import org.aludel.types.Types;

/**
 * Types that Informix has besides those of {@link Types}.
 *
 * @since 0.1
 */
public final class InformixTypes {

    public static final Type<Long> INT8 = new SpelledType<>("INT8", Types.BIGINT, "informix");
    public static final Type<String> CLOB = new SpelledType<>("CLOB", Types.TEXT, "informix");
    public static final Type<byte[]> BLOB = new SpelledType<>("BLOB", Types.BINARY, "informix");

    private InformixTypes() {}

    /** Amounts of money. */
    public static Type<BigDecimal> money(int precision, int scale) {
        return new SpelledType<>(
                "MONEY(" + precision + ", " + scale + ")", Types.numeric(precision, scale), "informix");
    }

    /** Long text. */
    public static Type<String> lvarchar(int length) {
        return new SpelledType<>("LVARCHAR(" + length + ")", Types.string(length), "informix");
    }
}
