package org.aludel.dialects.hsqldb;

import java.util.function.UnaryOperator;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;

/**
 * The dialect of HSQLDB.
 *
 * @since 0.1
 */
public final class Hsqldb {

    private static final CoreDialect DIALECT = new HsqldbDialect(DialectSettings.DEFAULT);

    private Hsqldb() {}

    /** The dialect, for HSQLDB 2.5 and later. */
    public static CoreDialect dialect() {
        return DIALECT;
    }

    /** The dialect with settings of its own: {@code Hsqldb.dialect(s -> s.labelLength(30))}. */
    public static CoreDialect dialect(UnaryOperator<DialectSettings> settings) {
        return DIALECT.with(settings);
    }
}
