package org.aludel.itests.corpus.orm.ext;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.aludel.types.MappedType;
import org.aludel.types.Type;
import org.aludel.types.Types;

/** JSON in a text column, as far as the recorded scenarios need it: whole numbers and their maps, lists and sets. */
final class JsonText {

    private JsonText() {}

    static Type<Map> map() {
        return new MappedType<>(Map.class, Types.string(200), JsonText::write, JsonText::readMap);
    }

    static Type<List> list() {
        return new MappedType<>(List.class, Types.string(200), JsonText::write, JsonText::readList);
    }

    static Type<Set> set() {
        return new MappedType<>(
                Set.class, Types.string(200), JsonText::write, text -> new LinkedHashSet<>(readList(text)));
    }

    static String write(Object value) {
        if (value instanceof Map<?, ?> map) {
            StringJoiner text = new StringJoiner(", ", "{", "}");
            new TreeMap<>(map).forEach((key, each) -> text.add("\"" + key + "\": " + each));
            return text.toString();
        }
        Collection<?> each = (Collection<?>) value;
        List<Object> values = new ArrayList<>(each);
        if (value instanceof Set) {
            values.sort(null);
        }
        return values.toString();
    }

    private static Map<String, Object> readMap(String text) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (String entry : parts(text)) {
            String[] sides = entry.split(":");
            map.put(sides[0].strip().replace("\"", ""), Integer.valueOf(sides[1].strip()));
        }
        return map;
    }

    private static List<Object> readList(String text) {
        List<Object> list = new ArrayList<>();
        for (String part : parts(text)) {
            list.add(Integer.valueOf(part.strip()));
        }
        return list;
    }

    private static List<String> parts(String text) {
        String inner = text.substring(1, text.length() - 1).strip();
        return inner.isEmpty() ? List.of() : List.of(inner.split(","));
    }
}
