package org.aludel.dialects.hana;

import java.util.function.UnaryOperator;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;

/**
 * The dialect of SAP MaxDB.
 *
 * @since 0.1
 */
public final class MaxDb {

    private static final CoreDialect DIALECT = new MaxDbDialect(DialectSettings.DEFAULT);

    private MaxDb() {}

    /** The dialect, for MaxDB 7.9. */
    public static CoreDialect dialect() {
        return DIALECT;
    }

    /** The dialect with settings of its own: {@code MaxDb.dialect(s -> s.version(7, 9))}. */
    public static CoreDialect dialect(UnaryOperator<DialectSettings> settings) {
        return DIALECT.with(settings);
    }
}
