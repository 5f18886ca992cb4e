package org.aludel.dialects.access;

import java.math.BigDecimal;
import org.aludel.types.SpelledType;
import org.aludel.types.Type;
import org.aludel.types.Types;

/**
 * Types that Access has besides those of {@link Types}.
 *
 * @since 0.1
 */
public final class AccessTypes {

    public static final Type<BigDecimal> CURRENCY = new SpelledType<>("CURRENCY", Types.numeric(19, 4), "access");
    public static final Type<Short> BYTE = new SpelledType<>("BYTE", Types.SMALLINT, "access");
    public static final Type<String> GUID = new SpelledType<>("GUID", Types.string(38), "access");
    public static final Type<String> MEMO = new SpelledType<>("MEMO", Types.TEXT, "access");

    private AccessTypes() {}
}
