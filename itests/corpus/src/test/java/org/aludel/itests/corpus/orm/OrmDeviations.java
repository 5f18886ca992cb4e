package org.aludel.itests.corpus.orm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The explained differences, {@code orm-deviations.md}: a table of id, what differs, and the reason. */
record OrmDeviations(Map<String, String> reasons) {

    static OrmDeviations own() {
        Path file = Path.of(System.getProperty("corpus.own")).resolveSibling("orm-deviations.md");
        Map<String, String> reasons = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] cells = line.split("\\|");
                if (cells.length >= 4 && cells[1].contains("-") && cells[1].contains(".")) {
                    reasons.put(cells[1].replace("`", "").strip(), cells[3].strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new OrmDeviations(reasons);
    }

    boolean explains(String id) {
        return !reasons.getOrDefault(id, "").isEmpty();
    }
}
