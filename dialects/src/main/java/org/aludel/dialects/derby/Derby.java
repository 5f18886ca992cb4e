package org.aludel.dialects.derby;

import java.util.function.UnaryOperator;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;

/**
 * The dialect of Derby.
 *
 * @since 0.1
 */
public final class Derby {

    private static final CoreDialect DIALECT = new DerbyDialect(DialectSettings.DEFAULT);

    private Derby() {}

    /** The dialect, for Derby 10.14 and later. */
    public static CoreDialect dialect() {
        return DIALECT;
    }

    /** The dialect with settings of its own: {@code Derby.dialect(s -> s.labelLength(30))}. */
    public static CoreDialect dialect(UnaryOperator<DialectSettings> settings) {
        return DIALECT.with(settings);
    }
}
