package org.aludel.databases.random;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.aludel.engine.Row;
import org.jspecify.annotations.Nullable;

/**
 * What a database made of a statement: rows in one order for all databases, or an error.
 *
 * @param error its message; null if there was none
 */
record Outcome(
        List<List<Object>> rows, long changed, @Nullable String error) {

    private static final int SHOWN = 30;
    private static final String OVERLOOKED = "overlooked";

    static Outcome of(List<Row> rows, long changed) {
        return ofValues(rows.stream().map(Row::toList).toList(), changed);
    }

    static Outcome ofValues(List<List<@Nullable Object>> rows, long changed) {
        List<List<Object>> normal = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            List<Object> values = new ArrayList<>();
            for (Object value : row) {
                values.add(normal(value));
            }
            normal.add(values);
        }
        normal.sort(Comparator.comparing(Object::toString));
        return new Outcome(normal, changed, null);
    }

    static Outcome failed(Throwable error) {
        return new Outcome(List.of(), 0, String.valueOf(error.getMessage()));
    }

    private static Object normal(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof BigDecimal decimal) {
            BigDecimal rounded = decimal.setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
            return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.scale() < 0 ? rounded.setScale(0) : rounded;
        }
        return value instanceof String text ? "'" + text + "'" : value;
    }

    /** The rows without the types of their values, which a program that sends plain SQL does not know. */
    List<String> untyped() {
        return rows.stream()
                .map(row -> row.stream().map(Outcome::untyped).toList().toString())
                .sorted()
                .toList();
    }

    private static String untyped(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "1" : "0";
        }
        if (value instanceof Number && !(value instanceof BigDecimal)) {
            return untyped(normal(new BigDecimal(value.toString())));
        }
        String text = value.toString();
        return value instanceof String && text.startsWith("'") ? text.substring(1, text.length() - 1) : text;
    }

    /** No outcome, for a known fault of the database. */
    static Outcome overlooked() {
        return new Outcome(List.of(), 0, OVERLOOKED);
    }

    boolean same(Outcome other) {
        if (OVERLOOKED.equals(error) || OVERLOOKED.equals(other.error)) {
            return true;
        }
        return error == null && other.error == null && changed == other.changed && rows.equals(other.rows);
    }

    @Override
    public String toString() {
        return error != null
                ? "error: " + error
                : (changed < 0 ? "" : changed + " rows changed, ")
                        + (rows.size() > SHOWN ? rows.size() + " rows: " + rows.subList(0, SHOWN) : rows);
    }
}
