package org.aludel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page of errors has a row for each code that a source says, and no other. */
@Tag("ENG-15")
class ErrorsPageTest {

    private static final Path ROOT = Path.of(System.getProperty("aludel.build.root", "../.."));
    private static final Pattern SAID = Pattern.compile("ALU-\\d{4}");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (ALU-\\d{4}) \\|");
    private static final List<String> ARTIFACTS = List.of(
            "api",
            "impl/core",
            "impl/orm",
            "impl/instrument",
            "impl/instrument-junit",
            "dialects",
            "jta-bridge",
            "cdi-extension");

    @Test
    void everyCodeHasItsRow() throws IOException {
        Set<String> rows = new TreeSet<>(rows());
        assertThat(rows).isNotEmpty();
        Set<String> said = said();
        Set<String> missing = new TreeSet<>(said);
        missing.removeAll(rows);
        assertThat(missing).as("codes without a row").isEmpty();
        rows.removeAll(said);
        assertThat(rows).as("rows whose code nobody says").isEmpty();
    }

    @Test
    void noCodeHasTwoRows() throws IOException {
        assertThat(rows()).doesNotHaveDuplicates();
    }

    private static List<String> rows() throws IOException {
        List<String> rows = new ArrayList<>();
        Matcher row = ROW.matcher(Files.readString(ROOT.resolve("src/site/markdown/errors.md")));
        while (row.find()) {
            rows.add(row.group(1));
        }
        return rows;
    }

    private static Set<String> said() throws IOException {
        Set<String> said = new TreeSet<>();
        for (String artifact : ARTIFACTS) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(artifact).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    Matcher code = SAID.matcher(Files.readString(file));
                    while (code.find()) {
                        said.add(code.group());
                    }
                }
            }
        }
        return said;
    }
}
