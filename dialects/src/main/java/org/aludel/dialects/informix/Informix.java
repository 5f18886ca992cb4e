package org.aludel.dialects.informix;

import java.util.function.UnaryOperator;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;

/**
 * The dialect of IBM Informix.
 *
 * @since 0.1
 */
public final class Informix {

    private static final CoreDialect DIALECT = new InformixDialect(DialectSettings.DEFAULT);

    private Informix() {}

    /** The dialect, for Informix 14.10. */
    public static CoreDialect dialect() {
        return DIALECT;
    }

    /** The dialect with settings of its own: {@code Informix.dialect(s -> s.version(12, 10))}. */
    public static CoreDialect dialect(UnaryOperator<DialectSettings> settings) {
        return DIALECT.with(settings);
    }
}
