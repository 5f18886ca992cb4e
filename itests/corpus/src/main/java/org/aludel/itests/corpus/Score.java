package org.aludel.itests.corpus;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rates of agreement: by area, by dialect, by case. */
final class Score {

    /** The dialects whose areas count. */
    static final List<String> CORE = List.of("postgresql", "mysql", "sqlite", "oracle", "mssql", "default");

    private static final class Rate {

        private int passed;
        private int all;

        void add(boolean pass) {
            passed += pass ? 1 : 0;
            all++;
        }

        double value() {
            return all == 0 ? 1 : (double) passed / all;
        }
    }

    private final Map<String, Rate> areas = new TreeMap<>();
    private final Map<String, Map<String, Rate>> dialects = new LinkedHashMap<>();
    private final Map<String, Boolean> cases = new LinkedHashMap<>();
    private final Set<String> missing = new LinkedHashSet<>();

    Score(List<CorpusCase> all, List<Check> checks) {
        Set<String> seen = new LinkedHashSet<>();
        for (Check check : checks) {
            String base = check.base();
            seen.add(base);
            dialects.computeIfAbsent(base, b -> new TreeMap<>())
                    .computeIfAbsent(check.of().area(), a -> new Rate())
                    .add(check.passed());
            if (CORE.contains(base)) {
                areas.computeIfAbsent(check.of().area(), a -> new Rate()).add(check.passed());
                cases.merge(check.of().id(), check.passed(), Boolean::logicalAnd);
            }
        }
        for (CorpusCase one : all) {
            if (one.isDoubtful()) {
                cases.put(one.id(), true);
            } else if (!cases.containsKey(one.id())) {
                cases.put(one.id(), one.expectations().keySet().stream().noneMatch(CORE::contains));
            }
        }
        for (String dialect : CORE) {
            if (!seen.contains(dialect)) {
                missing.add(dialect);
            }
        }
    }

    /** The average of the rates of the areas, in percent. */
    double byArea() {
        return 100 * areas.values().stream().mapToDouble(Rate::value).average().orElse(0);
    }

    /** The same for one dialect with its configurations. */
    double byArea(String dialect) {
        return 100
                * dialects.getOrDefault(dialect, Map.of()).values().stream()
                        .mapToDouble(Rate::value)
                        .average()
                        .orElse(0);
    }

    long matching() {
        return cases.values().stream().filter(Boolean::booleanValue).count();
    }

    void print(PrintStream out) {
        out.printf("%-26s %7s", "area", "rate");
        dialects.keySet().stream().sorted().forEach(dialect -> out.printf(" %10s", dialect));
        out.println();
        for (String area : areas.keySet()) {
            out.printf(Locale.ROOT, "%-26s %6.1f%%", area, 100 * rate(areas.get(area)));
            dialects.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> out.printf(" %10s", shown(entry.getValue().get(area))));
            out.println();
        }
        dialects.keySet().stream()
                .sorted()
                .forEach(
                        dialect -> out.printf(Locale.ROOT, "dialect %-12s %.1f%% by area%n", dialect, byArea(dialect)));
        missing.forEach(dialect -> out.println("dialect " + dialect + " is missing"));
        out.println(lastLine());
    }

    String lastLine() {
        return String.format(Locale.ROOT, "corpus core: %.1f%% by area, %d of %d", byArea(), matching(), cases.size());
    }

    private static double rate(@Nullable Rate rate) {
        return rate == null ? 1 : rate.value();
    }

    private static String shown(@Nullable Rate rate) {
        return rate == null ? "" : rate.passed + "/" + rate.all;
    }
}
