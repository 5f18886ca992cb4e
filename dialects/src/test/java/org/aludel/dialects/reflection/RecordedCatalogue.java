package org.aludel.dialects.reflection;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection that answers queries and metadata with rows that were written down. */
final class RecordedCatalogue {

    private final Map<String, List<List<@Nullable Object>>> queries = new LinkedHashMap<>();
    private final Map<String, List<Map<String, @Nullable Object>>> metadata = new HashMap<>();
    private final int version;

    RecordedCatalogue(int version) {
        this.version = version;
    }

    /** A row of the answer to queries that hold a text. */
    RecordedCatalogue query(String holds, @Nullable Object... row) {
        queries.computeIfAbsent(holds, key -> new ArrayList<>()).add(Arrays.asList(row));
        return this;
    }

    /** A row of the answer of a method of the metadata: names and values. */
    RecordedCatalogue metadata(String method, @Nullable Object... pairs) {
        Map<String, @Nullable Object> row = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        metadata.computeIfAbsent(method, key -> new ArrayList<>()).add(row);
        return this;
    }

    Connection connection() {
        return proxy(Connection.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getSchema", "getCatalog" -> "HOME";
            case "getMetaData" -> metaData();
            case "prepareStatement" -> statement(String.valueOf(arguments[0]));
            default -> null;
        });
    }

    private DatabaseMetaData metaData() {
        return proxy(DatabaseMetaData.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getDatabaseMajorVersion" -> version;
            case "getSearchStringEscape" -> "\\";
            default ->
                method.getReturnType() == ResultSet.class
                        ? named(metadata.getOrDefault(method.getName(), List.of()))
                        : null;
        });
    }

    private PreparedStatement statement(String sql) {
        List<List<@Nullable Object>> rows = queries.entrySet().stream()
                .filter(entry -> sql.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(List.of());
        List<Map<String, @Nullable Object>> named = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            Map<String, @Nullable Object> byPlace = new HashMap<>();
            for (int i = 0; i < row.size(); i++) {
                byPlace.put(String.valueOf(i + 1), row.get(i));
            }
            named.add(byPlace);
        }
        return proxy(
                PreparedStatement.class,
                (proxy, method, arguments) -> method.getName().equals("executeQuery") ? named(named) : null);
    }

    private static ResultSet named(List<Map<String, @Nullable Object>> rows) {
        int[] place = {-1};
        boolean[] wasNull = {false};
        return proxy(ResultSet.class, (proxy, method, arguments) -> {
            if (method.getName().equals("next")) {
                return ++place[0] < rows.size();
            }
            if (method.getName().equals("wasNull")) {
                return wasNull[0];
            }
            if (arguments == null || arguments.length == 0) {
                return null;
            }
            Object value = rows.get(place[0]).get(String.valueOf(arguments[0]));
            wasNull[0] = value == null;
            Class<?> type = method.getReturnType();
            if (type == int.class) {
                return value == null ? 0 : ((Number) value).intValue();
            }
            if (type == short.class) {
                return value == null ? (short) 0 : ((Number) value).shortValue();
            }
            if (type == boolean.class) {
                return Boolean.TRUE.equals(value);
            }
            return value == null ? null : value.toString();
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(RecordedCatalogue.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
