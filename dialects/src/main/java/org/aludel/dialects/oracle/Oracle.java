package org.aludel.dialects.oracle;

import java.util.function.UnaryOperator;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;

/**
 * The dialect of Oracle Database.
 *
 * <pre>{@code
 * select.toSql(Oracle.dialect());                                     // a present-day server
 * select.toSql(Oracle.dialect(s -> s.version(11, 2)));                // ROWNUM for limits, names of 30 characters
 * select.toSql(Oracle.dialect(s -> s.option("useAnsi", false)));      // joins in WHERE, with (+)
 * }</pre>
 *
 * <p>Options: {@code useAnsi} (true): joins are written with JOIN; {@code optimizeLimits} (false): a limit by ROWNUM brings
 * the hint FIRST_ROWS with its number of rows; {@code fetch} (false): limits are written with OFFSET and FETCH, which
 * Oracle 12 and later have.
 *
 * @since 0.1
 * @see OracleTypes
 */
public final class Oracle {

    private static final CoreDialect DIALECT = new OracleDialect(DialectSettings.DEFAULT);

    private Oracle() {}

    /** The dialect, for a present-day server. */
    public static CoreDialect dialect() {
        return DIALECT;
    }

    /** The dialect with settings of its own: {@code Oracle.dialect(s -> s.version(11, 2))}. */
    public static CoreDialect dialect(UnaryOperator<DialectSettings> settings) {
        return DIALECT.with(settings);
    }
}
