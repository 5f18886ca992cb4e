package org.aludel.itests.corpus;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as maps, lists, strings, numbers and truth values. */
public final class JsonFiles {

    private JsonFiles() {}

    /** The value of a file. */
    public static @Nullable Object read(Path file) {
        return parse(text(file));
    }

    /** The objects of a file with one on each line. */
    public static List<Map<String, @Nullable Object>> lines(Path file) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (String line : text(file).split("\n")) {
            if (!line.isBlank()) {
                objects.add(object(parse(line)));
            }
        }
        return objects;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + file, e);
        }
    }

    /** The value of a text. */
    public static @Nullable Object parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return value(reader.readValue());
        }
    }

    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> object(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, @Nullable Object>) value;
    }

    @SuppressWarnings("unchecked")
    public static List<@Nullable Object> list(@Nullable Object value) {
        return value == null ? List.of() : (List<@Nullable Object>) value;
    }

    private static @Nullable Object value(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL -> null;
            case TRUE -> true;
            case FALSE -> false;
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> number((JsonNumber) value);
            case ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                ((JsonArray) value).forEach(element -> list.add(value(element)));
                yield list;
            }
            case OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                ((JsonObject) value).forEach((key, member) -> map.put(key, value(member)));
                yield map;
            }
        };
    }

    private static Number number(JsonNumber number) {
        BigDecimal exact = number.bigDecimalValue();
        if (!number.isIntegral()
                || number.toString().contains(".")
                || number.toString().contains("e")) {
            return exact.doubleValue();
        }
        long whole = exact.longValueExact();
        return whole == (int) whole ? (Number) (int) whole : (Number) whole;
    }
}
