package org.aludel.dialects.firebird;

import java.util.function.UnaryOperator;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;

/**
 * The dialect of Firebird.
 *
 * <p>Servers before 3.0, which the driver no longer reaches, are written for as SQLAlchemy 1.4 did: no BOOLEAN, no identity
 * columns, values of result columns as literals. The option {@code unchecked} writes constructs that the server is not
 * known to have, instead of refusing them.
 *
 * @since 0.1
 */
public final class Firebird {

    private static final CoreDialect DIALECT = new FirebirdDialect(DialectSettings.DEFAULT);

    private Firebird() {}

    /** The dialect, for a present-day server. */
    public static CoreDialect dialect() {
        return DIALECT;
    }

    /** The dialect with settings of its own: {@code Firebird.dialect(s -> s.version(3, 0))}. */
    public static CoreDialect dialect(UnaryOperator<DialectSettings> settings) {
        return DIALECT.with(settings);
    }
}
