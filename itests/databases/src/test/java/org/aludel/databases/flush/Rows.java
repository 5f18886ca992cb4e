package org.aludel.databases.flush;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows of the tables of {@link Nodes}, with their constraints: what a database would say, in memory. */
final class Rows {

    private record Reference(String table, String column, String target) {}

    private static final List<Reference> REFERENCES = List.of(
            new Reference("g_nodes", "parent", "g_nodes"),
            new Reference("g_nodes", "partner", "g_nodes"),
            new Reference("g_nodes", "inside", "g_boxes"),
            new Reference("g_hubs", "id", "g_nodes"),
            new Reference("g_hubs", "main", "g_nodes"),
            new Reference("g_towers", "id", "g_hubs"),
            new Reference("g_towers", "top", "g_boxes"),
            new Reference("g_boxes", "owner", "g_nodes"),
            new Reference("g_boxes", "next", "g_boxes"),
            new Reference("g_boxes", "buddy", "g_boxes"),
            new Reference("g_links", "node", "g_nodes"),
            new Reference("g_links", "box", "g_boxes"));

    private static final List<List<String>> UNIQUE = List.of(
            List.of("g_nodes", "code"),
            List.of("g_nodes", "partner"),
            List.of("g_hubs", "port"),
            List.of("g_towers", "height"),
            List.of("g_boxes", "slot"),
            List.of("g_boxes", "next"));

    /** One row to be inserted, updated or deleted. */
    record Change(String table, Object key, @Nullable Map<String, @Nullable Object> row) {}

    private final Map<String, Map<Object, Map<String, @Nullable Object>>> tables = new TreeMap<>();

    static Map<String, @Nullable Object> row(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> row = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    void put(String table, Object key, Map<String, @Nullable Object> row) {
        rows(table).put(key, row);
    }

    private Map<Object, Map<String, @Nullable Object>> rows(String table) {
        return tables.computeIfAbsent(table, t -> new TreeMap<>());
    }

    private Rows copy() {
        Rows copy = new Rows();
        tables.forEach((table, rows) -> copy.tables.put(table, new TreeMap<>(rows)));
        return copy;
    }

    /** What makes other rows of these, a change a row. */
    List<Change> changesTo(Rows other) {
        List<Change> changes = new ArrayList<>();
        Set<String> names = new HashSet<>(tables.keySet());
        names.addAll(other.tables.keySet());
        for (String table : names) {
            Set<Object> keys = new HashSet<>(rows(table).keySet());
            keys.addAll(other.rows(table).keySet());
            for (Object key : keys) {
                Map<String, @Nullable Object> after = other.rows(table).get(key);
                if (!java.util.Objects.equals(rows(table).get(key), after)) {
                    changes.add(new Change(table, key, after));
                }
            }
        }
        return changes;
    }

    /** Whether some order of the changes breaks no constraint on the way: all sets of changes made are looked at. */
    boolean someOrderWorks(List<Change> changes) {
        boolean[] reached = new boolean[1 << changes.size()];
        reached[0] = true;
        for (int made = 0; made < reached.length; made++) {
            if (!reached[made]) {
                continue;
            }
            for (int i = 0; i < changes.size(); i++) {
                int more = made | 1 << i;
                if (more != made && !reached[more]) {
                    reached[more] = after(changes, more).isSound();
                }
            }
        }
        return reached[reached.length - 1];
    }

    private Rows after(List<Change> changes, int made) {
        Rows after = copy();
        for (int i = 0; i < changes.size(); i++) {
            if ((made & 1 << i) != 0) {
                Change change = changes.get(i);
                if (change.row() == null) {
                    after.rows(change.table()).remove(change.key());
                } else {
                    after.rows(change.table()).put(change.key(), change.row());
                }
            }
        }
        return after;
    }

    /** Whether every constraint holds. */
    boolean isSound() {
        for (Reference reference : REFERENCES) {
            for (Map<String, @Nullable Object> row : rows(reference.table()).values()) {
                Object value = row.get(reference.column());
                if (value != null && !rows(reference.target()).containsKey(value)) {
                    return false;
                }
            }
        }
        for (List<String> unique : UNIQUE) {
            Set<Object> seen = new HashSet<>();
            for (Map<String, @Nullable Object> row : rows(unique.get(0)).values()) {
                Object value = row.get(unique.get(1));
                if (value != null && !seen.add(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        tables.forEach((table, rows) -> rows.forEach((key, row) -> text.append(table)
                .append(' ')
                .append(key)
                .append(' ')
                .append(row)
                .append('\n')));
        return text.toString();
    }
}
