package org.aludel.dialects.mssql;

import java.util.function.UnaryOperator;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;

/**
 * The dialect of Microsoft SQL Server.
 *
 * <pre>{@code
 * select.toSql(SqlServer.dialect());                           // 2012 and later: OFFSET ... FETCH
 * select.toSql(SqlServer.dialect(s -> s.version(10, 0)));      // 2008: ROW_NUMBER()
 * }</pre>
 *
 * @since 0.1
 * @see SqlServerTypes
 */
public final class SqlServer {

    private static final CoreDialect DIALECT = new SqlServerDialect(DialectSettings.DEFAULT);

    private SqlServer() {}

    /** The dialect, for a present-day server. */
    public static CoreDialect dialect() {
        return DIALECT;
    }

    /** The dialect with settings of its own: {@code SqlServer.dialect(s -> s.version(10, 0))}. */
    public static CoreDialect dialect(UnaryOperator<DialectSettings> settings) {
        return DIALECT.with(settings);
    }
}
