package org.aludel.dialects.postgresql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aludel.sql.Dialect;
import org.aludel.types.SpecificType;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** HSTORE: text by keys, a value may be null. */
record HstoreType() implements SpecificType<Map<String, @Nullable String>> {

    private static final Pattern PAIR =
            Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"=>(?:\"((?:[^\"\\\\]|\\\\.)*)\"|NULL)");

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static final Type<?> CARRIER = Types.mapped(
            (Class) Map.class,
            Types.JSON,
            (Function<Map<String, @Nullable String>, String>) HstoreType::write,
            (Function<String, Map<String, @Nullable String>>) HstoreType::read);

    @Override
    @SuppressWarnings("unchecked")
    public Class<Map<String, @Nullable String>> javaType() {
        return (Class<Map<String, @Nullable String>>) (Class<?>) Map.class;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Type<Map<String, @Nullable String>> base() {
        return (Type<Map<String, @Nullable String>>) (Type<?>) Types.UNKNOWN;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.JSON;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, @Nullable String> coerce(Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable String>) map;
        }
        throw mismatch(value);
    }

    @Override
    public @Nullable String spelling(String dialect) {
        return dialect.equals("postgresql") || dialect.equals("standard") ? "HSTORE" : null;
    }

    @Override
    public Type<?> carrier(Dialect dialect) {
        return CARRIER;
    }

    @Override
    public String toString() {
        return "HSTORE";
    }

    static String write(Map<String, @Nullable String> map) {
        return map.entrySet().stream()
                .map(entry ->
                        quoted(entry.getKey()) + "=>" + (entry.getValue() == null ? "NULL" : quoted(entry.getValue())))
                .collect(Collectors.joining(", "));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static Map<String, @Nullable String> read(String text) {
        Map<String, @Nullable String> map = new LinkedHashMap<>();
        Matcher pairs = PAIR.matcher(text);
        while (pairs.find()) {
            map.put(plain(pairs.group(1)), pairs.group(2) == null ? null : plain(pairs.group(2)));
        }
        return map;
    }

    private static String plain(String quoted) {
        return quoted.replaceAll("\\\\(.)", "$1");
    }
}
