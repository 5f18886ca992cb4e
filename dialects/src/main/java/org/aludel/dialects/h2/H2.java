package org.aludel.dialects.h2;

import org.aludel.core.dialect.CoreDialect;

/**
 * The dialect of H2.
 *
 * @since 0.1
 */
public final class H2 {

    private static final CoreDialect DIALECT = new H2Dialect();

    private H2() {}

    /** The dialect. */
    public static CoreDialect dialect() {
        return DIALECT;
    }
}
