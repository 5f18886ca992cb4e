package org.aludel.orm.internal.flush;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.orm.internal.flush.RowGraph.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Finds the edges between the actual rows of a flush. Rows are looked up by value, so that a foreign key set by hand
 * counts as much as a relation; a set of independent rows costs nothing but the look.
 */
final class EdgeFinder {

    private final RowGraph graph;

    /** Rows that will have a key or unique value: inserts and updates. */
    private final ValueIndex supplied = new ValueIndex();

    /** Rows that give up a key or unique value: deletes and updates. */
    private final ValueIndex freed = new ValueIndex();

    private final Map<Object, Integer> barriers = new IdentityHashMap<>();
    private boolean frees;

    EdgeFinder(RowGraph graph) {
        this.graph = graph;
    }

    void find() {
        int count = graph.nodes();
        BitSet wanted = referencedSlots(count);
        for (int node = 0; node < count; node++) {
            index(operation(node), node, wanted);
        }
        for (int node = 0; node < count; node++) {
            RowOperation operation = operation(node);
            if (!operation.isDelete()) {
                supplies(operation, node);
                if (!freed.isEmpty()) {
                    takes(operation, node);
                }
            }
            if (!operation.isInsert() && frees) {
                releases(operation, node);
            }
            RowOperation before = operation.follows;
            if (before != null) {
                graph.addEdge(before.node, node, Reason.SAME_OBJECT, null);
            }
        }
        connectBarriers(count);
    }

    private RowOperation operation(int node) {
        return java.util.Objects.requireNonNull(graph.operation(node));
    }

    /** Slots that rows of this flush refer to; rows of other tables need not be indexed. */
    private BitSet referencedSlots(int count) {
        BitSet wanted = new BitSet();
        StatementShape last = null;
        for (int node = 0; node < count; node++) {
            StatementShape shape = operation(node).shape;
            if (shape != last) {
                last = shape;
                for (ForeignKeyModel key : shape.foreignKeys) {
                    wanted.set(key.target.ordinal);
                }
            }
        }
        return wanted;
    }

    private void index(RowOperation operation, int node, BitSet wanted) {
        boolean insert = operation.isInsert();
        boolean delete = operation.isDelete();
        for (UniqueSlot slot : operation.shape.slots) {
            if (!insert && (delete || changes(operation, slot.columns))) {
                frees = true;
                freed.put(slot, operation.before, node);
            }
            if (!delete
                    && wanted.get(slot.ordinal)
                    && !isOwnKey(operation, slot)
                    && (insert || changes(operation, slot.columns))) {
                supplied.put(slot, operation.after, node);
            }
        }
    }

    /** A key made by the database is found through the reference itself. */
    private static boolean isOwnKey(RowOperation operation, UniqueSlot slot) {
        return slot.columns.length == 1 && operation.after[slot.columns[0]] == operation;
    }

    private void supplies(RowOperation operation, int node) {
        int firstEdge = graph.edges();
        boolean insert = operation.isInsert();
        for (ForeignKeyModel key : operation.shape.foreignKeys) {
            if (!insert && !changes(operation, key.columns)) {
                continue;
            }
            int source = source(key, operation);
            if (source >= 0) {
                graph.addEdge(source, node, Reason.SUPPLIES, key); // a loop too: the row refers to itself
            }
        }
        for (int column : operation.shape.set) {
            if (operation.after[column] instanceof RowOperation source
                    && source != operation
                    && !hasEdge(firstEdge, source.node)) {
                graph.addEdge(source.node, node, Reason.SUPPLIES, null);
            }
        }
    }

    private int source(ForeignKeyModel key, RowOperation operation) {
        int[] columns = key.columns;
        if (columns.length == 1
                && operation.after[columns[0]] instanceof RowOperation source
                && source.table() == key.target.table
                && key.target.columns[0] == source.table().generatedKey) {
            return source.node;
        }
        return supplied.find(key.target, operation.after, columns);
    }

    private boolean hasEdge(int firstEdge, int start) {
        for (int edge = firstEdge; edge < graph.edges(); edge++) {
            if (graph.from(edge) == start) {
                return true;
            }
        }
        return false;
    }

    private void takes(RowOperation operation, int node) {
        for (UniqueSlot slot : operation.shape.slots) {
            if (slot.enforced && (operation.isInsert() || changes(operation, slot.columns))) {
                int freer = freed.find(slot, operation.after, slot.columns);
                if (freer >= 0 && freer != node) {
                    graph.addEdge(freer, node, Reason.FREES, slot);
                }
            }
        }
    }

    private void releases(RowOperation operation, int node) {
        boolean delete = operation.isDelete();
        for (ForeignKeyModel key : operation.shape.foreignKeys) {
            if (!delete && !changes(operation, key.columns)) {
                continue;
            }
            if (isUnknown(operation.before, key.columns)) {
                graph.addEdge(node, barrier(key), Reason.MAY_RELEASE, key);
                continue;
            }
            int remover = freed.find(key.target, operation.before, key.columns);
            if (remover >= 0
                    && remover != node
                    && !(key.cascadesUpdates && operation(remover).isUpdate())) {
                graph.addEdge(node, remover, Reason.RELEASES, key);
            }
        }
        for (UniqueSlot slot : operation.shape.slots) {
            if (slot.enforced
                    && isUnknown(operation.before, slot.columns)
                    && (delete || changes(operation, slot.columns))) {
                graph.addEdge(node, barrier(slot), Reason.MAY_RELEASE, slot);
            }
        }
    }

    /**
     * Whether old values that nobody knows decide about the order: guesses stand in a circle, or several rows pass values
     * of one constraint on without saying which.
     */
    boolean dependsOnUnknownValues() {
        if (barriers.isEmpty()) {
            return false;
        }
        for (Object constraint : barriers.keySet()) {
            if (constraint instanceof ForeignKeyModel key
                    ? hasUnknownTree(key)
                    : hasUnknownExchange((UniqueSlot) constraint)) {
                return true;
            }
        }
        Components components = Components.of(graph);
        for (int barrier : barriers.values()) {
            if (components.count() > 0 && components.of(barrier) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Rows of one table that refer to each other in a way nobody knows, some of which go. */
    private boolean hasUnknownTree(ForeignKeyModel key) {
        if (key.table != key.target.table) {
            return false;
        }
        int unknown = 0;
        boolean goes = false;
        for (RowOperation operation : unknownOperations()) {
            if (operation.table() == key.table
                    && isUnknown(operation.before, key.columns)
                    && (operation.isDelete() || changes(operation, key.columns))) {
                unknown++;
                goes |= operation.isDelete() || changes(operation, key.target.columns);
            }
        }
        return goes && unknown > 1;
    }

    private boolean hasUnknownExchange(UniqueSlot slot) {
        int unknown = 0;
        boolean taken = false;
        for (RowOperation operation : unknownOperations()) {
            if (operation.table() == slot.table && isUnknown(operation.before, slot.columns)) {
                boolean changes = operation.isUpdate() && changes(operation, slot.columns);
                unknown += operation.isDelete() || changes ? 1 : 0;
                taken |= changes && ValueIndex.isComplete(operation.after, slot.columns);
            }
        }
        return taken && unknown > 1;
    }

    /** Operations on rows of which something is unknown that a constraint needs. */
    List<RowOperation> unknownOperations() {
        List<RowOperation> found = new ArrayList<>();
        for (int node = 0; node < graph.nodes(); node++) {
            RowOperation operation = graph.operation(node);
            if (operation != null && !operation.isInsert() && hasUnknown(operation)) {
                found.add(operation);
            }
        }
        return found;
    }

    private static boolean hasUnknown(RowOperation operation) {
        for (UniqueSlot slot : operation.shape.slots) {
            if (isUnknown(operation.before, slot.columns)) {
                return true;
            }
        }
        for (ForeignKeyModel key : operation.shape.foreignKeys) {
            if (isUnknown(operation.before, key.columns)) {
                return true;
            }
        }
        return false;
    }

    private int barrier(Object constraint) {
        return barriers.computeIfAbsent(constraint, c -> graph.addNode(null));
    }

    private void connectBarriers(int count) {
        barriers.forEach((constraint, barrier) -> {
            for (int node = 0; node < count; node++) {
                RowOperation operation = operation(node);
                if (constraint instanceof ForeignKeyModel key
                        ? removes(operation, key)
                        : takesUnknown(operation, (UniqueSlot) constraint)) {
                    graph.addEdge(barrier, node, Reason.MAY_RELEASE, constraint);
                }
            }
        });
    }

    private static boolean removes(RowOperation operation, ForeignKeyModel key) {
        if (operation.table() != key.target.table || operation.isInsert()) {
            return false;
        }
        if (operation.table() == key.table && isUnknown(operation.before, key.columns)) {
            return false; // it stands before the barrier itself
        }
        return operation.isDelete() || changes(operation, key.target.columns) && !key.cascadesUpdates;
    }

    private static boolean takesUnknown(RowOperation operation, UniqueSlot slot) {
        if (operation.table() != slot.table || operation.isDelete()) {
            return false;
        }
        for (int column : slot.columns) {
            if (operation.after[column] == null) {
                return false; // null takes nothing
            }
        }
        if (operation.isInsert()) {
            return true;
        }
        return changes(operation, slot.columns) && !isUnknown(operation.before, slot.columns);
    }

    static boolean changes(RowOperation operation, int[] columns) {
        @Nullable Object[] before = operation.before;
        @Nullable Object[] after = operation.after;
        for (int column : columns) {
            if (operation.shape.sets(column) && !ValueIndex.same(before[column], after[column])) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnknown(@Nullable Object[] row, int[] columns) {
        for (int column : columns) {
            if (row.length > 0 && row[column] == RowOperation.UNKNOWN) {
                return true;
            }
        }
        return false;
    }
}
