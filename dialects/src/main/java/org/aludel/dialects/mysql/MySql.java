package org.aludel.dialects.mysql;

import java.util.EnumSet;
import java.util.function.UnaryOperator;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;
import org.aludel.sql.Capability;
import org.aludel.sql.Expr;

/**
 * The dialect of MySQL 8 and later.
 *
 * @since 0.1
 */
public final class MySql {

    private static final CoreDialect DIALECT = new MySqlDialect(
            "mysql", EnumSet.of(Capability.FOR_UPDATE_OF, Capability.LATERAL), DialectSettings.DEFAULT);

    private MySql() {}

    /** The dialect, for a present-day server. */
    public static CoreDialect dialect() {
        return DIALECT;
    }

    /** The dialect with settings of its own: {@code MySql.dialect(s -> s.version(5, 7))}. */
    public static CoreDialect dialect(UnaryOperator<DialectSettings> settings) {
        return DIALECT.with(settings);
    }

    /** Full text search over the columns of a FULLTEXT index, {@code MATCH (...) AGAINST (...)}. */
    public static MySqlMatch match(String against, Expr<?>... columns) {
        return MySqlMatch.of(against, columns);
    }
}
