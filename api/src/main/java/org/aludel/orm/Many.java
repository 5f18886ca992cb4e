package org.aludel.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aludel.schema.Column;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Ordering;
import org.aludel.sql.Selected;
import org.jspecify.annotations.Nullable;

/**
 * A list in each row of a query: what a relation leads to, or the rows of another table that belong to it. One further
 * statement brings the lists of all rows, and one for each list inside of these, whatever the number of rows; no objects
 * are made unless they are asked for.
 *
 * <pre>{@code
 * record Home(String city) {}
 * record Person(String name, List<Home> homes) {}
 * List<Person> people = session.query(row(Person::new, User_.name,
 *         many(User_.addresses, row(Home::new, Address_.city)).filter(Address_.city.ne("Rome")).orderBy(Address_.city))).all();
 * }</pre>
 *
 * @param <T> what stands in the list
 * @see Orm#many
 * @since 0.1
 */
public final class Many<T> implements Selected<List<T>> {

    private final Selected<T> part;
    private final @Nullable Relation<?, ?> relation;
    private final List<Column<?>> keys;
    private final List<Expr<?>> owners;
    private final List<Expr<Boolean>> conditions;
    private final List<Ordering> orderings;

    private Many(
            Selected<T> part,
            @Nullable Relation<?, ?> relation,
            List<Column<?>> keys,
            List<Expr<?>> owners,
            List<Expr<Boolean>> conditions,
            List<Ordering> orderings) {
        this.part = Objects.requireNonNull(part, "part");
        this.relation = relation;
        this.keys = keys;
        this.owners = owners;
        this.conditions = conditions;
        this.orderings = orderings;
    }

    static <T> Many<T> along(Relation<?, ?> relation, Selected<T> part) {
        Objects.requireNonNull(relation, "relation");
        return new Many<>(part, relation, List.of(), List.of(), relation.conditions(), List.of());
    }

    static <T> Many<T> where(Column<?> key, Expr<?> owner, Selected<T> part) {
        return new Many<>(part, null, List.of(key), List.of(owner), List.of(), List.of());
    }

    /** Only what meets conditions stands in the list. */
    public Many<T> filter(Condition... more) {
        return filtered(List.of(more));
    }

    /** Only what meets a condition stands in the list. */
    public Many<T> filter(Expr<Boolean> condition) {
        return filtered(List.of(condition));
    }

    private Many<T> filtered(List<? extends Expr<Boolean>> more) {
        List<Expr<Boolean>> all = new ArrayList<>(conditions);
        all.addAll(more);
        return new Many<>(part, relation, keys, owners, List.copyOf(all), orderings);
    }

    /** The order of the list; else that of the relation. */
    public Many<T> orderBy(Ordering... order) {
        List<Ordering> all = new ArrayList<>(orderings);
        all.addAll(List.of(order));
        return new Many<>(part, relation, keys, owners, conditions, List.copyOf(all));
    }

    /** What stands in the list. */
    public Selected<T> part() {
        return part;
    }

    /** The relation that leads to it; null if a column does. */
    public @Nullable Relation<?, ?> relation() {
        return relation;
    }

    /** Columns of what stands in the list, which have the values of the {@link #owners}; empty for a relation. */
    public List<Column<?>> keys() {
        return keys;
    }

    /** What the keys are compared with, for each row of the query; empty for a relation. */
    public List<Expr<?>> owners() {
        return owners;
    }

    /** What must hold for what stands in the list. */
    public List<Expr<Boolean>> conditions() {
        return conditions;
    }

    /** The order that was asked for. */
    public List<Ordering> orderings() {
        return orderings;
    }

    @Override
    public String toString() {
        return "many(" + (relation == null ? keys : relation) + ")";
    }
}
