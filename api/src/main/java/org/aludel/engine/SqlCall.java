package org.aludel.engine;

import java.util.List;
import org.aludel.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * SQL that is about to be sent, for those who change it on its way; see {@link Engine#rewriteSql}.
 *
 * @param sql the text, with a {@code ?} for each value
 * @param parameterSets the values, one list for each set in the order of the {@code ?} marks
 * @since 0.1
 */
public record SqlCall(String sql, List<? extends List<? extends @Nullable Object>> parameterSets) {

    /** The same with another text. */
    public SqlCall withSql(String other) {
        return new SqlCall(other, parameterSets);
    }

    /** The same with other values, as many as before in each set. */
    public SqlCall withParameterSets(List<? extends List<? extends @Nullable Object>> others) {
        return new SqlCall(sql, others);
    }

    /** Changes SQL, or gives it back as it is. */
    @FunctionalInterface
    public interface Rewriter {

        /** Gives what is sent instead. */
        SqlCall rewrite(Connection connection, SqlCall call);
    }

    /** Changes statements before they are compiled, or gives them back as they are. */
    @FunctionalInterface
    public interface StatementRewriter {

        /** Gives what is compiled and executed instead. */
        Statement rewrite(Connection connection, Statement statement);
    }
}
