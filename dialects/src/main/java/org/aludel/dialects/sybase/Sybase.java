package org.aludel.dialects.sybase;

import java.util.function.UnaryOperator;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;

/**
 * The dialect of Sybase (SAP) Adaptive Server Enterprise.
 *
 * <p>The option {@code unchecked} writes constructs that ASE does not have (common table expressions, window functions),
 * as its relatives do, instead of refusing them.
 *
 * @since 0.1
 */
public final class Sybase {

    private static final CoreDialect DIALECT = new SybaseDialect(DialectSettings.DEFAULT);

    private Sybase() {}

    /** The dialect, for ASE 16. */
    public static CoreDialect dialect() {
        return DIALECT;
    }

    /** The dialect with settings of its own: {@code Sybase.dialect(s -> s.version(15, 7))}. */
    public static CoreDialect dialect(UnaryOperator<DialectSettings> settings) {
        return DIALECT.with(settings);
    }
}
