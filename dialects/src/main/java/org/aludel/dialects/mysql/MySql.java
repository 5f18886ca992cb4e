package org.aludel.dialects.mysql;

import java.util.EnumSet;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.sql.Capability;

/**
 * The dialect of MySQL 8 and later.
 *
 * @since 0.1
 */
public final class MySql {

    private static final CoreDialect DIALECT =
            new MySqlDialect("mysql", EnumSet.of(Capability.FOR_UPDATE_OF, Capability.LATERAL), new MySqlTypeNames());

    private MySql() {}

    /** The dialect. */
    public static CoreDialect dialect() {
        return DIALECT;
    }
}
