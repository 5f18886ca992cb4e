package org.aludel.dialects.sqlite;

import java.util.function.UnaryOperator;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;

/**
 * The dialect of SQLite.
 *
 * @since 0.1
 */
public final class Sqlite {

    private static final CoreDialect DIALECT = new SqliteDialect(DialectSettings.DEFAULT);

    private Sqlite() {}

    /** The dialect, for a present-day server. */
    public static CoreDialect dialect() {
        return DIALECT;
    }

    /** The dialect with settings of its own: {@code Sqlite.dialect(s -> s.version(3, 39))}. */
    public static CoreDialect dialect(UnaryOperator<DialectSettings> settings) {
        return DIALECT.with(settings);
    }
}
