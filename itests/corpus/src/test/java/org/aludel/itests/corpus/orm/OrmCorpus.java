package org.aludel.itests.corpus.orm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Runs the scenarios, prints how they differ and the score by area. */
final class OrmCorpus {

    /** The database of the recordings. */
    static final String SQLITE = "sqlite";

    private static final class Count {
        int total;
        int passed;
        int explained;
        int unexplained;

        @Override
        public String toString() {
            return passed + " of " + total + " pass, " + explained + " explained, " + unexplained + " unexplained";
        }
    }

    private OrmCorpus() {}

    /** Runs the scenarios on SQLite without a test runner. */
    public static void main(String[] args) {
        if (!run().isEmpty()) {
            System.exit(1);
        }
    }

    /** On SQLite: results, events, statements and rows. */
    static List<String> run() {
        return run(SQLITE, SqlitePlace::new);
    }

    /** On another database: results, events and rows. */
    static List<String> run(ForeignDatabase database) {
        return run(database.name(), recording -> new ForeignPlace(recording, database));
    }

    /** Differences without a reason, of the scenarios that are written, and reasons without a difference. */
    private static List<String> run(String database, Function<Recording, Place> places) {
        List<Recording> recordings = Recording.all(Path.of(System.getProperty("corpus.orm")));
        Map<String, Class<? extends Scenario>> written = Scenarios.byId();
        OrmDeviations deviations = OrmDeviations.own();
        String wanted = System.getProperty("corpus.orm.id", "");
        Map<String, Count> areas = new TreeMap<>();
        Count all = new Count();
        List<String> failures = new ArrayList<>();
        for (Recording recording : recordings) {
            String id = recording.id();
            if (!id.startsWith(wanted)) {
                continue;
            }
            Class<? extends Scenario> type = written.get(id);
            List<String> differences = type == null ? List.of("not written") : run(recording, type, places, database);
            boolean explained = deviations.explains(id, database);
            for (Count count : List.of(all, areas.computeIfAbsent(recording.area(), area -> new Count()))) {
                count.total++;
                count.passed += differences.isEmpty() ? 1 : 0;
                count.explained += !differences.isEmpty() && explained ? 1 : 0;
                count.unexplained += !differences.isEmpty() && !explained ? 1 : 0;
            }
            if (type != null && !differences.isEmpty() && !explained) {
                failures.add(id + " on " + database + ":\n    " + String.join("\n    ", differences));
            }
            if (differences.isEmpty() && deviations.mustDiffer(id, database)) {
                failures.add(id + " is explained in orm-deviations.md, but nothing differs on " + database);
            }
        }
        if (wanted.isEmpty()) {
            List<String> known = recordings.stream().map(Recording::id).toList();
            deviations.ids().stream()
                    .filter(id -> !known.contains(id))
                    .forEach(id -> failures.add(id + " in orm-deviations.md is no scenario"));
        }
        failures.forEach(System.out::println);
        if (database.equals(SQLITE)) {
            areas.forEach((area, count) -> System.out.println("  " + area + ": " + count));
        }
        System.out.println("corpus orm" + (database.equals(SQLITE) ? "" : " " + database) + ": " + all);
        return failures;
    }

    private static List<String> run(
            Recording recording, Class<? extends Scenario> type, Function<Recording, Place> places, String database) {
        try (Place place = places.apply(recording)) {
            return new ScenarioRun(recording, Scenarios.make(type), place, database.equals(SQLITE)).run();
        } catch (IllegalStateException e) {
            return List.of(String.valueOf(e));
        }
    }
}
