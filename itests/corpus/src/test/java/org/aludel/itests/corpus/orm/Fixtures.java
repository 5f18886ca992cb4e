package org.aludel.itests.corpus.orm;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of rows as they are recorded, and how they compare with those of a database. */
final class Fixtures {

    private Fixtures() {}

    /** A recorded value as a JDBC parameter. */
    static @Nullable Object plain(@Nullable Object recorded) {
        if (recorded instanceof Map<?, ?> tagged && tagged.size() == 1) {
            if (tagged.get("decimal") instanceof String text) {
                return new BigDecimal(text);
            }
            if (tagged.get("datetime") instanceof String text) {
                return text.replace('T', ' ');
            }
            if (tagged.get("bytes") instanceof String hex) {
                return HexFormat.of().parseHex(hex);
            }
        }
        return recorded;
    }

    /** Whether a stored value is the recorded one, whatever its Java type. */
    static boolean same(@Nullable Object recorded, @Nullable Object stored) {
        Object expected = plain(recorded);
        if (expected == null || stored == null) {
            return expected == null && stored == null;
        }
        if (expected instanceof byte[] bytes) {
            return stored instanceof byte[] other && java.util.Arrays.equals(bytes, other);
        }
        if (expected instanceof List<?> || expected instanceof Map<?, ?>) {
            return true;
        }
        BigDecimal left = number(expected);
        BigDecimal right = number(stored);
        if (left != null && right != null) {
            return left.compareTo(right) == 0 || Math.abs(left.doubleValue() - right.doubleValue()) < 1e-9;
        }
        return text(expected).equals(text(stored));
    }

    private static @Nullable BigDecimal number(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return value instanceof Number number ? new BigDecimal(number.toString()) : null;
    }

    /** Dates without the zeros that databases add, JSON without its spaces. */
    private static String text(Object value) {
        String text = value.toString();
        if (text.startsWith("{") || text.startsWith("[")) {
            return text.replace(" ", "");
        }
        if (text.matches("\\d{4}-\\d\\d-\\d\\d[T ].*")) {
            String moment = text.replace('T', ' ');
            moment = moment.contains(".") ? moment.replaceAll("\\.?0+$", "") : moment;
            return moment.length() == 16 ? moment + ":00" : moment;
        }
        return text;
    }
}
