package org.aludel.itests.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares and prints: {@code --area op.,func. --dialect oracle --id op.in --show 30 --score --gaps}. Without
 * {@code --show} and {@code --gaps} it prints the score.
 */
public final class CorpusMain {

    private CorpusMain() {}

    /** Runs; the first argument is the folder of the corpus. */
    public static void main(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i < arguments.length; i++) {
            boolean hasValue = i + 1 < arguments.length && !arguments[i + 1].startsWith("--");
            options.put(arguments[i], hasValue ? arguments[++i] : "");
        }
        Corpus corpus = Corpus.read(Path.of(arguments[0]));
        Checker checker = new Checker(corpus.schemas());
        List<CorpusCase> cases = corpus.cases().stream()
                .filter(one -> matches(one.area(), options.get("--area"))
                        && matches(one.id(), options.get("--id"))
                        && (!options.containsKey("--grep") || one.source().contains(options.get("--grep"))))
                .toList();
        List<Check> checks = new ArrayList<>();
        cases.forEach(one -> checks.addAll(checker.check(one)));
        if (options.containsKey("--show")) {
            show(checks, options);
        }
        if (options.containsKey("--gaps")) {
            gaps(checks);
        }
        if (options.containsKey("--score") || !options.containsKey("--show") && !options.containsKey("--gaps")) {
            new Score(cases, checks).print(System.out);
        }
    }

    private static boolean matches(String text, @org.jspecify.annotations.Nullable String prefixes) {
        if (prefixes == null) {
            return true;
        }
        for (String prefix : prefixes.split(",")) {
            if (text.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static void show(List<Check> checks, Map<String, String> options) {
        String shown = options.getOrDefault("--show", "");
        int limit = shown.isEmpty() ? 30 : Integer.parseInt(shown);
        String dialects = options.get("--dialect");
        Map<String, List<Check>> failing = new LinkedHashMap<>();
        for (Check check : checks) {
            boolean wanted = dialects == null
                    ? !List.of("firebird", "sybase").contains(check.base())
                    : List.of(dialects.split(",")).contains(check.dialect())
                            || List.of(dialects.split(",")).contains(check.base());
            if ((!check.passed() || options.containsKey("--all")) && wanted) {
                failing.computeIfAbsent(check.of().id(), id -> new ArrayList<>())
                        .add(check);
            }
        }
        failing.values().stream().limit(limit).forEach(CorpusMain::print);
        System.out.println(failing.size() + " cases");
    }

    private static void print(List<Check> failed) {
        CorpusCase one = failed.get(0).of();
        System.out.println("== " + one.id() + " [" + one.schema() + "]");
        System.out.println("   " + one.source().replace("\n", "\n   "));
        Map<String, List<String>> same = new LinkedHashMap<>();
        for (Check check : failed) {
            String difference = "   - " + check.expected() + "\n   + " + check.got();
            String aspect = check.aspect().equals("sql") ? "" : "." + check.aspect();
            same.computeIfAbsent(difference, d -> new ArrayList<>())
                    .add((check.passed() ? "ok " : "") + check.dialect() + aspect);
        }
        same.forEach(
                (difference, dialects) -> System.out.println("  " + String.join(" ", dialects) + "\n" + difference));
    }

    private static void gaps(List<Check> checks) {
        Map<String, Integer> counts = new HashMap<>();
        for (Check check : checks) {
            String got = String.valueOf(check.got());
            if (!check.passed() && (got.startsWith("GAP") || got.contains("Exception") || got.contains("Error"))) {
                counts.merge(got, 1, Integer::sum);
            }
        }
        counts.entrySet().stream()
                .sorted((a, b) -> b.getValue() - a.getValue())
                .forEach(entry -> System.out.println(entry.getValue() + " " + entry.getKey()));
    }
}
