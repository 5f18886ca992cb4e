package org.aludel.orm.internal.session;

import java.util.List;
import java.util.Map;
import org.aludel.engine.Result;
import org.aludel.engine.Row;
import org.aludel.engine.StatementCache;
import org.aludel.orm.Alias;
import org.aludel.orm.LoadOption;
import org.aludel.orm.Query;
import org.aludel.orm.RowShape;
import org.aludel.sql.Expr;
import org.aludel.sql.Selectable;
import org.aludel.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Starts queries for a session. */
public interface Queries {

    <T> Query<T> of(DefaultSession session, Class<T> type);

    <T> Query<T> of(DefaultSession session, Alias<T> alias);

    <T> Query<T> of(DefaultSession session, Expr<T> expression);

    <T> Query<T> of(DefaultSession session, RowShape<T> shape);

    Query<Row> rows(DefaultSession session, Selectable... parts);

    /**
     * A statement of the core in which SELECTs of attributes mean rows of their classes.
     *
     * @param options what the selects follow besides what the factory says
     */
    Statement limited(Statement statement, List<LoadOption> options);

    /** What was prepared for queries. */
    StatementCache cache();

    /** The answer to a SELECT of mapped classes; null for other statements. */
    @Nullable
    Result objects(DefaultSession session, Statement statement, Map<String, ? extends @Nullable Object> parameters);
}
