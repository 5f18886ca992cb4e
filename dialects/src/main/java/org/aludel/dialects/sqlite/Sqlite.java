package org.aludel.dialects.sqlite;

import org.aludel.core.dialect.CoreDialect;

/**
 * The dialect of SQLite.
 *
 * @since 0.1
 */
public final class Sqlite {

    private static final CoreDialect DIALECT = new SqliteDialect();

    private Sqlite() {}

    /** The dialect. */
    public static CoreDialect dialect() {
        return DIALECT;
    }
}
