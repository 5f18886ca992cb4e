package org.aludel.itests.corpus;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Column;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.RowValues;
import org.aludel.sql.Sql;
import org.aludel.sql.tree.Constant;
import org.aludel.sql.tree.Tuple;
import org.aludel.types.TypeFamily;
import org.jspecify.annotations.Nullable;

/** The sources' operators. */
final class Operators {

    private Operators() {}

    static @Nullable Object compare(String operator, @Nullable Object left, @Nullable Object right) {
        switch (operator) {
            case "Is":
                return left == right || left instanceof Boolean && left.equals(right);
            case "IsNot":
                return !Boolean.TRUE.equals(compare("Is", left, right));
            case "In":
                return right instanceof Columns columns
                        ? columns.has(left)
                        : PyValues.iterable(right).contains(left);
            case "NotIn":
                return !Boolean.TRUE.equals(compare("In", left, right));
            default:
        }
        if (isPlain(left) && right instanceof Column<?> column && !isPlain(column)) {
            // Python asks the subclass first, and a table's column is one of a plain column's
            return sql(mirrored(operator), column, left);
        }
        if (Convert.isSql(left)) {
            return sql(operator, Convert.expr(left), right);
        }
        if (Convert.isSql(right)) {
            return sql(mirrored(operator), Convert.expr(right), left);
        }
        return switch (operator) {
            case "Eq" -> Objects.equals(left, right);
            case "NotEq" -> !Objects.equals(left, right);
            default -> ordered(operator, left, right);
        };
    }

    @SuppressWarnings("unchecked")
    private static boolean ordered(String operator, @Nullable Object left, @Nullable Object right) {
        int sign = ((Comparable<Object>) Objects.requireNonNull(left)).compareTo(Objects.requireNonNull(right));
        return switch (operator) {
            case "Lt" -> sign < 0;
            case "LtE" -> sign <= 0;
            case "Gt" -> sign > 0;
            default -> sign >= 0;
        };
    }

    private static boolean isPlain(@Nullable Object value) {
        return value instanceof Column<?> column && (column.owner() == null || column.owner() instanceof RowValues);
    }

    private static String mirrored(String operator) {
        return switch (operator) {
            case "Lt" -> "Gt";
            case "LtE" -> "GtE";
            case "Gt" -> "Lt";
            case "GtE" -> "LtE";
            default -> operator;
        };
    }

    private static Expr<?> sql(String operator, Expr<?> left, @Nullable Object right) {
        boolean equality = operator.equals("Eq") || operator.equals("NotEq");
        if (equality && (right == null || right == Constant.NULL)) {
            return operator.equals("Eq") ? left.isNull() : left.isNotNull();
        }
        if (right instanceof Boolean truth) {
            return against(operator, left, truth ? Sql.true_() : Sql.false_());
        }
        if (left instanceof Tuple tuple && right instanceof PyTuple members) {
            return against(operator, left, row(tuple, members));
        }
        if (right == null
                || Convert.isSql(right)
                || right instanceof Number && left.type().family() == TypeFamily.BOOLEAN) {
            return against(operator, left, Convert.expr(right));
        }
        try {
            Object plain = Objects.requireNonNull(Convert.plain(right, left.type()), "a value stays a value");
            return value(operator, left, plain);
        } catch (ArgumentException e) {
            if (e.code().equals("ALU-0150")) {
                throw e;
            }
            return against(operator, left, Convert.expr(right));
        }
    }

    /** A row of values, each of the type of the column it meets. */
    static Expr<?> row(Tuple tuple, List<? extends @Nullable Object> members) {
        Expr<?>[] values = new Expr<?>[members.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < tuple.members().size()
                    ? Convert.expr(members.get(i), tuple.members().get(i))
                    : Convert.expr(members.get(i));
        }
        return Sql.tuple(values);
    }

    private static Expr<?> against(String operator, Expr<?> left, Expr<?> right) {
        return switch (operator) {
            case "Eq" -> left.eqAny(right);
            case "NotEq" -> left.neAny(right);
            case "Lt" -> left.ltAny(right);
            case "LtE" -> left.leAny(right);
            case "Gt" -> left.gtAny(right);
            default -> left.geAny(right);
        };
    }

    @SuppressWarnings("unchecked")
    private static Expr<?> value(String operator, Expr<?> column, Object value) {
        Expr<Object> left = (Expr<Object>) column;
        return switch (operator) {
            case "Eq" -> left.eq(value);
            case "NotEq" -> left.ne(value);
            case "Lt" -> left.lt(value);
            case "LtE" -> left.le(value);
            case "Gt" -> left.gt(value);
            default -> left.ge(value);
        };
    }

    static @Nullable Object binary(String operator, @Nullable Object left, @Nullable Object right) {
        if (operator.equals("BitAnd") || operator.equals("BitOr")) {
            List<Expr<Boolean>> both = List.of(Convert.condition(left), Convert.condition(right));
            return operator.equals("BitAnd") ? Sql.and(both) : Sql.or(both);
        }
        if (Convert.isSql(left)) {
            return sqlBinary(operator, Convert.expr(left), right);
        }
        if (Convert.isSql(right)) {
            Expr<?> other = Convert.expr(right);
            return sqlBinary(operator, Convert.expr(left, other), other);
        }
        if (left instanceof LocalDate day && right instanceof Duration span) {
            return operator.equals("Add") ? day.plusDays(span.toDays()) : day.minusDays(span.toDays());
        }
        if (left instanceof LocalDateTime moment && right instanceof Duration span) {
            return operator.equals("Add") ? moment.plus(span) : moment.minus(span);
        }
        Object result = PyValues.arithmetic(operator, left, right);
        if (result == null) {
            throw new Gap("operator " + operator + " of " + left + " and " + right);
        }
        return result;
    }

    private static Expr<?> sqlBinary(String operator, Expr<?> left, @Nullable Object right) {
        return switch (operator) {
            case "Add" ->
                right instanceof String text
                        ? left.plus(text)
                        : right instanceof Number number ? left.plus(number) : left.plus(Convert.expr(right, left));
            case "Sub" -> right instanceof Number number ? left.minus(number) : left.minus(Convert.expr(right, left));
            case "Mult" -> right instanceof Number number ? left.times(number) : left.times(Convert.expr(right, left));
            case "Div" -> right instanceof Number number ? left.divide(number) : left.divide(Convert.expr(right, left));
            case "Mod" -> right instanceof Number number ? left.mod(number) : left.mod(Convert.expr(right, left));
            default -> throw new Gap("operator " + operator);
        };
    }

    static @Nullable Object unary(String operator, @Nullable Object operand) {
        if (operator.equals("Not")) {
            return !PyValues.isTrue(operand);
        }
        if (Convert.isSql(operand)) {
            return operator.equals("Invert")
                    ? not(operand)
                    : Convert.expr(operand).negate();
        }
        if (operator.equals("USub") && operand instanceof Number number) {
            return number instanceof Double value ? (Object) (-value) : PyValues.arithmetic("Mult", number, -1);
        }
        throw new Gap("operator " + operator + " of " + operand);
    }

    /** The opposite of a condition. */
    static Object not(@Nullable Object operand) {
        if (operand instanceof Boolean truth) {
            return Sql.not(Sql.literal(truth));
        }
        Expr<Boolean> condition = Convert.condition(operand);
        return condition instanceof Condition known ? Sql.not(known) : Sql.not(condition);
    }

    /** {@code value[key]}. */
    static @Nullable Object item(@Nullable Object value, @Nullable Object key) {
        if (value instanceof Columns columns) {
            return columns.get(String.valueOf(key));
        }
        if (value instanceof Expr<?> expression) {
            return ExpressionMethods.item(expression, key);
        }
        if (value instanceof Map<?, ?> map) {
            return map.get(key);
        }
        if (value instanceof String text) {
            return key instanceof PySlice slice
                    ? text.substring(bound(slice.lower(), 0), bound(slice.upper(), text.length()))
                    : String.valueOf(text.charAt(bound(key, 0)));
        }
        if (value instanceof List<?> list) {
            int place = bound(key, 0);
            return list.get(place < 0 ? place + list.size() : place);
        }
        if (value instanceof Collection<?> all) {
            return List.copyOf(all).get(bound(key, 0));
        }
        if (value instanceof Namespace namespace) {
            return namespace.attribute(String.valueOf(key));
        }
        throw new Gap("subscript of " + value);
    }

    private static int bound(@Nullable Object value, int otherwise) {
        return value instanceof Number number ? number.intValue() : otherwise;
    }
}
