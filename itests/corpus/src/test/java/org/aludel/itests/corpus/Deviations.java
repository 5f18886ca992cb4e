package org.aludel.itests.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The project's list of explained differences, {@code deviations.md}: a table under a heading for each kind, its first
 * column an id or the beginning of ids with a star, its second the dialects or databases, its third the reason.
 */
record Deviations(List<Entry> entries) {

    /** A row of the list. */
    record Entry(String kind, String id, Set<String> dialects, String reason) {

        boolean covers(String otherKind, String otherId, String dialect) {
            boolean same = id.endsWith("*") ? otherId.startsWith(id.substring(0, id.length() - 1)) : id.equals(otherId);
            return same && kind.equals(otherKind) && (dialects.contains("all") || dialects.contains(dialect));
        }
    }

    /** Reads the project's list. */
    static Deviations own() {
        return read(Path.of(System.getProperty("corpus.own")).resolveSibling("deviations.md"));
    }

    private static Deviations read(Path file) {
        java.util.ArrayList<Entry> entries = new java.util.ArrayList<>();
        String kind = "";
        for (String line : lines(file)) {
            if (line.startsWith("## ")) {
                kind = line.substring(3).trim().split("\\W")[0].toLowerCase(java.util.Locale.ROOT);
            } else if (line.startsWith("| `")) {
                String[] cells = line.split("\\|", 5);
                entries.add(new Entry(
                        kind,
                        cells[1].replace("`", "").trim(),
                        Set.copyOf(List.of(cells[2].trim().split(",\\s*"))),
                        cells[3].trim()));
            }
        }
        return new Deviations(entries);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + file, e);
        }
    }

    boolean explains(String kind, String id, String dialect) {
        return entries.stream()
                .anyMatch(entry ->
                        entry.covers(kind, id, dialect) && !entry.reason().isEmpty());
    }
}
