package org.aludel.itests.corpus.orm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The explained differences, {@code orm-deviations.md}: a table of id, what differs and the reason, and one of id,
 * databases, what differs and the reason for what differs on other databases than SQLite only.
 *
 * @param reasons by id
 * @param elsewhere by database and id
 */
record OrmDeviations(Map<String, String> reasons, Map<String, Map<String, String>> elsewhere) {

    static OrmDeviations own() {
        Path file = Path.of(System.getProperty("corpus.own")).resolveSibling("orm-deviations.md");
        Map<String, String> reasons = new LinkedHashMap<>();
        Map<String, Map<String, String>> elsewhere = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                List<String> cells = List.of(line.split("\\|"));
                if (cells.size() < 4 || !cells.get(1).matches(" *`[a-z0-9.-]+` *")) {
                    continue;
                }
                String id = cells.get(1).replace("`", "").strip();
                String reason = cells.get(cells.size() - 1).strip();
                if (cells.size() == 4) {
                    reasons.put(id, reason);
                    continue;
                }
                for (String database : cells.get(2).split(",")) {
                    elsewhere
                            .computeIfAbsent(database.strip(), name -> new LinkedHashMap<>())
                            .put(id, reason);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new OrmDeviations(reasons, elsewhere);
    }

    /** Whether a difference on a database has a reason. */
    boolean explains(String id, String database) {
        return !reasons.getOrDefault(id, "").isEmpty() || mustDiffer(id, database);
    }

    /** Whether a scenario is said to differ there: then it must. */
    boolean mustDiffer(String id, String database) {
        Map<String, String> table =
                database.equals(OrmCorpus.SQLITE) ? reasons : elsewhere.getOrDefault(database, Map.of());
        return !table.getOrDefault(id, "").isEmpty();
    }

    /** All ids. */
    Set<String> ids() {
        Set<String> ids = new TreeSet<>(reasons.keySet());
        elsewhere.values().forEach(table -> ids.addAll(table.keySet()));
        return ids;
    }
}
