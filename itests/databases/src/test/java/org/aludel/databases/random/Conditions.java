package org.aludel.databases.random;

import static org.aludel.sql.Sql.and;
import static org.aludel.sql.Sql.coalesce;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.not;
import static org.aludel.sql.Sql.or;
import static org.aludel.sql.Sql.tuple;

import java.util.ArrayList;
import java.util.List;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;

/** Makes conditions. */
final class Conditions {

    private final Choices choices;
    private final Expressions expressions;
    private final Queries queries;

    Conditions(Choices choices, Queries queries, boolean nulls) {
        this.choices = choices;
        this.queries = queries;
        this.expressions = new Expressions(choices, this, nulls);
    }

    Expressions expressions() {
        return expressions;
    }

    Condition any(Scope scope, int depth) {
        int kind = choices.below(depth <= 0 ? 4 : 19);
        return switch (kind) {
            case 0 ->
                comparison(
                        expressions.integer(scope, depth - 1).expr(),
                        expressions.integer(scope, depth - 1).expr());
            case 1 -> nullTest(expressions.any(scope, depth - 1));
            case 2 ->
                comparison(
                        expressions.text(scope, depth - 1).expr(),
                        expressions.text(scope, depth - 1).expr());
            case 3 -> expressions.truth(scope).eq(choices.oneIn(2));
            case 4 -> and(any(scope, depth - 1), any(scope, depth - 1));
            case 5 -> or(any(scope, depth - 1), any(scope, depth - 1));
            case 6 -> not(any(scope, depth - 1));
            case 7 ->
                expressions
                        .integer(scope, depth - 1)
                        .expr()
                        .between(
                                expressions.integer(scope, depth - 2).expr(),
                                expressions.integer(scope, depth - 2).expr());
            case 8 -> list(scope, depth);
            case 9 -> like(expressions.text(scope, depth - 1).expr());
            case 10 ->
                distinction(
                        expressions.integer(scope, depth - 1).expr(),
                        expressions.integer(scope, depth - 1).expr());
            case 11 ->
                distinction(
                        expressions.text(scope, depth - 1).expr(),
                        expressions.text(scope, depth - 1).expr());
            case 12 -> comparison(expressions.date(scope, depth - 1), expressions.date(scope, depth - 1));
            case 13 ->
                comparison(
                        expressions.decimal(scope, depth - 1).expr(),
                        expressions.decimal(scope, depth - 1).expr());
            case 14 -> exists(queries.ofOne(scope, depth - 1));
            case 15 -> {
                Expr<Integer> operand = expressions.integer(scope, depth - 1).expr();
                var query = queries.ofIntegers(scope, depth - 1);
                yield choices.oneIn(2) ? operand.notIn(query) : operand.in(query);
            }
            case 16 ->
                scope.texts.isEmpty()
                        ? list(scope, depth)
                        : tuple(
                                        coalesce(expressions.integer(scope, 0).expr(), 0),
                                        coalesce(choices.of(scope.texts).expr(), "a"))
                                .inRows(pairs());
            case 17 -> comparison(expressions.integer(scope, depth - 1).expr(), queries.scalar(scope, depth - 1));
            default -> comparison(any(scope, 0), any(scope, 0), choices.oneIn(2));
        };
    }

    private <T> Condition comparison(Expr<T> left, Expr<T> right) {
        return switch (choices.below(6)) {
            case 0 -> left.eq(right);
            case 1 -> left.ne(right);
            case 2 -> left.lt(right);
            case 3 -> left.le(right);
            case 4 -> left.gt(right);
            default -> left.ge(right);
        };
    }

    /** Conditions are values too. */
    private Condition comparison(Expr<Boolean> left, Expr<Boolean> right, boolean same) {
        return same ? left.eq(right) : left.ne(right);
    }

    private <T> Condition distinction(Expr<T> left, Expr<T> right) {
        return choices.oneIn(2) ? left.isNotDistinctFrom(right) : left.isDistinctFrom(right);
    }

    private Condition nullTest(Expr<?> operand) {
        return choices.oneIn(2) ? operand.isNotNull() : operand.isNull();
    }

    private Condition list(Scope scope, int depth) {
        if (choices.oneIn(2)) {
            List<String> texts = expressions.few(List.of("a", "b", "ab", "", "x"));
            Expr<String> operand = expressions.text(scope, depth - 1).expr();
            return choices.oneIn(2) ? operand.notIn(texts) : operand.in(texts);
        }
        List<Integer> numbers = expressions.few(List.of(0, 1, 2, 3, -1));
        Expr<Integer> operand = expressions.integer(scope, depth - 1).expr();
        return choices.oneIn(2) ? operand.notIn(numbers) : operand.in(numbers);
    }

    private Condition like(Expr<String> operand) {
        return switch (choices.below(8)) {
            case 0 -> operand.like(choices.of("a%", "%b", "_", "%", "a_", "%a%", ""));
            case 1 -> operand.notLike(choices.of("a%", "%b", "_"));
            case 2 -> operand.startsWith(choices.of("a", "b_", "a%", ""));
            case 3 -> operand.endsWith(choices.of("a", "_a", "%b"));
            case 4 -> operand.contains(choices.of("b", "_", "%", "'"));
            case 5 -> operand.ilike(choices.of("A%", "%B"));
            case 6 -> operand.like("%!_%", '!');
            default -> operand.contains(literal("a"));
        };
    }

    private List<List<?>> pairs() {
        List<List<?>> pairs = new ArrayList<>();
        int size = 1 + choices.below(3);
        for (int i = 0; i < size; i++) {
            pairs.add(List.of(choices.of(0, 1, 2), choices.of("a", "b", "ab")));
        }
        return pairs;
    }
}
