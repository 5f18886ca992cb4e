package org.aludel.itests.corpus.orm;

import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.engine.Row;
import org.aludel.itests.corpus.JsonFiles;
import org.aludel.orm.instrument.Instrumented;
import org.jspecify.annotations.Nullable;

/**
 * Compares values with recorded ones. Objects are known by the numbers they were recorded with: equal numbers are the
 * same object, different numbers different objects, over all steps of a scenario.
 */
final class Answers {

    private final Map<Object, Object> byNumber = new LinkedHashMap<>();
    private final IdentityHashMap<Object, Object> numbers = new IdentityHashMap<>();
    private final boolean exactKeys;

    /** @param exactKeys false on databases that generate other keys than the recorded ones */
    Answers(boolean exactKeys) {
        this.exactKeys = exactKeys;
    }

    /** The difference, or null. */
    @Nullable
    String difference(@Nullable Object recorded, @Nullable Object value) {
        return difference(recorded, value, "result");
    }

    private @Nullable String difference(@Nullable Object recorded, @Nullable Object value, String where) {
        if (recorded == null || value == null) {
            return recorded == null && value == null ? null : different(where, recorded, value);
        }
        if (recorded instanceof Map<?, ?> object) {
            return ofObject(JsonFiles.object(object), value, where);
        }
        if (recorded instanceof List<?> list) {
            List<@Nullable Object> values = listOf(value);
            return values == null ? different(where, recorded, value) : ofList(list, values, where);
        }
        if (recorded instanceof Number number) {
            return sameNumber(number, value) ? null : different(where, recorded, value);
        }
        if (recorded instanceof Boolean flag) {
            return flag.equals(value) ? null : different(where, recorded, value);
        }
        boolean same = recorded.equals(value)
                || value instanceof Enum<?> constant && recorded.equals(constant.name())
                || value instanceof Temporal && recorded.equals(value.toString())
                || value instanceof Class<?> type && recorded.equals(type.getSimpleName())
                || value instanceof Character && recorded.equals(value.toString());
        return same ? null : different(where, recorded, value);
    }

    private @Nullable String ofObject(Map<String, @Nullable Object> recorded, Object value, String where) {
        if (recorded.containsKey("$")) {
            return ofInstance(recorded, value, where);
        }
        if (recorded.size() == 1 && recorded.get("set") instanceof List<?> members) {
            return value instanceof Collection<?> actual
                    ? ofSet(members, new ArrayList<>(actual), where)
                    : different(where, recorded, value);
        }
        if (recorded.size() == 1 && recorded.get("decimal") instanceof String text) {
            boolean same =
                    value instanceof Number && new BigDecimal(text).compareTo(new BigDecimal(value.toString())) == 0;
            return same ? null : different(where, recorded, value);
        }
        if (recorded.size() == 1 && recorded.get("bytes") instanceof String hex) {
            boolean same = value instanceof byte[] bytes
                    && HexFormat.of().formatHex(bytes).equals(hex);
            return same ? null : different(where, recorded, value);
        }
        if (recorded.size() == 1 && recorded.get("datetime") instanceof String iso) {
            String text = value.toString();
            return text.equals(iso) || (text + ":00").equals(iso) ? null : different(where, recorded, value);
        }
        if (recorded.size() == 1 && recorded.get("class") instanceof String name) {
            boolean same =
                    value instanceof Class<?> type && type.getSimpleName().equals(name);
            return same ? null : different(where, recorded, value);
        }
        if (recorded.containsKey("composite") && recorded.get("values") instanceof List<?> parts) {
            return ofComposite(String.valueOf(recorded.get("composite")), parts, value, where);
        }
        return value instanceof Map<?, ?> map ? ofMap(recorded, map, where) : different(where, recorded, value);
    }

    private @Nullable String ofInstance(Map<String, @Nullable Object> recorded, Object value, String where) {
        if (!value.getClass().getSimpleName().equals(recorded.get("$")) || !(value instanceof Instrumented)) {
            return different(where, recorded, value);
        }
        Object number = recorded.get("n");
        if (number != null) {
            Object known = byNumber.get(number);
            Object knownNumber = numbers.get(value);
            if (known != null ? known != value : knownNumber != null) {
                return where + ": " + value + " is not the object recorded as number " + number;
            }
            byNumber.put(number, value);
            numbers.put(value, number);
        }
        if (recorded.get("id") instanceof List<?> id && !id.isEmpty() && !id.contains(null)) {
            List<@Nullable Object> identity = Scenario.identity(value);
            if (exactKeys ? ofList(id, identity, where) != null : identity.size() != id.size()) {
                return where + ": identity " + identity + ", recorded " + id;
            }
        } else if (recorded.get("id") == null && !Scenario.identity(value).isEmpty()) {
            return where + ": identity " + Scenario.identity(value) + ", recorded none";
        }
        return null;
    }

    private @Nullable String ofList(List<?> recorded, List<@Nullable Object> values, String where) {
        if (recorded.size() != values.size()) {
            return different(where, recorded, values);
        }
        for (int i = 0; i < recorded.size(); i++) {
            String difference = difference(recorded.get(i), values.get(i), where + "[" + i + "]");
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    /** Members may stand in any order; the first that fits is taken. */
    private @Nullable String ofSet(List<?> recorded, List<@Nullable Object> values, String where) {
        if (recorded.size() != values.size()) {
            return different(where, recorded, values);
        }
        for (Object member : recorded) {
            boolean found = false;
            for (int i = 0; i < values.size() && !found; i++) {
                if (difference(member, values.get(i), where) == null) {
                    values.remove(i);
                    found = true;
                }
            }
            if (!found) {
                return where + ": nothing in " + values + " is " + member;
            }
        }
        return null;
    }

    private @Nullable String ofMap(Map<String, @Nullable Object> recorded, Map<?, ?> value, String where) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        value.forEach((key, member) -> named.put(String.valueOf(key), member));
        if (!recorded.keySet().equals(named.keySet())) {
            return different(where, recorded, value);
        }
        for (Map.Entry<String, @Nullable Object> entry : recorded.entrySet()) {
            String difference = difference(entry.getValue(), named.get(entry.getKey()), where + "." + entry.getKey());
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    /** A record, or any object whose text holds the parts in order. */
    private @Nullable String ofComposite(String type, List<?> parts, Object value, String where) {
        if (!value.getClass().getSimpleName().equals(type)) {
            return different(where, type, value);
        }
        if (!value.getClass().isRecord()) {
            return null;
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (var component : value.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                values.add(component.getAccessor().invoke(value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return ofList(parts, values, where);
    }

    private static @Nullable List<@Nullable Object> listOf(Object value) {
        if (value instanceof Row row) {
            return row.toList();
        }
        if (value instanceof Set<?> || value instanceof Map<?, ?>) {
            return null;
        }
        if (value instanceof Collection<?> collection) {
            return new ArrayList<>(collection);
        }
        return value instanceof Object[] array ? List.of(array) : null;
    }

    private static boolean sameNumber(Number recorded, Object value) {
        if (value instanceof Boolean flag) {
            return recorded.doubleValue() == (flag ? 1 : 0);
        }
        if (!(value instanceof Number)) {
            return false;
        }
        BigDecimal left = new BigDecimal(recorded.toString());
        BigDecimal right = new BigDecimal(value.toString());
        return left.compareTo(right) == 0 || Math.abs(left.subtract(right).doubleValue()) < 1e-9;
    }

    private static String different(String where, @Nullable Object recorded, @Nullable Object value) {
        return where + ": " + value + ", recorded " + recorded;
    }
}
