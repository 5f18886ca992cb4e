package org.aludel.sql;

import java.util.List;
import org.aludel.sql.tree.Exists;
import org.aludel.sql.tree.Quantified;
import org.aludel.sql.tree.ScalarQuery;
import org.aludel.types.Type;

/**
 * A query: a select, or several joined by UNION and the like.
 *
 * @since 0.1
 */
public abstract class QueryExpression extends AbstractStatement implements Selectable {

    /** The columns of the result. */
    public abstract List<OutputColumn> outputs();

    /** The query as a subquery for FROM. */
    public TableAlias as(String name) {
        return new TableAlias(this, name, false);
    }

    /** The query as a subquery for FROM, under a name made when the statement is compiled. */
    public TableAlias subquery() {
        return new TableAlias(this, null, false);
    }

    /** The query as a subquery that may refer to what stands before it in FROM. */
    public TableAlias lateral(String name) {
        return new TableAlias(this, name, true);
    }

    /** The query as a common table expression. */
    public Cte cte(String name) {
        return new Cte(name, this);
    }

    /** The one value of the one row, as an expression, typed by what it is assigned to. */
    @SuppressWarnings("unchecked")
    public <T> Expr<T> asScalar() {
        return new ScalarQuery<>(this, (Type<T>) outputs().get(0).expression().type());
    }

    /** Any of the values, after a comparison operator. */
    @SuppressWarnings("unchecked")
    public <T> Expr<T> any() {
        return new Quantified<>(
                "ANY", this, (Type<T>) outputs().get(0).expression().type());
    }

    /** All of the values, after a comparison operator. */
    @SuppressWarnings("unchecked")
    public <T> Expr<T> all() {
        return new Quantified<>(
                "ALL", this, (Type<T>) outputs().get(0).expression().type());
    }

    /** Whether there is a row. */
    public Condition exists() {
        return new Exists(this, false);
    }

    public CompoundSelect union(QueryExpression... others) {
        return CompoundSelect.of(CompoundSelect.Kind.UNION, this, others);
    }

    public CompoundSelect unionAll(QueryExpression... others) {
        return CompoundSelect.of(CompoundSelect.Kind.UNION_ALL, this, others);
    }

    public CompoundSelect intersect(QueryExpression... others) {
        return CompoundSelect.of(CompoundSelect.Kind.INTERSECT, this, others);
    }

    public CompoundSelect except(QueryExpression... others) {
        return CompoundSelect.of(CompoundSelect.Kind.EXCEPT, this, others);
    }
}
