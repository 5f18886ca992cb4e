package org.aludel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The site's page of features lists, for each row, the tests that carry its tag. {@code -Daludel.features.write=true}
 * writes it anew.
 */
class FeaturesPageTest {

    private static final Pattern TAG_OR_METHOD = Pattern.compile(
            "@Tag\\(\"([A-Z]+-\\d+)\"\\)|^\\s*(?:abstract |public |final )*(?:void|class) (\\w+)", Pattern.MULTILINE);

    private static final Path ROOT = Path.of(System.getProperty("aludel.build.root", "../.."));
    private static final Path PAGE = ROOT.resolve("src/site/markdown/features.md");

    @Test
    void thePageListsTheTestsBehindEachFeature() throws IOException {
        String expected = page(testsByFeature());
        if (Boolean.getBoolean("aludel.features.write")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE))
                .as("write it anew with -Daludel.features.write=true")
                .isEqualTo(expected);
    }

    private static Map<String, Set<String>> testsByFeature() throws IOException {
        Map<String, Set<String>> tests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file :
                    files.filter(FeaturesPageTest::isTestSource).sorted().toList()) {
                collect(file, tests);
            }
        }
        return tests;
    }

    private static boolean isTestSource(Path file) {
        String path = ROOT.relativize(file).toString().replace('\\', '/');
        return path.endsWith(".java") && path.contains("src/test/java/") && !path.contains("target/");
    }

    private static void collect(Path file, Map<String, Set<String>> tests) throws IOException {
        String type = file.getFileName().toString().replace(".java", "");
        Set<String> pending = new TreeSet<>();
        Matcher matcher = TAG_OR_METHOD.matcher(Files.readString(file));
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                pending.add(matcher.group(1));
                continue;
            }
            // A tag stands on a method, or on a class for all its methods.
            String name = matcher.group(2).equals(type) ? type : type + "." + matcher.group(2);
            for (String feature : pending) {
                tests.computeIfAbsent(feature, row -> new TreeSet<>()).add(name);
            }
            pending.clear();
        }
    }

    private static String page(Map<String, Set<String>> tests) {
        StringBuilder page = new StringBuilder("""
                # Features and their tests

                Each row of the feature matrix that has tests, with the tests that prove it. A test carries the row's id
                as a JUnit tag, so `mvn verify -Dgroups=TX-02` runs those of a row.

                | feature | tests |
                |---|---|
                """);
        tests.forEach((feature, names) -> page.append("| ")
                .append(feature)
                .append(" | ")
                .append(String.join(", ", names))
                .append(" |\n"));
        return page.toString();
    }
}
