package org.aludel.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tables in the order in which they can be created, and the foreign keys that must be added afterwards because they
 * close a cycle.
 *
 * @since 0.1
 */
public record TableOrder(List<Table> tables, List<ForeignKey> late) {

    /** Orders tables, stable where nothing else decides. */
    public static TableOrder of(Collection<Table> given) {
        Set<Table> waiting = new LinkedHashSet<>(given);
        Set<Table> placed = new LinkedHashSet<>();
        List<ForeignKey> late = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Table next = null;
            for (Table table : waiting) {
                if (table.foreignKeys().stream().noneMatch(key -> blocks(key, table, waiting))) {
                    next = table;
                    break;
                }
            }
            if (next == null) {
                next = cyclic(waiting);
                for (ForeignKey key : next.foreignKeys()) {
                    if (blocks(key, next, waiting)) {
                        late.add(key);
                    }
                }
            }
            waiting.remove(next);
            placed.add(next);
        }
        return new TableOrder(List.copyOf(placed), List.copyOf(late));
    }

    /** A table of a cycle, not one that only waits for a cycle. */
    private static Table cyclic(Set<Table> waiting) {
        for (Table table : waiting) {
            if (reaches(table, table, waiting, new LinkedHashSet<>())) {
                return table;
            }
        }
        return waiting.iterator().next();
    }

    private static boolean reaches(Table from, Table goal, Set<Table> waiting, Set<Table> seen) {
        for (ForeignKey key : from.foreignKeys()) {
            if (!blocks(key, from, waiting)) {
                continue;
            }
            Table next = key.referredTable();
            if (next == goal || seen.add(next) && reaches(next, goal, waiting, seen)) {
                return true;
            }
        }
        return false;
    }

    private static boolean blocks(ForeignKey key, Table table, Set<Table> waiting) {
        return waiting.stream().anyMatch(other -> other != table && key.leadsTo(other));
    }
}
