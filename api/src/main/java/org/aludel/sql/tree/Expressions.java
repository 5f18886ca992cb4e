package org.aludel.sql.tree;

import org.aludel.sql.BindParameter;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.aludel.types.Types;
import org.aludel.types.UnknownType;
import org.jspecify.annotations.Nullable;

/**
 * How operands become nodes: values become parameters of the other side's type, null becomes IS NULL, and arithmetic
 * chooses operator and type by its operands.
 *
 * @since 0.1
 */
public final class Expressions {

    private Expressions() {}

    /** A comparison with a value; null renders IS NULL or IS NOT NULL. */
    public static Condition compare(Operator operator, Expr<?> left, @Nullable Object value) {
        if (value == null) {
            return compareWithNull(operator, left);
        }
        if (value instanceof Boolean truth && left.type().family() == TypeFamily.BOOLEAN) {
            return new Comparison(operator, left, truth ? Constant.TRUE : Constant.FALSE);
        }
        return new Comparison(operator, left, BindParameter.of(left.type(), value));
    }

    /**
     * A comparison with an expression; a parameter of no type takes the type of the other side. Null itself, which an
     * untyped column lets through as an expression, and the keyword NULL make a null test.
     */
    public static Condition compareWith(Operator operator, Expr<?> left, @Nullable Expr<?> right) {
        if (right == null || right == Constant.NULL) {
            return compareWithNull(operator, left);
        }
        if (right instanceof BindParameter<?> bind) {
            return new Comparison(operator, left, bind.typedBy(left.type()));
        }
        if (left instanceof BindParameter<?> bind) {
            return new Comparison(operator, bind.typedBy(right.type()), right);
        }
        return new Comparison(operator, left, right);
    }

    private static Condition compareWithNull(Operator operator, Expr<?> left) {
        if (operator.equals(Operator.EQ) || operator.equals(Operator.IS_NOT_DISTINCT_FROM)) {
            return new NullTest(left, false);
        }
        if (operator.equals(Operator.NE) || operator.equals(Operator.IS_DISTINCT_FROM)) {
            return new NullTest(left, true);
        }
        return new Comparison(operator, left, Constant.NULL);
    }

    /** IS [NOT] DISTINCT FROM a value; from null it is a null test. */
    public static Condition distinctFrom(Operator operator, Expr<?> left, @Nullable Object value) {
        if (value == null) {
            return compareWithNull(operator, left);
        }
        return new Comparison(operator, left, BindParameter.of(left.type(), value));
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
        if (operand instanceof Expr<?> expression) {
            return expression;
        }
        if (operand == null) {
            return Constant.NULL;
        }
        Type<?> found = Types.find(operand.getClass());
        Type<?> type = found != null && found.family() != like.type().family() ? found : like.type();
        return BindParameter.of(type, operand);
    }

    /** A piece of text as a value. */
    public static Expr<String> text(String value) {
        return BindParameter.of(Types.STRING, value);
    }

    /** SQL text that is an expression. */
    public static Expr<String> verbatim(String sql) {
        return new Verbatim<>(sql, Types.STRING);
    }

    /** Two pieces of text joined. */
    public static Expr<String> concat(Expr<?> left, Expr<?> right) {
        return new Binary<>(Operator.CONCAT, left, right, Types.STRING);
    }

    /** Arithmetic with a value. */
    public static <T> Expr<T> arithmetic(Operator operator, Expr<T> left, Object value) {
        Type<?> own = left.type();
        Type<?> given = Types.of(value.getClass());
        boolean alike = own.family() == given.family()
                || own.family() == TypeFamily.NUMERIC && given.family().isNumber();
        Type<?> type = alike ? own : given;
        return arithmeticWith(operator, left, BindParameter.of(type, value));
    }

    /** Arithmetic; {@code +} of text is concatenation. */
    @SuppressWarnings("unchecked")
    public static <T> Expr<T> arithmeticWith(Operator operator, Expr<T> left, Expr<?> right) {
        Expr<?> other = right instanceof BindParameter<?> bind ? bind.typedBy(left.type()) : right;
        boolean concatenation = operator.equals(Operator.ADD) && isText(left.type()) && isTextOrUnknown(other.type());
        if (concatenation) {
            return (Expr<T>) new Binary<>(Operator.CONCAT, left, other, left.type());
        }
        return (Expr<T>) new Binary<>(operator, left, other, arithmeticType(left.type(), other.type()));
    }

    /** The type of a calculation: the wider of two numbers, else that of the left side, else what is known. */
    public static Type<?> arithmeticType(Type<?> left, Type<?> right) {
        if (left instanceof UnknownType<?> && left.javaType() == (Class<?>) Object.class) {
            return right;
        }
        if (left.family().isNumber() && right.family().isNumber()) {
            return rank(right) > rank(left) ? right : left;
        }
        return left;
    }

    private static int rank(Type<?> type) {
        return switch (type.family()) {
            case FLOAT -> 5;
            case NUMERIC -> 4;
            default -> type.javaType() == Long.class ? 3 : type.javaType() == Integer.class ? 2 : 1;
        };
    }

    private static boolean isText(Type<?> type) {
        return type.family() == TypeFamily.STRING;
    }

    private static boolean isTextOrUnknown(Type<?> type) {
        return isText(type) || type.family() == TypeFamily.UNKNOWN;
    }
}
