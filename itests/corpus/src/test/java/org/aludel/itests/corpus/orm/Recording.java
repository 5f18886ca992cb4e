package org.aludel.itests.corpus.orm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.itests.corpus.JsonFiles;
import org.jspecify.annotations.Nullable;

/**
 * One scenario as it was recorded.
 *
 * @param engines names of the engines, the default one first
 * @param ddl statements by engine
 * @param fixtures rows by engine and table
 * @param finalRows rows by engine and table
 */
record Recording(
        String id,
        String area,
        List<String> engines,
        Map<String, List<@Nullable Object>> ddl,
        boolean foreignKeys,
        Map<String, Map<String, @Nullable Object>> fixtures,
        List<Step> steps,
        Map<String, Map<String, @Nullable Object>> finalRows,
        boolean unordered) {

    static final String MAIN_ENGINE = "engine";

    /** One step: what was done, and what came of it. */
    record Step(
            String python,
            List<@Nullable Object> sql,
            List<String> events,
            @Nullable Object result,
            List<@Nullable Object> warnings) {}

    static List<Recording> all(Path file) {
        List<Recording> all = new ArrayList<>();
        for (Map<String, @Nullable Object> line : JsonFiles.lines(file)) {
            all.add(of(line));
        }
        return all;
    }

    private static Recording of(Map<String, @Nullable Object> line) {
        boolean several = line.get("engines") != null;
        List<String> engines = several ? strings(line.get("engines")) : List.of(MAIN_ENGINE);
        Map<String, List<@Nullable Object>> ddl = new LinkedHashMap<>();
        Map<String, Map<String, @Nullable Object>> fixtures = new LinkedHashMap<>();
        Map<String, Map<String, @Nullable Object>> finals = new LinkedHashMap<>();
        for (String engine : engines) {
            ddl.put(engine, JsonFiles.list(of(line.get("ddl"), engine, several)));
            fixtures.put(engine, JsonFiles.object(of(line.get("fixtures"), engine, several)));
            finals.put(engine, JsonFiles.object(of(line.get("final"), engine, several)));
        }
        List<Step> steps = new ArrayList<>();
        for (Object step : JsonFiles.list(line.get("steps"))) {
            Map<String, @Nullable Object> s = JsonFiles.object(step);
            steps.add(new Step(
                    String.valueOf(s.get("python")),
                    JsonFiles.list(s.get("sql")),
                    strings(s.get("events")),
                    s.get("result"),
                    JsonFiles.list(s.get("warnings"))));
        }
        return new Recording(
                String.valueOf(line.get("id")),
                String.valueOf(line.get("area")),
                engines,
                ddl,
                Boolean.TRUE.equals(line.get("foreign_keys")),
                fixtures,
                steps,
                finals,
                line.get("unordered") != null);
    }

    private static @Nullable Object of(@Nullable Object value, String engine, boolean several) {
        return several ? JsonFiles.object(value).get(engine) : value;
    }

    private static List<String> strings(@Nullable Object value) {
        return JsonFiles.list(value).stream().map(String::valueOf).toList();
    }

    @Override
    public String toString() {
        return id;
    }
}
