package org.aludel.itests.corpus;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.aludel.sql.FromItem;
import org.jspecify.annotations.Nullable;

/** What the sources' own values do: truth, iteration, text, arithmetic. */
final class PyValues {

    private PyValues() {}

    static boolean isTrue(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        if (value instanceof CharSequence text) {
            return !text.isEmpty();
        }
        if (value instanceof Collection<?> all) {
            return !all.isEmpty();
        }
        return value != null;
    }

    static Collection<? extends @Nullable Object> iterable(@Nullable Object value) {
        if (value instanceof Collection<?> all) {
            return all;
        }
        if (value instanceof Map<?, ?> map) {
            return map.keySet();
        }
        if (value instanceof String text) {
            List<Object> letters = new ArrayList<>();
            text.chars().forEach(c -> letters.add(String.valueOf((char) c)));
            return letters;
        }
        if (value instanceof FromItem from) {
            return from.columns();
        }
        if (value instanceof PyClass type) {
            return type.members().values();
        }
        if (value instanceof Columns columns) {
            return columns.all();
        }
        throw new Gap("no collection: " + value);
    }

    static String text(@Nullable Object value) {
        if (value == null) {
            return "None";
        }
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        return value.toString();
    }

    /** {@code format % arguments}. */
    static String format(String format, @Nullable Object arguments) {
        List<@Nullable Object> values =
                arguments instanceof PyTuple tuple ? tuple : java.util.Collections.singletonList(arguments);
        StringBuilder out = new StringBuilder();
        int next = 0;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                out.append(c);
                continue;
            }
            char kind = format.charAt(++i);
            if (kind == '(') {
                int end = format.indexOf(')', i);
                out.append(text(
                        ((Map<?, ?>) java.util.Objects.requireNonNull(arguments)).get(format.substring(i + 1, end))));
                i = end + 1;
            } else {
                out.append(
                        kind == '%'
                                ? "%"
                                : kind == 'r' ? "'" + text(values.get(next++)) + "'" : text(values.get(next++)));
            }
        }
        return out.toString();
    }

    /** Arithmetic of numbers; null if these are none. */
    static @Nullable Object arithmetic(String operator, @Nullable Object left, @Nullable Object right) {
        if (left instanceof String a && right instanceof String b && operator.equals("Add")) {
            return a + b;
        }
        if (left instanceof String a && operator.equals("Mod")) {
            return format(a, right);
        }
        if (left instanceof String a && right instanceof Integer times && operator.equals("Mult")) {
            return a.repeat(times);
        }
        if (left instanceof List<?> a && right instanceof List<?> b && operator.equals("Add")) {
            List<@Nullable Object> both = new ArrayList<>(a);
            both.addAll(b);
            return a instanceof PyTuple ? new PyTuple(both) : both;
        }
        if (!(left instanceof Number a) || !(right instanceof Number b)) {
            return null;
        }
        if (a instanceof Double || b instanceof Double || operator.equals("Div")) {
            double x = a.doubleValue();
            double y = b.doubleValue();
            return switch (operator) {
                case "Add" -> x + y;
                case "Sub" -> x - y;
                case "Mult" -> x * y;
                case "Div" -> x / y;
                default -> x % y;
            };
        }
        if (a instanceof BigDecimal || b instanceof BigDecimal) {
            BigDecimal x = new BigDecimal(a.toString());
            BigDecimal y = new BigDecimal(b.toString());
            return operator.equals("Add") ? x.add(y) : operator.equals("Sub") ? x.subtract(y) : x.multiply(y);
        }
        BigInteger x = new BigInteger(a.toString());
        BigInteger y = new BigInteger(b.toString());
        return whole(
                switch (operator) {
                    case "Add" -> x.add(y);
                    case "Sub" -> x.subtract(y);
                    case "Mult" -> x.multiply(y);
                    case "Pow" -> x.pow(y.intValue());
                    default -> x.mod(y);
                });
    }

    /** The smallest usual type that holds a number. */
    static Number whole(BigInteger value) {
        if (value.bitLength() < 32) {
            return value.intValue();
        }
        return value.bitLength() < 64 ? (Number) value.longValue() : value;
    }
}
