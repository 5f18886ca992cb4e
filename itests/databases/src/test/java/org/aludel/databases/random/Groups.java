package org.aludel.databases.random;

import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.max;
import static org.aludel.sql.Sql.min;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.aludel.schema.Column;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Select;

/** Makes queries of groups. */
final class Groups {

    private static final long SUMMABLE = 100_000;
    private static final long ROWS = 1_000;

    private final Choices choices;
    private final Conditions conditions;

    Groups(Choices choices, Conditions conditions) {
        this.choices = choices;
        this.conditions = conditions;
    }

    Queries.Typed query(Outputs outputs, Queries.Source source, int depth, UnaryOperator<Select> filter) {
        Scope scope = source.scope();
        List<Column<?>> keys = new ArrayList<>();
        int wanted = choices.below(3);
        for (int i = 0; i < wanted; i++) {
            Column<?> key = choices.of(scope.own);
            if (!keys.contains(key)) {
                keys.add(key);
            }
        }
        Scope grouped = new Scope();
        for (Column<?> key : keys) {
            Bounded<?> known = bounded(scope, key);
            grouped.add(key, known.bound(), (int) known.bound());
            outputs.add(key, kindOf(key), known.bound());
        }
        int aggregates = 1 + choices.below(2);
        for (int i = 0; i < aggregates; i++) {
            aggregate(outputs, scope, depth);
        }
        Select query = filter.apply(select(outputs.labels()).from(source.item()));
        query = keys.isEmpty() ? query : query.groupBy(keys.toArray(Column<?>[]::new));
        return new Queries.Typed(choices.oneIn(3) ? query.having(having(scope, grouped, depth)) : query, outputs);
    }

    private void aggregate(Outputs outputs, Scope scope, int depth) {
        Expressions expressions = conditions.expressions();
        switch (choices.below(8)) {
            case 0 -> outputs.add(count().cast(org.aludel.types.Types.INTEGER), Outputs.Kind.INTEGER, ROWS);
            case 1 ->
                outputs.add(
                        count(expressions.any(scope, depth)).cast(org.aludel.types.Types.INTEGER),
                        Outputs.Kind.INTEGER,
                        ROWS);
            case 2 ->
                outputs.add(
                        count(choices.of(scope.own).distinct()).cast(org.aludel.types.Types.INTEGER),
                        Outputs.Kind.INTEGER,
                        ROWS);
            case 3 -> {
                Bounded<Integer> value = expressions.integer(scope, depth);
                if (value.bound() > SUMMABLE) {
                    outputs.add(max(value.expr()), Outputs.Kind.INTEGER, value.bound());
                } else {
                    outputs.add(
                            sum(value.expr()).cast(org.aludel.types.Types.INTEGER),
                            Outputs.Kind.INTEGER,
                            value.bound() * ROWS);
                }
            }
            case 4 -> {
                Bounded<Integer> value = expressions.integer(scope, depth);
                outputs.add(extreme(value.expr()), Outputs.Kind.INTEGER, value.bound());
            }
            case 5 -> {
                Bounded<String> value = expressions.text(scope, depth);
                outputs.add(extreme(value.expr()), Outputs.Kind.TEXT, value.bound());
            }
            case 6 -> outputs.add(extreme(expressions.date(scope, depth)), Outputs.Kind.DATE, 1);
            default -> {
                Bounded<java.math.BigDecimal> value = expressions.decimal(scope, depth);
                outputs.add(
                        value.bound() > SUMMABLE ? max(value.expr()) : sum(value.expr()),
                        Outputs.Kind.DECIMAL,
                        value.bound() * ROWS);
            }
        }
    }

    private <T> Expr<T> extreme(Expr<T> value) {
        return choices.oneIn(2) ? min(value) : max(value);
    }

    private Condition having(Scope scope, Scope grouped, int depth) {
        return switch (choices.below(4)) {
            case 0 -> count().ge((long) choices.below(4));
            case 1 ->
                extreme(conditions.expressions().integer(scope, depth).expr()).isNotNull();
            case 2 -> extreme(conditions.expressions().text(scope, 0).expr()).lt("b");
            default -> conditions.any(grouped, Math.min(depth, 0));
        };
    }

    private static Bounded<?> bounded(Scope scope, Column<?> column) {
        for (Bounded<?> known : scope.integers) {
            if (known.expr() == column) {
                return known;
            }
        }
        for (Bounded<?> known : scope.texts) {
            if (known.expr() == column) {
                return known;
            }
        }
        for (Bounded<?> known : scope.decimals) {
            if (known.expr() == column) {
                return known;
            }
        }
        return new Bounded<>(column, 1);
    }

    static Outputs.Kind kindOf(Column<?> column) {
        return switch (column.type().family()) {
            case STRING -> Outputs.Kind.TEXT;
            case NUMERIC -> Outputs.Kind.DECIMAL;
            case BOOLEAN -> Outputs.Kind.TRUTH;
            case DATE -> Outputs.Kind.DATE;
            default -> Outputs.Kind.INTEGER;
        };
    }
}
