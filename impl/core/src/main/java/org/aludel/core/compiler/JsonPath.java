package org.aludel.core.compiler;

import java.util.List;
import java.util.function.IntFunction;

/**
 * How the place of an item in a JSON document is written: {@code $."a"[0]}, as SQL's standard has it.
 */
public final class JsonPath {

    private JsonPath() {}

    /**
     * The path of a key, a number, or a list of both.
     *
     * @param fromEnd writes a number that counts from the end: 1 is the last
     */
    public static String of(Object key, IntFunction<String> fromEnd) {
        StringBuilder path = new StringBuilder("$");
        for (Object step : key instanceof List<?> steps ? steps : List.of(key)) {
            if (step instanceof Number number) {
                int index = number.intValue();
                path.append('[')
                        .append(index < 0 ? fromEnd.apply(-index) : index)
                        .append(']');
            } else {
                String name = step.toString().replace("\\", "\\\\").replace("\"", "\\\"");
                path.append(".\"").append(name).append('"');
            }
        }
        return path.toString();
    }
}
