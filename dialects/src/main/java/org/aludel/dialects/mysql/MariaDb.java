package org.aludel.dialects.mysql;

import java.util.EnumSet;
import org.aludel.core.dialect.CoreDialect;
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
            new MySqlTypeNames.OfMariaDb());

    private MariaDb() {}

    /** The dialect. */
    public static CoreDialect dialect() {
        return DIALECT;
    }
}
