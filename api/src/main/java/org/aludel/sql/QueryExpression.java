package org.aludel.sql;

import java.util.List;
import org.aludel.errors.ArgumentException;
import org.aludel.sql.tree.Exists;
import org.aludel.sql.tree.Label;
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

    /** The query as a subquery for FROM. */
    public TableAlias subquery(String name) {
        return as(name);
    }

    /** The query as a subquery for FROM. */
    public TableAlias alias(String name) {
        return as(name);
    }

    /** The query as a subquery that may refer to what stands before it in FROM, under a name made at compilation. */
    public TableAlias lateral() {
        return new TableAlias(this, null, true);
    }

    /** The query as a subquery that may refer to what stands before it in FROM. */
    public TableAlias lateral(String name) {
        return new TableAlias(this, name, true);
    }

    /** The query as a common table expression. */
    public Cte cte(String name) {
        return new Cte(name, this);
    }

    /** The query as a common table expression under a name made at compilation. */
    public Cte cte() {
        return new Cte(null, this);
    }

    /** The query as a common table expression that may refer to itself in what is joined to it by {@code unionAll}. */
    public Cte recursiveCte(String name) {
        return Cte.of(name, this, true);
    }

    /** The same under a name made at compilation. */
    public Cte recursiveCte() {
        return Cte.of(null, this, true);
    }

    /** The one value of the one row, as an expression with a name. */
    public <T> Label<T> label(String name) {
        return this.<T>scalarSubquery().label(name);
    }

    /** The same as {@link #asScalar()}, under its usual name. */
    public <T> Expr<T> scalarSubquery() {
        return asScalar();
    }

    /** The one value of the one row, as an expression, typed by what it is assigned to. */
    @SuppressWarnings("unchecked")
    public <T> Expr<T> asScalar() {
        return new ScalarQuery<>(this, (Type<T>) single());
    }

    /** Any of the values, after a comparison operator. */
    @SuppressWarnings("unchecked")
    public <T> Expr<T> any() {
        return new Quantified<>("ANY", this, (Type<T>) single());
    }

    /** All of the values, after a comparison operator. */
    @SuppressWarnings("unchecked")
    public <T> Expr<T> all() {
        return new Quantified<>("ALL", this, (Type<T>) single());
    }

    private Type<?> single() {
        List<OutputColumn> outputs = outputs();
        if (outputs.isEmpty()) {
            throw new ArgumentException(
                    "ALU-0161",
                    "a query without columns has no value; where: a scalar subquery; what to do: select one column");
        }
        return outputs.get(0).expression().type();
    }

    /** Whether there is a row. */
    public Exists exists() {
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

    public CompoundSelect intersectAll(QueryExpression... others) {
        return CompoundSelect.of(CompoundSelect.Kind.INTERSECT_ALL, this, others);
    }

    public CompoundSelect except(QueryExpression... others) {
        return CompoundSelect.of(CompoundSelect.Kind.EXCEPT, this, others);
    }

    public CompoundSelect exceptAll(QueryExpression... others) {
        return CompoundSelect.of(CompoundSelect.Kind.EXCEPT_ALL, this, others);
    }
}
