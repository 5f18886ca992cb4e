package org.aludel.dialects.h2;

import java.util.function.UnaryOperator;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;

/**
 * The dialect of H2.
 *
 * @since 0.1
 */
public final class H2 {

    private static final CoreDialect DIALECT = new H2Dialect(DialectSettings.DEFAULT);

    private H2() {}

    /** The dialect, for a present-day server. */
    public static CoreDialect dialect() {
        return DIALECT;
    }

    /** The dialect with settings of its own: {@code H2.dialect(s -> s.version(2, 2))}. */
    public static CoreDialect dialect(UnaryOperator<DialectSettings> settings) {
        return DIALECT.with(settings);
    }
}
