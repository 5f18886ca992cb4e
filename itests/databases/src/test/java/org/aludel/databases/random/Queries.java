package org.aludel.databases.random;

import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.max;
import static org.aludel.sql.Sql.min;
import static org.aludel.sql.Sql.select;

import java.util.ArrayList;
import java.util.List;
import org.aludel.schema.Table;
import org.aludel.sql.CompoundSelect;
import org.aludel.sql.Condition;
import org.aludel.sql.Cte;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Ordering;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.TableAlias;
import org.aludel.sql.tree.Label;
import org.jspecify.annotations.Nullable;

/** Makes queries: whole ones, and those that stand inside others. */
final class Queries {

    private final Choices choices;
    private final Sample sample;
    private final @Nullable Table changed;
    private final Conditions conditions;
    private final Groups groups;
    private final Windows windows;
    private int names;

    /**
     * @param changed a table that no query may read, as the statement changes it
     * @param nulls whether parameters may be null
     */
    Queries(Choices choices, Sample sample, @Nullable Table changed, boolean nulls) {
        this.choices = choices;
        this.sample = sample;
        this.changed = changed;
        this.conditions = new Conditions(choices, this, nulls);
        this.groups = new Groups(choices, conditions);
        this.windows = new Windows(choices, conditions);
    }

    Conditions conditions() {
        return conditions;
    }

    /** A query with its columns. */
    record Typed(QueryExpression query, Outputs outputs) {}

    /** A part of FROM with the columns it offers. */
    record Source(FromItem item, Scope scope) {

        boolean isTable() {
            return item instanceof TableAlias alias && alias.element() instanceof Table;
        }
    }

    // ---- whole queries

    Typed whole(int depth) {
        return switch (choices.below(6)) {
            case 0, 1 -> plain(depth, true);
            case 2 -> grouped(depth);
            case 3 -> compound(depth);
            case 4 -> windowed(depth);
            default -> limited(depth);
        };
    }

    private Typed plain(int depth, boolean mayBeDistinct) {
        Source source = source(depth);
        Outputs outputs = new Outputs(name("c"));
        int columns = 1 + choices.below(3);
        for (int i = 0; i < columns; i++) {
            outputs.add(choices, conditions.expressions(), source.scope(), depth);
        }
        Select query = select(outputs.labels()).from(source.item());
        query = filtered(query, source.scope(), depth);
        return new Typed(mayBeDistinct && choices.oneIn(4) ? query.distinct() : query, outputs);
    }

    private Select filtered(Select query, Scope scope, int depth) {
        Select result = query;
        int count = choices.below(3);
        for (int i = 0; i < count; i++) {
            result = result.where(conditions.any(scope, depth));
        }
        return result;
    }

    private Typed grouped(int depth) {
        Source source = source(depth - 1);
        return groups.query(new Outputs(name("c")), source, depth - 1, q -> filtered(q, source.scope(), depth - 1));
    }

    private Typed windowed(int depth) {
        TableAlias alias = table();
        Scope scope = scopeOf(alias, new Scope());
        return windows.query(new Outputs(name("c")), alias, scope, depth - 1, q -> filtered(q, scope, depth - 1));
    }

    /** All columns take part in the order, so that which rows are left does not depend on the database. */
    private Typed limited(int depth) {
        Typed inner = choices.oneIn(3) ? wrapped(compound(depth)) : plain(depth, false);
        Select query = (Select) inner.query();
        List<Ordering> order = new ArrayList<>();
        for (Selectable selected : query.columns()) {
            Label<?> label = (Label<?>) selected;
            var direction = choices.oneIn(3) ? label.desc() : label.asc();
            order.add(choices.oneIn(2) ? direction.nullsLast() : direction.nullsFirst());
        }
        query = query.orderBy(order.toArray(Ordering[]::new));
        if (choices.oneIn(2)) {
            query = query.limit(1 + choices.below(5));
        }
        if (choices.oneIn(3)) {
            query = query.offset(choices.below(4));
        }
        return new Typed(query, inner.outputs());
    }

    private Typed wrapped(Typed inner) {
        TableAlias alias = inner.query().as(name("q"));
        List<Selectable> columns = new ArrayList<>();
        for (int i = 0; i < inner.outputs().size(); i++) {
            columns.add(alias.c(inner.outputs().name(i)).label("o" + i));
        }
        return new Typed(select(columns), inner.outputs());
    }

    private Typed compound(int depth) {
        Outputs first = new Outputs(name("c"));
        Select start = member(first, null, depth - 1);
        int members = 1 + choices.below(2);
        QueryExpression query = start;
        for (int i = 0; i < members; i++) {
            Outputs other = new Outputs(name("c"));
            QueryExpression next = member(other, first, depth - 1);
            if (choices.oneIn(6)) {
                Outputs third = new Outputs(name("c"));
                next = CompoundSelect.of(kind(), next, member(third, first, depth - 1));
                first.widen(third);
            }
            first.widen(other);
            query = CompoundSelect.of(kind(), query, next);
        }
        return new Typed(query, first);
    }

    private CompoundSelect.Kind kind() {
        return choices.of(
                CompoundSelect.Kind.UNION,
                CompoundSelect.Kind.UNION_ALL,
                CompoundSelect.Kind.EXCEPT,
                CompoundSelect.Kind.INTERSECT);
    }

    private Select member(Outputs outputs, @Nullable Outputs like, int depth) {
        Source source = source(depth - 1);
        int columns = like == null ? 1 + choices.below(2) : like.size();
        for (int i = 0; i < columns; i++) {
            if (like == null) {
                outputs.add(choices, conditions.expressions(), source.scope(), depth);
            } else {
                outputs.addLike(like.kind(i), choices, conditions.expressions(), source.scope(), depth);
            }
        }
        return filtered(select(outputs.labels()).from(source.item()), source.scope(), depth);
    }

    // ---- sources

    private Source source(int depth) {
        int kind = choices.below(depth <= 0 ? 1 : 7);
        return switch (kind) {
            case 0, 1 -> {
                TableAlias alias = table();
                yield new Source(alias, scopeOf(alias, new Scope()));
            }
            case 2, 3 -> joined(depth);
            case 4 -> derived(choices.oneIn(3) ? grouped(depth - 1) : plain(depth - 1, true), false);
            case 5 -> derived(choices.oneIn(3) ? compound(depth - 1) : plain(depth - 1, true), true);
            default -> numbers();
        };
    }

    private Source joined(int depth) {
        Source left = source(depth - 1);
        Source right = source(depth - 2);
        Scope both = new Scope();
        both.integers.addAll(left.scope().integers);
        both.integers.addAll(right.scope().integers);
        both.texts.addAll(left.scope().texts);
        both.texts.addAll(right.scope().texts);
        both.decimals.addAll(left.scope().decimals);
        both.decimals.addAll(right.scope().decimals);
        both.truths.addAll(left.scope().truths);
        both.truths.addAll(right.scope().truths);
        both.dates.addAll(left.scope().dates);
        both.dates.addAll(right.scope().dates);
        both.own.addAll(left.scope().own);
        both.own.addAll(right.scope().own);
        Condition on = conditions.any(both, Math.min(depth - 1, 1));
        FromItem item = right.isTable() && choices.oneIn(2)
                ? left.item().leftJoin(right.item(), on)
                : left.item().join(right.item(), on);
        return new Source(item, both);
    }

    private Source derived(Typed inner, boolean common) {
        FromItem item = common ? inner.query().cte(name("w")) : inner.query().as(name("q"));
        return new Source(
                item,
                new Scope()
                        .with(item, inner.outputs().numbers(), inner.outputs().texts()));
    }

    private Source numbers() {
        int last = 1 + choices.below(5);
        Cte numbers = Cte.recursive(
                name("r"),
                select(literal(1).label("i")),
                n -> select(n.<Integer>c("i").plus(1)).where(n.<Integer>c("i").lt(last)));
        return new Source(numbers, new Scope().with(numbers, 10, 0));
    }

    private TableAlias table() {
        List<Table> tables = new ArrayList<>(sample.tables);
        tables.remove(changed);
        return choices.of(tables).as(name("a"));
    }

    private static Scope scopeOf(FromItem item, Scope scope) {
        return scope.with(item, Sample.NUMBERS_BELOW, Sample.TEXTS_UP_TO);
    }

    private String name(String prefix) {
        return prefix + ++names;
    }

    // ---- queries inside expressions; they may use the columns around them

    Select ofOne(Scope outer, int depth) {
        TableAlias alias = table();
        Scope scope = scopeOf(alias, Scope.inside(outer));
        return select(literal(1).label("one")).from(alias).where(conditions.any(scope, depth));
    }

    QueryExpression ofIntegers(Scope outer, int depth) {
        Select first = integersOf(outer, depth);
        return depth > 0 && choices.oneIn(5)
                ? CompoundSelect.of(
                        choices.of(CompoundSelect.Kind.UNION, CompoundSelect.Kind.UNION_ALL),
                        first,
                        integersOf(new Scope(), 0))
                : first;
    }

    private Select integersOf(Scope outer, int depth) {
        TableAlias alias = table();
        Scope scope = scopeOf(alias, Scope.inside(outer));
        Select query = select(
                        conditions.expressions().integer(scope, depth).expr().label("c0"))
                .from(alias);
        return choices.oneIn(2) ? query.where(conditions.any(scope, depth)) : query;
    }

    Expr<Integer> scalar(Scope outer, int depth) {
        TableAlias alias = table();
        Scope scope = scopeOf(alias, Scope.inside(outer));
        // the value inside the aggregate is the table's own: over an outer column it would be the outer query's
        // aggregate
        Expr<Integer> value =
                conditions.expressions().integer(scopeOf(alias, new Scope()), 0).expr();
        Select query =
                select((choices.oneIn(2) ? min(value) : max(value)).label("c0")).from(alias);
        return (choices.oneIn(2) ? query.where(conditions.any(scope, depth)) : query).asScalar();
    }
}
