package org.aludel.dialects.hana;

import java.util.function.UnaryOperator;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;

/**
 * The dialect of SAP HANA.
 *
 * @since 0.1
 */
public final class Hana {

    private static final CoreDialect DIALECT = new HanaDialect(DialectSettings.DEFAULT);

    private Hana() {}

    /** The dialect, for SAP HANA 2. */
    public static CoreDialect dialect() {
        return DIALECT;
    }

    /** The dialect with settings of its own: {@code Hana.dialect(s -> s.version(2, 0))}. */
    public static CoreDialect dialect(UnaryOperator<DialectSettings> settings) {
        return DIALECT.with(settings);
    }
}
