package org.aludel.dialects.postgresql;

import java.util.List;
import java.util.function.UnaryOperator;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;
import org.aludel.schema.Deferral;

/**
 * The dialect of PostgreSQL.
 *
 * @since 0.1
 */
public final class PostgreSql {

    private static final CoreDialect DIALECT = new PostgreSqlDialect(DialectSettings.DEFAULT);

    private PostgreSql() {}

    /** EXCLUDE USING gist, to which elements are added. */
    public static ExcludeConstraint exclude() {
        return new ExcludeConstraint(null, List.of(), "gist", null, Deferral.NONE);
    }

    /** The dialect, for a present-day server. */
    public static CoreDialect dialect() {
        return DIALECT;
    }

    /** The dialect with settings of its own: {@code PostgreSql.dialect(s -> s.version(15, 0))}. */
    public static CoreDialect dialect(UnaryOperator<DialectSettings> settings) {
        return DIALECT.with(settings);
    }
}
