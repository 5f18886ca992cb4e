package org.aludel.compliance.oddity;

import java.math.BigDecimal;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;
import org.aludel.types.SpelledType;
import org.aludel.types.Type;
import org.aludel.types.Types;

/** The dialect of Oddity, and the type that only Oddity has. */
public final class Oddity {

    /** Amounts of money, with four digits for fractions. */
    public static final Type<BigDecimal> COINS = new SpelledType<>("DECIMAL(18, 4)", Types.NUMERIC, "oddity");

    private static final CoreDialect DIALECT = new OddityDialect(DialectSettings.DEFAULT);

    private Oddity() {}

    /** The dialect. */
    public static CoreDialect dialect() {
        return DIALECT;
    }
}
