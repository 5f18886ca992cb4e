package org.aludel.dialects.hana;

import java.math.BigDecimal;
import org.aludel.types.SpelledType;
import org.aludel.types.Type;
import org.aludel.types.Types;

/**
 * Types that SAP HANA has besides those of {@link Types}.
 *
 * @since 0.1
 */
public final class HanaTypes {

    public static final Type<Integer> TINYINT = new SpelledType<>("TINYINT", Types.INTEGER, "hana");
    public static final Type<BigDecimal> SMALLDECIMAL = new SpelledType<>("SMALLDECIMAL", Types.NUMERIC, "hana");

    private HanaTypes() {}

    /** Text of letters and digits, in which numbers are padded with zeros. */
    public static Type<String> alphanum(int length) {
        return new SpelledType<>("ALPHANUM(" + length + ")", Types.string(length), "hana");
    }

    /** Text that is found by fuzzy search. */
    public static Type<String> shorttext(int length) {
        return new SpelledType<>("SHORTTEXT(" + length + ")", Types.string(length), "hana");
    }
}
