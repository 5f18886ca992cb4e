package org.aludel.sql.tree;

import org.aludel.errors.ArgumentException;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.QueryExpression;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * How operands become nodes: values become parameters of the other side's type, null becomes IS NULL, and arithmetic
 * chooses operator and type by its operands.
 *
 * @since 0.1
 */
public final class Expressions {

    private Expressions() {}

    /**
     * A comparison with a value; null renders IS NULL or IS NOT NULL, truth values are keywords.
     *
     * @throws ArgumentException ALU-0150 if null or a truth value is compared by anything but equality
     */
    public static Condition compare(Operator operator, Expr<?> left, @Nullable Object value) {
        if (value == null) {
            return compareWithNull(operator, left);
        }
        if (value instanceof Boolean truth && left.type().family() == TypeFamily.BOOLEAN) {
            return new Comparison(onlyEquality(operator, value), left, truth ? Constant.TRUE : Constant.FALSE);
        }
        Type<?> own = value == null ? null : left.type().typeOfOperand(operator, value);
        Type<?> known = own == null ? left.type() : own;
        BindParameter<?> bind = BindParameter.of(known, value);
        Condition special = special(operator, left, bind);
        if (special != null) {
            return special;
        }
        return isQuantified(left)
                ? new Comparison(operator.reversed(), bind, left)
                : new Comparison(operator, left, bind);
    }

    /**
     * A comparison with an expression; a parameter of no type takes the type of the other side. Null itself, which an
     * untyped column lets through as an expression, and the keyword NULL make a null test.
     *
     * @throws ArgumentException ALU-0150 if NULL, TRUE or FALSE is compared by anything but equality
     */
    public static Condition compareWith(Operator operator, Expr<?> left, @Nullable Expr<?> right) {
        if (right == null || right == Constant.NULL) {
            return compareWithNull(operator, left);
        }
        Condition special = special(operator, left, right);
        if (special != null) {
            return special;
        }
        if (right instanceof BindParameter<?> bind) {
            if (!isQuantified(left)) {
                return new Comparison(operator, left, bind.typedBy(left.type()));
            }
            return new Comparison(operator.reversed(), bind.typedBy(left.type()), left);
        }
        if (right instanceof Constant<?> constant) {
            return new Comparison(onlyEquality(operator, constant.sql()), left, right);
        }
        if (left instanceof BindParameter<?> bind) {
            return new Comparison(operator, bind.typedBy(right.type()), right);
        }
        return isQuantified(left) && !isQuantified(right)
                ? new Comparison(operator.reversed(), right, left)
                : new Comparison(operator, left, right);
    }

    /** The comparison as the type of its left side means it; null for the ordinary meaning. */
    private static @Nullable Condition special(Operator operator, Expr<?> left, Expr<?> right) {
        Expr<Boolean> own = own(operator, left, right);
        if (own == null) {
            return null;
        }
        return own instanceof Condition condition ? condition : new Truth(own, false);
    }

    /** Whether an expression is ANY or ALL of something, which databases take on the right side only. */
    public static boolean isQuantified(Expr<?> expression) {
        return expression instanceof Quantified<?> || expression instanceof QuantifiedArray<?>;
    }

    private static Condition compareWithNull(Operator operator, Expr<?> left) {
        if (operator.equals(Operator.EQ) || operator.equals(Operator.IS)) {
            return new NullTest(left, false);
        }
        if (operator.equals(Operator.NE) || operator.equals(Operator.IS_NOT)) {
            return new NullTest(left, true);
        }
        return new Comparison(onlyEquality(operator, "null"), left, Constant.NULL);
    }

    private static Operator onlyEquality(Operator operator, Object value) {
        return switch (operator.sql()) {
            case "=", "!=", "IS", "IS NOT", "IS DISTINCT FROM", "IS NOT DISTINCT FROM" -> operator;
            default -> throw noOrder(operator.sql(), value);
        };
    }

    static ArgumentException noOrder(String operator, Object value) {
        return new ArgumentException(
                "ALU-0150",
                "null and truth values have no order; where: " + operator + " " + value
                        + "; what to do: compare with eq, ne, is, isNot or isDistinctFrom");
    }

    /** A value of the type of an expression. */
    public static Expr<?> value(Expr<?> like, @Nullable Object value) {
        return BindParameter.of(like.type(), value);
    }

    /** An operand that may be an expression or a value. */
    public static Expr<?> operand(Expr<?> like, @Nullable Object operand) {
        if (operand instanceof BindParameter<?> bind) {
            return bind.typedBy(like.type());
        }
        if (operand instanceof QueryExpression query) {
            return query.asScalar();
        }
        if (operand instanceof Expr<?> expression) {
            return expression;
        }
        if (operand == null) {
            return BindParameter.of(like.type(), null);
        }
        return BindParameter.of(typeBeside(like.type(), operand), operand);
    }

    /** The type of a value beside an expression: the expression's if it is of the same kind. */
    private static Type<?> typeBeside(Type<?> own, Object value) {
        Type<?> given = Types.find(value.getClass());
        if (given == null || own.javaType().isInstance(value) && own.javaType() != (Class<?>) Object.class) {
            return own;
        }
        if (own.family() == TypeFamily.NUMERIC && given.family().isNumber()) {
            return own;
        }
        boolean number = own.family() == TypeFamily.INTEGER || own.family() == TypeFamily.FLOAT;
        return own.family() == given.family() && (!number || holds(own, value)) ? own : given;
    }

    private static boolean holds(Type<?> type, Object value) {
        try {
            type.coerce(value);
            return true;
        } catch (ArgumentException tooWide) {
            return false;
        }
    }

    /** A piece of text as a value. */
    public static Expr<String> text(String value) {
        return BindParameter.of(Types.STRING, value);
    }

    /** A piece of text as a value of the type of a text expression. */
    @SuppressWarnings("unchecked")
    static Expr<String> text(String value, Expr<?> like) {
        Type<?> type = like.type();
        boolean text = type.family() == TypeFamily.STRING && type.javaType() == (Class<?>) String.class;
        return BindParameter.of(text ? (Type<String>) type : Types.STRING, value);
    }

    /** SQL text that is an expression. */
    public static Expr<String> verbatim(String sql) {
        return new Verbatim<>(sql, Types.STRING);
    }

    /** Two pieces of text joined. */
    public static Expr<String> concat(Expr<?> left, Expr<?> right) {
        Type<?> type = left.type().family() == TypeFamily.STRING ? left.type() : Types.STRING;
        Expr<String> own = own(Operator.CONCAT, left, right);
        return own == null ? joined(left, right, type) : own;
    }

    /** An operation as the type of its left side means it; null for the ordinary meaning. */
    @SuppressWarnings("unchecked")
    private static <T> @Nullable Expr<T> own(Operator operator, Expr<?> left, Expr<?> right) {
        return (Expr<T>) left.type().operate(operator, left, right);
    }

    @SuppressWarnings("unchecked")
    private static Expr<String> joined(Expr<?> left, Expr<?> right, Type<?> type) {
        return new Binary<>(Operator.CONCAT, left, right, (Type<String>) type);
    }

    /** Arithmetic with a value. */
    public static <T> Expr<T> arithmetic(Operator operator, Expr<T> left, Object value) {
        Type<?> own = left.type().typeOfOperand(operator, value);
        Type<?> known = own == null ? typeBeside(left.type(), value) : own;
        return arithmeticWith(operator, left, BindParameter.of(known, value));
    }

    /** Arithmetic; {@code +} of text, arrays and JSON joins them. */
    @SuppressWarnings("unchecked")
    public static <T> Expr<T> arithmeticWith(Operator operator, Expr<T> left, Expr<?> right) {
        Expr<?> other = right instanceof BindParameter<?> bind ? bind.typedBy(left.type()) : right;
        Expr<T> own = own(operator, left, other);
        if (own != null) {
            return own;
        }
        Type<?> type = Arithmetic.type(operator, left.type(), other.type());
        return (Expr<T>) new Binary<>(Arithmetic.operator(operator, left.type(), other.type()), left, other, type);
    }
}
