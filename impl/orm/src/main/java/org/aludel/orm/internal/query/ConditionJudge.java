package org.aludel.orm.internal.query;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.aludel.orm.CompositeCondition;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.schema.Column;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.spi.Unresolved;
import org.aludel.sql.tree.Between;
import org.aludel.sql.tree.Binary;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.InList;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Not;
import org.aludel.sql.tree.NullTest;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.TypeCoerce;
import org.aludel.types.MappedType;
import org.jspecify.annotations.Nullable;

/**
 * Judges conditions on objects in memory, as the database would. What can't be judged with certainty is left open: other
 * tables, functions, values that are not loaded, and text, whose comparison is the collation's business.
 */
final class ConditionJudge {

    /** What is known; {@code NULL} is SQL's unknown truth value. */
    enum Verdict {
        TRUE,
        FALSE,
        NULL,
        OPEN
    }

    private static final Object OPEN = new Object();

    private final MapperRegistry registry;
    private final EntityMapper mapper;
    private final boolean texts;

    /** @param texts whether texts are compared as Java does, because the program asked for that */
    ConditionJudge(MapperRegistry registry, EntityMapper mapper, boolean texts) {
        this.texts = texts;
        this.registry = registry;
        this.mapper = mapper;
    }

    Verdict all(List<Expr<Boolean>> conditions, Object instance, EntityState state) {
        Verdict verdict = Verdict.TRUE;
        for (Expr<Boolean> condition : conditions) {
            verdict = and(verdict, judge(condition, instance, state));
        }
        return verdict;
    }

    private Verdict judge(Expr<?> condition, Object instance, EntityState state) {
        if (condition instanceof CompositeCondition composite) {
            Expr<?> resolved = composite.resolve(registry);
            return resolved == null ? Verdict.OPEN : judge(resolved, instance, state);
        }
        if (condition instanceof Junction junction) {
            return junction(junction, instance, state);
        }
        if (condition instanceof Not not) {
            return not(judge(not.operand(), instance, state));
        }
        if (condition instanceof NullTest test) {
            Object value = value(test.operand(), instance, state);
            return value == OPEN ? Verdict.OPEN : of((value == null) != test.negated());
        }
        if (condition instanceof Comparison comparison) {
            return compare(
                    comparison.operator(),
                    value(comparison.left(), instance, state),
                    value(comparison.right(), instance, state));
        }
        if (condition instanceof InList in) {
            return in(in, instance, state);
        }
        if (condition instanceof Between between) {
            return between(between, instance, state);
        }
        return Verdict.OPEN;
    }

    private Verdict junction(Junction junction, Object instance, EntityState state) {
        boolean and = junction.operator() == Operator.AND;
        if (!and && junction.operator() != Operator.OR) {
            return Verdict.OPEN;
        }
        Verdict verdict = and ? Verdict.TRUE : Verdict.FALSE;
        for (Expr<Boolean> member : junction.members()) {
            Verdict next = judge(member, instance, state);
            verdict = and ? and(verdict, next) : not(and(not(verdict), not(next)));
        }
        return verdict;
    }

    private static Verdict and(Verdict a, Verdict b) {
        if (a == Verdict.FALSE || b == Verdict.FALSE) {
            return Verdict.FALSE;
        }
        if (a == Verdict.OPEN || b == Verdict.OPEN) {
            return Verdict.OPEN;
        }
        return a == Verdict.NULL || b == Verdict.NULL ? Verdict.NULL : Verdict.TRUE;
    }

    private static Verdict not(Verdict verdict) {
        return switch (verdict) {
            case TRUE -> Verdict.FALSE;
            case FALSE -> Verdict.TRUE;
            default -> verdict;
        };
    }

    private Verdict in(InList in, Object instance, EntityState state) {
        BindParameter<?> values = in.values();
        Object value = value(in.operand(), instance, state);
        if (value == OPEN
                || value instanceof String && !texts
                || values == null
                || !(values.value() instanceof Collection<?> all)) {
            return Verdict.OPEN;
        }
        if (value == null) {
            return Verdict.NULL;
        }
        boolean found = false;
        for (Object each : all) {
            Verdict same = compare(Operator.EQ, value, each);
            if (same == Verdict.OPEN) {
                return Verdict.OPEN;
            }
            found |= same == Verdict.TRUE;
        }
        return of(found != in.negated());
    }

    private Verdict between(Between between, Object instance, EntityState state) {
        Object value = value(between.operand(), instance, state);
        Verdict inside = and(
                compare(Operator.GE, value, value(between.low(), instance, state)),
                compare(Operator.LE, value, value(between.high(), instance, state)));
        return between.negated() ? not(inside) : inside;
    }

    private Verdict compare(Operator operator, @Nullable Object left, @Nullable Object right) {
        if (left == OPEN || right == OPEN) {
            return Verdict.OPEN;
        }
        if (left == null || right == null) {
            return operator == Operator.IS_DISTINCT_FROM || operator == Operator.IS_NOT_DISTINCT_FROM
                    ? of((left == right) == (operator == Operator.IS_NOT_DISTINCT_FROM))
                    : Verdict.NULL;
        }
        if (left.getClass() != right.getClass() && isWhole(left) && isWhole(right)) {
            return of(operator, Long.compare(((Number) left).longValue(), ((Number) right).longValue()));
        }
        if (left.getClass() != right.getClass()
                || left instanceof String && !texts
                || !(left instanceof Comparable<?>)) {
            return Verdict.OPEN;
        }
        return of(operator, order(left, right));
    }

    @SuppressWarnings("unchecked") // both are of the same class
    private static int order(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }

    private static Verdict of(Operator operator, int order) {
        if (operator == Operator.EQ || operator == Operator.IS_NOT_DISTINCT_FROM) {
            return of(order == 0);
        }
        if (operator == Operator.NE || operator == Operator.IS_DISTINCT_FROM) {
            return of(order != 0);
        }
        if (operator == Operator.LT) {
            return of(order < 0);
        }
        if (operator == Operator.LE) {
            return of(order <= 0);
        }
        if (operator == Operator.GT) {
            return of(order > 0);
        }
        return operator == Operator.GE ? of(order >= 0) : Verdict.OPEN;
    }

    private static Verdict of(boolean known) {
        return known ? Verdict.TRUE : Verdict.FALSE;
    }

    /** The value of an expression for an object; {@link #OPEN} if it is not known here. */
    @Nullable
    Object value(Expr<?> expression, Object instance, EntityState state) {
        if (expression instanceof BindParameter<?> bind) {
            return bind.isRequired() || bind.isComputed() ? OPEN : bind.value();
        }
        if (expression instanceof TypeCoerce<?> coerced && coerced.operand() instanceof BindParameter<?> bind) {
            return coerced.type() instanceof MappedType<?, ?> ? OPEN : value(bind, instance, state);
        }
        Expr<?> resolved = expression instanceof Unresolved<?> unresolved
                ? Objects.requireNonNullElse(unresolved.resolve(registry), expression)
                : expression;
        if (resolved instanceof Binary<?> binary) {
            return number(
                    binary.operator(), value(binary.left(), instance, state), value(binary.right(), instance, state));
        }
        ColumnAttribute attribute = resolved instanceof Column<?> column ? mapper.findColumn(column) : null;
        if (attribute == null) {
            return OPEN;
        }
        return state.isLoaded(attribute) ? attribute.get(instance, state) : OPEN;
    }

    /** Whether a value is not known here. */
    static boolean isOpen(@Nullable Object value) {
        return value == OPEN;
    }

    /** Whole numbers are computed here; all else is the database's business. */
    private static @Nullable Object number(Operator operator, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null || !isWhole(left) || !isWhole(right)) {
            return OPEN;
        }
        long a = ((Number) left).longValue();
        long b = ((Number) right).longValue();
        try {
            if (operator == Operator.ADD) {
                return Math.addExact(a, b);
            }
            if (operator == Operator.SUBTRACT) {
                return Math.subtractExact(a, b);
            }
            return operator == Operator.MULTIPLY ? (Object) Math.multiplyExact(a, b) : OPEN;
        } catch (ArithmeticException tooLarge) {
            return OPEN;
        }
    }

    private static boolean isWhole(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof Short;
    }
}
