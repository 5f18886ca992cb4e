package org.aludel.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tables in the order in which they can be created, and the foreign keys that must be added afterwards: those of tables
 * in a cycle, and those that ask for it.
 *
 * @since 0.1
 */
public record TableOrder(List<Table> tables, List<ForeignKey> late) {

    /** Orders tables: first all that refer to nothing, then those that refer to these, and so on; stable otherwise. */
    public static TableOrder of(Collection<Table> given) {
        List<ForeignKey> late = new ArrayList<>();
        Map<Table, Set<Table>> wanted = new LinkedHashMap<>();
        for (Table table : given) {
            Set<Table> before = new LinkedHashSet<>();
            for (ForeignKey key : table.foreignKeys()) {
                if (key.isUseAlter()) {
                    late.add(key);
                } else {
                    given.stream()
                            .filter(other -> other != table && key.leadsTo(other))
                            .forEach(before::add);
                }
            }
            wanted.put(table, before);
        }
        for (Table table : given) {
            if (reaches(table, table, wanted, new LinkedHashSet<>())) {
                table.foreignKeys().stream().filter(key -> !late.contains(key)).forEach(late::add);
            }
        }
        for (ForeignKey key : late) {
            wanted.getOrDefault(key.table(), new LinkedHashSet<>())
                    .removeIf(other -> key.leadsTo(other) && onlyLate(key.table(), other, late));
        }
        return new TableOrder(layers(wanted), List.copyOf(late));
    }

    private static boolean onlyLate(Table table, Table other, List<ForeignKey> late) {
        return table.foreignKeys().stream().allMatch(key -> late.contains(key) || !key.leadsTo(other));
    }

    private static boolean reaches(Table from, Table goal, Map<Table, Set<Table>> wanted, Set<Table> seen) {
        for (Table next : wanted.getOrDefault(from, Set.of())) {
            if (next == goal || seen.add(next) && reaches(next, goal, wanted, seen)) {
                return true;
            }
        }
        return false;
    }

    private static List<Table> layers(Map<Table, Set<Table>> wanted) {
        List<Table> placed = new ArrayList<>(wanted.size());
        Map<Table, Set<Table>> waiting = new LinkedHashMap<>(wanted);
        while (!waiting.isEmpty()) {
            List<Table> layer = new ArrayList<>();
            waiting.forEach((table, before) -> {
                if (before.stream().noneMatch(waiting::containsKey)) {
                    layer.add(table);
                }
            });
            layer.forEach(waiting::remove);
            placed.addAll(layer);
        }
        return List.copyOf(placed);
    }
}
