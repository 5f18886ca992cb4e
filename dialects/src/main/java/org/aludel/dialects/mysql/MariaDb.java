package org.aludel.dialects.mysql;

import java.util.EnumSet;
import java.util.function.UnaryOperator;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;
import org.aludel.sql.Capability;

/**
 * The dialect of MariaDB 10.7 and later.
 *
 * @since 0.1
 */
public final class MariaDb {

    private static final CoreDialect DIALECT = new MySqlDialect(
            "mariadb",
            EnumSet.of(
                    Capability.INSERT_RETURNING,
                    Capability.DELETE_RETURNING,
                    Capability.MULTI_ROW_RETURNING,
                    Capability.SEQUENCES),
            DialectSettings.DEFAULT);

    private MariaDb() {}

    /** The dialect, for a present-day server. */
    public static CoreDialect dialect() {
        return DIALECT;
    }

    /** The dialect with settings of its own: {@code MariaDb.dialect(s -> s.version(10, 4))}. */
    public static CoreDialect dialect(UnaryOperator<DialectSettings> settings) {
        return DIALECT.with(settings);
    }
}
