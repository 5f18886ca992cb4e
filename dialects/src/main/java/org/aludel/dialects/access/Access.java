package org.aludel.dialects.access;

import java.util.function.UnaryOperator;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;

/**
 * The dialect of Microsoft Access.
 *
 * @since 0.1
 */
public final class Access {

    private static final CoreDialect DIALECT = new AccessDialect(DialectSettings.DEFAULT);

    private Access() {}

    /** The dialect, for files of Access 2010 and later. */
    public static CoreDialect dialect() {
        return DIALECT;
    }

    /** The dialect with settings of its own: {@code Access.dialect(s -> s.version(14, 0))}. */
    public static CoreDialect dialect(UnaryOperator<DialectSettings> settings) {
        return DIALECT.with(settings);
    }
}
