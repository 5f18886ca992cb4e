package org.aludel.orm;

import java.util.List;
import org.aludel.engine.Result;
import org.aludel.engine.Row;
import org.aludel.sql.Condition;
import org.aludel.sql.Cte;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.Statement;
import org.aludel.sql.TableAlias;
import org.jspecify.annotations.Nullable;

/**
 * The part of a {@link Query} that makes other questions, statements and expressions of it.
 *
 * @param <T> what a row becomes
 * @since 0.1
 */
public interface QueryForms<T extends @Nullable Object> {

    // ---- other things selected

    /** Selects expressions besides; rows become {@link Row}s. */
    Query<Row> addColumns(Expr<?>... columns);

    /** Selects objects of another class besides. */
    Query<Row> addEntity(Class<?> type);

    /** Selects objects of another occurrence of a class besides. */
    Query<Row> addEntity(Alias<?> alias);

    /** Selects other things, with the same joins and conditions. */
    Query<Row> withEntities(Selectable... parts);

    /** Selects one expression instead, with the same joins and conditions. */
    <X> Query<X> withEntities(Expr<X> part);

    /** Selects expressions instead; the same as {@link #withEntities(Selectable...)}. */
    default Query<Row> values(Selectable... parts) {
        return withEntities(parts);
    }

    // ---- from something else

    /**
     * Takes the objects of the query's classes from a subquery (or anything else with their columns); conditions given
     * later mean it too.
     */
    Query<T> selectEntityFrom(FromItem item);

    /** Makes a subquery of the query, and asks for its rows; what is added later works on the outside. */
    Query<T> fromSelf();

    /** Rows of this query and of others, each once. */
    Query<T> union(Query<?>... others);

    /** Rows of this query and of others. */
    Query<T> unionAll(Query<?>... others);

    /** Rows that this query and all others have. */
    Query<T> intersect(Query<?>... others);

    /** Rows that this query and all others have, as often as all have them. */
    Query<T> intersectAll(Query<?>... others);

    /** Rows that the others do not have. */
    Query<T> except(Query<?>... others);

    /** Rows that the others do not have, as often as they have them less. */
    Query<T> exceptAll(Query<?>... others);

    /**
     * Reads the query's objects from the rows of text, or of any statement. Columns are found by name: of an object as
     * {@code table_column} or {@code column}, of an expression by its own name.
     *
     * <pre>{@code
     * session.query(User.class).fromStatement(text("SELECT * FROM users WHERE name = :n").bind("n", "ed")).all()
     * }</pre>
     *
     * @throws org.aludel.errors.InvalidRequestException ALU-0738 if the query has conditions, joins, an order or limits
     */
    Query<T> fromStatement(Statement statement);

    /** Reads the query's objects from the rows of text; see {@link #fromStatement}. */
    Query<T> fromText(String sql);

    /**
     * The query's objects from rows that were asked for in another way: those of a connection, or of any statement. Columns
     * are found as by {@link #fromStatement}; all rows that are left are read.
     *
     * <pre>{@code
     * List<User> users = session.query(User.class).instances(connection.execute(text("SELECT * FROM users ORDER BY id")));
     * }</pre>
     */
    List<T> instances(Result rows);

    // ---- the statement

    /** As a subquery of another statement. */
    default TableAlias subquery() {
        return toSelect().subquery();
    }

    /** As a subquery of another statement, under a name. */
    default TableAlias subquery(String name) {
        return toSelect().subquery(name);
    }

    /** As a common table expression. */
    default Cte cte(String name) {
        return toSelect().cte(name);
    }

    /** As a common table expression that a member added by {@code union} may refer to. */
    default Cte recursiveCte(String name) {
        return toSelect().recursiveCte(name);
    }

    /** As a value, of a query that has one column and gives one row at most. */
    default <X> Expr<X> scalarSubquery() {
        return toSelect().scalarSubquery();
    }

    /** What rows must meet, as an expression that may be looked through or used elsewhere; null if they need not. */
    @Nullable
    Condition whereClause();

    /** As a condition: whether there is a row. */
    Condition asCondition();

    /** Parts of the statement around that a subquery speaks of, and does not have itself. */
    Query<T> correlate(Object... classesOrItems);

    /** The SELECT, for use as a subquery or in core; without what the mapping loads along. */
    Select toSelect();

    /** The SQL that {@link #all()} would send. */
    String toSql();
}
