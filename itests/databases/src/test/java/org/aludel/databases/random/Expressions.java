package org.aludel.databases.random;

import static org.aludel.sql.Sql.case_;
import static org.aludel.sql.Sql.coalesce;
import static org.aludel.sql.Sql.func;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.lower;
import static org.aludel.types.Types.BOOLEAN;
import static org.aludel.types.Types.DATE;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.STRING;
import static org.aludel.types.Types.numeric;
import static org.aludel.types.Types.string;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.aludel.sql.Expr;
import org.aludel.sql.tree.Exists;

/** Makes expressions of each type. The first choice is always a column or, if there is none, a constant. */
final class Expressions {

    private static final long GREATEST = 1_000_000_000;
    private static final int LONGEST = 120;

    private final Choices choices;
    private final Conditions conditions;
    private final boolean nulls;

    Expressions(Choices choices, Conditions conditions, boolean nulls) {
        this.nulls = nulls;
        this.choices = choices;
        this.conditions = conditions;
    }

    /** An expression of any of the types. */
    Expr<?> any(Scope scope, int depth) {
        return switch (choices.below(6)) {
            case 0 -> integer(scope, depth).expr();
            case 1 -> text(scope, depth).expr();
            case 2 -> conditions.any(scope, Math.min(depth, 0));
            case 3 -> decimal(scope, depth).expr();
            case 4 -> date(scope, depth);
            default -> truth(scope);
        };
    }

    Bounded<Integer> integer(Scope scope, int depth) {
        int kind = choices.below(depth <= 0 ? 2 : 13);
        return switch (kind) {
            case 0 -> scope.integers.isEmpty() ? integerConstant() : choices.of(scope.integers);
            case 1 -> integerConstant();
            case 2 -> sum(integer(scope, depth - 1), integer(scope, depth - 1), true);
            case 3 -> sum(integer(scope, depth - 1), integer(scope, depth - 1), false);
            case 4 -> product(integer(scope, depth - 1), integer(scope, depth - 1));
            case 5 -> {
                Bounded<Integer> operand = integer(scope, depth - 1);
                yield new Bounded<>(operand.expr().negate(), operand.bound());
            }
            case 6 -> new Bounded<>(integer(scope, depth - 1).expr().mod(2 + choices.below(5)), 6);
            case 7 -> {
                Bounded<Integer> operand = integer(scope, depth - 1);
                yield new Bounded<>(func("abs", INTEGER, operand.expr()), operand.bound());
            }
            case 8 -> {
                Bounded<Integer> first = integer(scope, depth - 1);
                Bounded<Integer> second = integer(scope, depth - 1);
                yield new Bounded<>(coalesce(first.expr(), second.expr()), Math.max(first.bound(), second.bound()));
            }
            case 9 -> {
                Bounded<Integer> first = integer(scope, depth - 1);
                yield new Bounded<>(
                        func(
                                "nullif",
                                INTEGER,
                                first.expr(),
                                integer(scope, depth - 1).expr()),
                        first.bound());
            }
            case 10 -> {
                Bounded<Integer> first = integer(scope, depth - 1);
                Bounded<Integer> second = integer(scope, depth - 1);
                yield new Bounded<>(
                        choose(scope, depth, first.expr(), second.expr()), Math.max(first.bound(), second.bound()));
            }
            case 11 -> {
                Bounded<String> text = text(scope, depth - 1);
                yield new Bounded<>(func("char_length", INTEGER, text.expr()), text.bound());
            }
            default -> new Bounded<>(integer(scope, depth - 1).expr().cast(INTEGER), GREATEST / 1000);
        };
    }

    private Bounded<Integer> integerConstant() {
        int value = choices.of(0, 1, 2, -1, 3, 7, -5, 10);
        return new Bounded<>(nulls && choices.oneIn(12) ? literal(null, INTEGER) : literal(value), 10);
    }

    private Bounded<Integer> sum(Bounded<Integer> left, Bounded<Integer> right, boolean plus) {
        if (left.bound() + right.bound() > GREATEST) {
            return left;
        }
        Expr<Integer> result =
                plus ? left.expr().plus(right.expr()) : left.expr().minus(right.expr());
        return new Bounded<>(result, left.bound() + right.bound());
    }

    private Bounded<Integer> product(Bounded<Integer> left, Bounded<Integer> right) {
        return left.bound() * right.bound() > GREATEST
                ? left
                : new Bounded<>(left.expr().times(right.expr()), Math.max(1, left.bound() * right.bound()));
    }

    Bounded<String> text(Scope scope, int depth) {
        return switch (choices.below(depth <= 0 ? 2 : 10)) {
            case 0 -> scope.texts.isEmpty() ? textConstant() : choices.of(scope.texts);
            case 1 -> textConstant();
            case 2 -> {
                Bounded<String> left = text(scope, depth - 1);
                Bounded<String> right = text(scope, depth - 1);
                yield left.bound() + right.bound() > LONGEST
                        ? left
                        : new Bounded<>(left.expr().concat(right.expr()), left.bound() + right.bound());
            }
            case 3 -> {
                Bounded<String> first = text(scope, depth - 1);
                Bounded<String> second = text(scope, depth - 1);
                yield new Bounded<>(coalesce(first.expr(), second.expr()), Math.max(first.bound(), second.bound()));
            }
            case 4 -> {
                Bounded<String> first = text(scope, depth - 1);
                Bounded<String> second = text(scope, depth - 1);
                yield new Bounded<>(
                        choose(scope, depth, first.expr(), second.expr()), Math.max(first.bound(), second.bound()));
            }
            case 5 -> {
                Bounded<String> operand = text(scope, depth - 1);
                yield new Bounded<>(lower(operand.expr()), operand.bound());
            }
            case 6 -> {
                Bounded<String> operand = text(scope, depth - 1);
                yield new Bounded<>(
                        func("substr", STRING, operand.expr(), 1 + choices.below(3), 1 + choices.below(3)), 3);
            }
            case 7 -> {
                Bounded<String> operand = text(scope, depth - 1);
                yield new Bounded<>(
                        func("replace", STRING, operand.expr(), choices.of("a", "b", "ab"), choices.of("x", "")),
                        operand.bound());
            }
            case 8 -> {
                Bounded<String> first = text(scope, depth - 1);
                yield new Bounded<>(
                        func(
                                "nullif",
                                STRING,
                                first.expr(),
                                text(scope, depth - 1).expr()),
                        first.bound());
            }
            default -> new Bounded<>(integer(scope, depth - 1).expr().cast(string(20)), 20);
        };
    }

    private Bounded<String> textConstant() {
        String value = choices.of("a", "", "ab", "b", "abc", "it's", "%", "?", ":x", "a\"b");
        return new Bounded<>(nulls && choices.oneIn(12) ? literal(null, STRING) : literal(value), 4);
    }

    Bounded<BigDecimal> decimal(Scope scope, int depth) {
        return switch (choices.below(depth <= 0 ? 2 : 7)) {
            case 0 -> scope.decimals.isEmpty() ? decimalConstant() : choices.of(scope.decimals);
            case 1 -> decimalConstant();
            case 2 -> decimalSum(decimal(scope, depth - 1), decimal(scope, depth - 1), true);
            case 3 -> decimalSum(decimal(scope, depth - 1), decimal(scope, depth - 1), false);
            case 4 -> {
                Bounded<BigDecimal> left = decimal(scope, depth - 1);
                int factor = choices.of(2, 3, -1, 0, 4);
                yield left.bound() > GREATEST / 100
                        ? left
                        : new Bounded<>(left.expr().times(factor), left.bound() * 4);
            }
            case 5 -> {
                Bounded<BigDecimal> first = decimal(scope, depth - 1);
                Bounded<BigDecimal> second = decimal(scope, depth - 1);
                yield new Bounded<>(coalesce(first.expr(), second.expr()), Math.max(first.bound(), second.bound()));
            }
            default -> {
                Bounded<BigDecimal> first = decimal(scope, depth - 1);
                Bounded<BigDecimal> second = decimal(scope, depth - 1);
                yield new Bounded<>(
                        choose(scope, depth, first.expr(), second.expr()), Math.max(first.bound(), second.bound()));
            }
        };
    }

    private Bounded<BigDecimal> decimalConstant() {
        BigDecimal value = new BigDecimal(choices.of("0.00", "1.25", "-0.75", "2.00", "3.50"));
        return new Bounded<>(literal(value, numeric(12, 2)), 10);
    }

    private Bounded<BigDecimal> decimalSum(Bounded<BigDecimal> left, Bounded<BigDecimal> right, boolean plus) {
        if (left.bound() + right.bound() > GREATEST) {
            return left;
        }
        Expr<BigDecimal> result =
                plus ? left.expr().plus(right.expr()) : left.expr().minus(right.expr());
        return new Bounded<>(result, left.bound() + right.bound());
    }

    Expr<LocalDate> date(Scope scope, int depth) {
        return switch (choices.below(depth <= 0 ? 2 : 4)) {
            case 0 -> scope.dates.isEmpty() ? dateConstant() : choices.of(scope.dates);
            case 1 -> dateConstant();
            case 2 -> coalesce(date(scope, depth - 1), date(scope, depth - 1));
            default -> choose(scope, depth, date(scope, depth - 1), date(scope, depth - 1));
        };
    }

    private Expr<LocalDate> dateConstant() {
        return literal(LocalDate.of(2024, choices.of(1, 2, 3), 28), DATE);
    }

    Expr<Boolean> condition(Scope scope, int depth) {
        Expr<Boolean> condition = conditions.any(scope, depth - 1);
        return condition instanceof Exists ? conditions.any(scope, 0) : condition;
    }

    Expr<Boolean> truth(Scope scope) {
        return scope.truths.isEmpty() ? literal(choices.oneIn(2), BOOLEAN) : choices.of(scope.truths);
    }

    /** CASE of one or two branches, with or without ELSE. */
    private <T> Expr<T> choose(Scope scope, int depth, Expr<T> first, Expr<T> second) {
        var choice = case_(conditions.any(scope, depth - 1), first);
        return switch (choices.below(3)) {
            case 0 -> choice.otherwise(second);
            case 1 -> choice.when(conditions.any(scope, depth - 2), second);
            default -> choice;
        };
    }

    /** Values for an IN list. */
    <T> List<T> few(List<T> options) {
        int size = choices.below(4);
        java.util.ArrayList<T> list = new java.util.ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(choices.of(options));
        }
        return list;
    }
}
