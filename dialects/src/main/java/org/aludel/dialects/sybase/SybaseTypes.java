package org.aludel.dialects.sybase;

import java.math.BigDecimal;
import org.aludel.types.SpelledType;
import org.aludel.types.Type;
import org.aludel.types.Types;

/**
 * Types that Sybase ASE has besides those of {@link Types}.
 *
 * @since 0.1
 */
public final class SybaseTypes {

    public static final Type<BigDecimal> MONEY = new SpelledType<>("MONEY", Types.numeric(19, 4), "sybase");
    public static final Type<BigDecimal> SMALLMONEY = new SpelledType<>("SMALLMONEY", Types.numeric(10, 4), "sybase");
    public static final Type<Integer> TINYINT = new SpelledType<>("TINYINT", Types.INTEGER, "sybase");
    public static final Type<Boolean> BIT = new SpelledType<>("BIT", Types.BOOLEAN, "sybase");
    public static final Type<byte[]> IMAGE = new SpelledType<>("IMAGE", Types.BINARY, "sybase");
    public static final Type<String> UNITEXT = new SpelledType<>("UNITEXT", Types.TEXT, "sybase");
    public static final Type<String> UNIQUEIDENTIFIER =
            new SpelledType<>("UNIQUEIDENTIFIER", Types.string(36), "sybase");

    private SybaseTypes() {}

    /** Text of UTF-16 units with a fixed length. */
    public static Type<String> unichar(int length) {
        return new SpelledType<>("UNICHAR(" + length + ")", Types.string(length), "sybase");
    }

    /** Text of UTF-16 units. */
    public static Type<String> univarchar(int length) {
        return new SpelledType<>("UNIVARCHAR(" + length + ")", Types.string(length), "sybase");
    }
}
