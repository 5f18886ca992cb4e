package org.aludel.dialects.db2;

import java.util.function.UnaryOperator;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;

/**
 * The dialect of IBM Db2 for Linux, UNIX and Windows.
 *
 * @since 0.1
 */
public final class Db2 {

    private static final CoreDialect DIALECT = new Db2Dialect(DialectSettings.DEFAULT);

    private Db2() {}

    /** The dialect, for Db2 11.1 and later. */
    public static CoreDialect dialect() {
        return DIALECT;
    }

    /** The dialect with settings of its own: {@code Db2.dialect(s -> s.version(11, 1))}. */
    public static CoreDialect dialect(UnaryOperator<DialectSettings> settings) {
        return DIALECT.with(settings);
    }
}
