package org.aludel.dialects.postgresql;

import org.aludel.core.dialect.CoreDialect;

/**
 * The dialect of PostgreSQL.
 *
 * @since 0.1
 */
public final class PostgreSql {

    private static final CoreDialect DIALECT = new PostgreSqlDialect();

    private PostgreSql() {}

    /** The dialect. */
    public static CoreDialect dialect() {
        return DIALECT;
    }
}
