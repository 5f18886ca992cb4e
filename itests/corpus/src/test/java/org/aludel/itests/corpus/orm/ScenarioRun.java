package org.aludel.itests.corpus.orm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.itests.corpus.JsonFiles;
import org.jspecify.annotations.Nullable;

/** Runs a scenario on a database, and tells how it differs from its recording. */
final class ScenarioRun {

    private static final Pattern TABLE = Pattern.compile("(?i)CREATE (?:TEMP(?:ORARY)? )?TABLE \"?(\\w+)\"?");

    private final Recording recording;
    private final Scenario scenario;
    private final Place place;
    private final boolean compareStatements;
    private final List<String> differences = new ArrayList<>();
    private final SentComparison statements = new SentComparison();

    /** @param compareStatements whether the statements sent are compared too, not only results and rows */
    ScenarioRun(Recording recording, Scenario scenario, Place place, boolean compareStatements) {
        this.recording = recording;
        this.scenario = scenario;
        this.place = place;
        this.compareStatements = compareStatements;
    }

    /** The differences. */
    List<String> run() {
        SqlLog sql = new SqlLog(tables());
        Answers answers = new Answers(place.hasRecordedKeys());
        scenario.start(place.engines());
        try {
            place.engines().forEach((name, engine) -> sql.listen(engine, name));
            scenario.begin();
            place.prepare(scenario);
            List<Scenario.Work> work = scenario.work();
            if (work.size() != recording.steps().size()) {
                differences.add("has " + work.size() + " steps, recorded "
                        + recording.steps().size());
            }
            scenario.takeLog();
            sql.start();
            for (int i = 0; i < Math.min(work.size(), recording.steps().size()); i++) {
                step(i, work.get(i), recording.steps().get(i), sql, answers);
            }
            sql.stop();
        } catch (Exception | LinkageError e) {
            differences.add("could not be set up: " + e + trace(e));
        }
        try {
            scenario.end();
        } catch (RuntimeException e) {
            differences.add("could not be closed: " + e + trace(e));
        }
        compareRows();
        return differences;
    }

    private void step(int number, Scenario.Work work, Recording.Step recorded, SqlLog sql, Answers answers) {
        String where = "step " + (number + 1) + ": ";
        Map<String, @Nullable Object> raised = recorded.result() instanceof Map<?, ?> map && map.get("raises") != null
                ? JsonFiles.object(map.get("raises"))
                : null;
        try {
            Object result = work.body().call();
            sql.stop();
            if (raised != null) {
                differences.add(where + "gave " + result + ", recorded " + raised);
            } else {
                add(where, answers.difference(recorded.result(), result));
            }
        } catch (Exception | LinkageError | StackOverflowError e) {
            sql.stop();
            if (raised == null) {
                differences.add(where + "failed with " + e + trace(e));
            } else {
                add(where, Failures.difference(raised, e));
            }
        }
        List<String> log = scenario.takeLog();
        if (!log.equals(recorded.events())) {
            differences.add(where + "logged " + log + ", recorded " + recorded.events());
        }
        List<Sent> sent = sql.take();
        List<String> texts = sql.takeTexts();
        if (compareStatements) {
            String difference = statements.difference(recordedSql(recorded), counting(sent), raised != null);
            add(where, difference == null ? null : difference + details(texts));
        }
        sql.start();
    }

    private void add(String where, @Nullable String difference) {
        if (difference != null) {
            differences.add(where + difference);
        }
    }

    private static String details(List<String> texts) {
        return Boolean.getBoolean("corpus.orm.sql") ? "\n      " + String.join("\n      ", texts) : "";
    }

    private static String trace(Throwable failure) {
        if (System.getProperty("corpus.orm.id", "").isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            text.append("\n      ").append(t);
            StackTraceElement[] frames = t.getStackTrace();
            for (int i = 0; i < Math.min(12, frames.length); i++) {
                text.append("\n        at ").append(frames[i]);
            }
        }
        return text.toString();
    }

    private List<Sent> recordedSql(Recording.Step step) {
        List<Sent> recorded = new ArrayList<>();
        for (Object entry : step.sql()) {
            List<@Nullable Object> parts = JsonFiles.list(entry);
            List<@Nullable Object> parameters = JsonFiles.list(parts.get(1));
            boolean several = !parameters.isEmpty() && parameters.get(0) instanceof List<?>;
            recorded.add(Sent.of(
                    String.valueOf(parts.get(0)),
                    several ? parameters.size() : 1,
                    parts.size() > 2 ? String.valueOf(parts.get(2)) : Recording.MAIN_ENGINE,
                    tables()));
        }
        return counting(recorded);
    }

    private static List<Sent> counting(List<Sent> entries) {
        return entries.stream().filter(Sent::counts).toList();
    }

    /** Names of all tables of the scenario. */
    private Set<String> tables() {
        Set<String> names = new HashSet<>();
        for (String engine : recording.engines()) {
            recording
                    .finalRows()
                    .getOrDefault(engine, Map.of())
                    .keySet()
                    .forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
            for (Object ddl : recording.ddl().getOrDefault(engine, List.of())) {
                Matcher matcher = TABLE.matcher(String.valueOf(ddl));
                if (matcher.find()) {
                    names.add(matcher.group(1).toLowerCase(Locale.ROOT));
                }
            }
        }
        return names;
    }

    private void compareRows() {
        for (String engine : recording.engines()) {
            recording.finalRows().getOrDefault(engine, Map.of()).forEach((table, rows) -> {
                try {
                    compareRows(table, JsonFiles.list(rows), place.rows(engine, table));
                } catch (RuntimeException e) {
                    differences.add("table " + table + ": " + e);
                }
            });
        }
    }

    private void compareRows(
            String table, List<@Nullable Object> recorded, List<Map<String, @Nullable Object>> stored) {
        List<Map<String, @Nullable Object>> left = new ArrayList<>(stored);
        for (Object row : recorded) {
            Map<String, @Nullable Object> wanted = JsonFiles.object(row);
            if (!left.removeIf(new OnceOnly(candidate -> same(wanted, candidate)))) {
                differences.add("table " + table + ": no row " + wanted + " in " + stored);
                return;
            }
        }
        if (!left.isEmpty()) {
            differences.add("table " + table + ": rows that were not recorded: " + left);
        }
    }

    private static boolean same(Map<String, @Nullable Object> recorded, Map<String, @Nullable Object> stored) {
        for (Map.Entry<String, @Nullable Object> cell : recorded.entrySet()) {
            String column = cell.getKey().toLowerCase(Locale.ROOT);
            if (!stored.containsKey(column) || !Fixtures.same(cell.getValue(), stored.get(column))) {
                return false;
            }
        }
        return true;
    }

    /** Accepts the first that another predicate accepts. */
    private static final class OnceOnly implements java.util.function.Predicate<Map<String, @Nullable Object>> {
        private final java.util.function.Predicate<Map<String, @Nullable Object>> wanted;
        private boolean done;

        OnceOnly(java.util.function.Predicate<Map<String, @Nullable Object>> wanted) {
            this.wanted = wanted;
        }

        @Override
        public boolean test(Map<String, @Nullable Object> candidate) {
            boolean accepted = !done && wanted.test(candidate);
            done |= accepted;
            return accepted;
        }
    }
}
