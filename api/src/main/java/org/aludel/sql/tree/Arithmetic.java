package org.aludel.sql.tree;

import org.aludel.types.EnumType;
import org.aludel.types.Type;
import org.aludel.types.TypeDecorator;
import org.aludel.types.TypeFamily;
import org.aludel.types.Types;
import org.aludel.types.UnknownType;

/**
 * What comes out of a calculation: which operator is meant, and of what type the result is. {@code +} of text, arrays and
 * JSON joins them; dates and times follow the rules of intervals; of two numbers the wider decides.
 *
 * @since 0.1
 */
public final class Arithmetic {

    private Arithmetic() {}

    /** The operator meant by {@code left operator right}: {@link Operator#CONCAT} where {@code +} joins. */
    public static Operator operator(Operator operator, Type<?> left, Type<?> right) {
        return operator.equals(Operator.ADD) && joins(left, right) ? Operator.CONCAT : operator;
    }

    private static boolean joins(Type<?> left, Type<?> right) {
        if (isNothing(left)) {
            return isJoined(right);
        }
        return isJoined(left) && (isJoined(right) || isNothing(right));
    }

    private static boolean isJoined(Type<?> type) {
        return switch (type.family()) {
            case STRING, ENUM, ARRAY, JSON -> true;
            default -> false;
        };
    }

    private static boolean isNothing(Type<?> type) {
        return type instanceof UnknownType<?> && type.javaType() == (Class<?>) Object.class;
    }

    /** The type of {@code left operator right}; that of the left side if nothing else is known. */
    public static Type<?> type(Operator operator, Type<?> left, Type<?> right) {
        boolean sum = operator.equals(Operator.ADD);
        if (left instanceof TypeDecorator<?, ?> decorated && left.family().isNumber()) {
            return type(operator, decorated.impl(), right);
        }
        if (isNothing(left)) {
            boolean commutes = sum || operator.equals(Operator.MULTIPLY);
            return !commutes || isNothing(right) ? left : type(operator, right, left);
        }
        if (sum && joins(left, right)) {
            return left instanceof EnumType<?> constants ? Types.string(constants.length()) : left;
        }
        if (left instanceof TypeDecorator<?, ?> decorator && left.family().isNumber() && right != left) {
            // a number calculated from decorated ones is none of them
            return type(operator, decorator.impl(), right);
        }
        boolean times = operator.equals(Operator.MULTIPLY);
        boolean quotient = operator.equals(Operator.DIVIDE);
        boolean difference = operator.equals(Operator.SUBTRACT);
        return sum || times || quotient || difference
                ? switch (left.family()) {
                    case INTEGER -> integer(left, right, sum, times);
                    case NUMERIC -> numeric(left, right, times);
                    case FLOAT -> right.family() == TypeFamily.FLOAT ? wider(left, right) : left;
                    case DATE, TIME, TIMESTAMP -> moment(left, right.family(), sum, difference);
                    case INTERVAL -> sum && isMoment(right.family()) ? afterInterval(right) : left;
                    default -> left;
                }
                : left;
    }

    private static Type<?> integer(Type<?> left, Type<?> right, boolean sum, boolean times) {
        return switch (right.family()) {
            case INTEGER -> wider(left, right);
            case NUMERIC, FLOAT -> right;
            case DATE -> sum ? right : left;
            case INTERVAL -> times ? right : left;
            default -> left;
        };
    }

    private static Type<?> numeric(Type<?> left, Type<?> right, boolean times) {
        return switch (right.family()) {
            case NUMERIC, FLOAT -> right;
            case INTERVAL -> times ? right : left;
            default -> left;
        };
    }

    private static boolean isMoment(TypeFamily family) {
        return family == TypeFamily.DATE || family == TypeFamily.TIME || family == TypeFamily.TIMESTAMP;
    }

    private static Type<?> afterInterval(Type<?> moment) {
        return moment.family() == TypeFamily.DATE ? Types.TIMESTAMP : moment;
    }

    private static Type<?> moment(Type<?> left, TypeFamily right, boolean sum, boolean difference) {
        return switch (left.family()) {
            case DATE ->
                sum && (right == TypeFamily.INTERVAL || right == TypeFamily.TIME)
                                || difference && right == TypeFamily.INTERVAL
                        ? Types.TIMESTAMP
                        : difference && right == TypeFamily.DATE
                                ? Types.INTEGER
                                : difference && right == TypeFamily.TIMESTAMP ? Types.INTERVAL : left;
            case TIME ->
                sum && right == TypeFamily.DATE
                        ? Types.TIMESTAMP
                        : difference && right == TypeFamily.TIME ? Types.INTERVAL : left;
            default -> difference && right == TypeFamily.TIMESTAMP ? Types.INTERVAL : left;
        };
    }

    private static Type<?> wider(Type<?> left, Type<?> right) {
        return rank(right) > rank(left) ? right : left;
    }

    private static int rank(Type<?> type) {
        Class<?> java = type.javaType();
        return java == Double.class || java == Long.class ? 3 : java == Integer.class ? 2 : 1;
    }
}
