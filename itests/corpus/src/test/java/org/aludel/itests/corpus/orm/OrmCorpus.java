package org.aludel.itests.corpus.orm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs the scenarios, prints how they differ and the score by area. */
final class OrmCorpus {

    private static final class Count {
        int total;
        int passed;
        int explained;
        int unexplained;
    }

    private OrmCorpus() {}

    /** Runs the scenarios without a test runner. */
    public static void main(String[] args) {
        if (!run().isEmpty()) {
            System.exit(1);
        }
    }

    /** Differences without a reason, of the scenarios that are written. */
    static List<String> run() {
        List<Recording> recordings = Recording.all(Path.of(System.getProperty("corpus.orm")));
        Map<String, Class<? extends Scenario>> written = Scenarios.byId();
        OrmDeviations deviations = OrmDeviations.own();
        String wanted = System.getProperty("corpus.orm.id", "");
        Map<String, Count> areas = new TreeMap<>();
        Count all = new Count();
        List<String> failures = new ArrayList<>();
        List<String> needless = new ArrayList<>();
        for (Recording recording : recordings) {
            if (!recording.id().startsWith(wanted)) {
                continue;
            }
            Class<? extends Scenario> type = written.get(recording.id());
            List<String> differences = type == null ? List.of("not written") : run(recording, type);
            boolean explained = deviations.explains(recording.id());
            for (Count count : List.of(all, areas.computeIfAbsent(recording.area(), area -> new Count()))) {
                count.total++;
                count.passed += differences.isEmpty() ? 1 : 0;
                count.explained += !differences.isEmpty() && explained ? 1 : 0;
                count.unexplained += !differences.isEmpty() && !explained ? 1 : 0;
            }
            if (differences.isEmpty() && explained) {
                needless.add(recording.id());
            }
            if (type != null && !differences.isEmpty() && !explained) {
                failures.add(recording.id() + ":\n    " + String.join("\n    ", differences));
            }
        }
        failures.forEach(System.out::println);
        areas.forEach((area, count) -> System.out.println("  " + area + ": " + count.passed + " of " + count.total
                + " pass, " + count.explained + " explained, " + count.unexplained + " unexplained"));
        if (!needless.isEmpty()) {
            System.out.println("explained, but nothing differs: " + needless);
        }
        System.out.println("corpus orm: " + all.passed + " of " + all.total + " pass, " + all.explained + " explained, "
                + all.unexplained + " unexplained");
        return failures;
    }

    private static List<String> run(Recording recording, Class<? extends Scenario> type) {
        try (Place place = new SqlitePlace(recording)) {
            return new ScenarioRun(recording, Scenarios.make(type), place, true).run();
        }
    }
}
