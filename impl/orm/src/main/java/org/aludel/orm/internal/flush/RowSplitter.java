package org.aludel.orm.internal.flush;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.orm.internal.flush.RowGraph.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Takes one row operation apart, so that a part of it can run earlier or later than the rest: an insert leaves a column
 * null that an update fills in later, a row lets go by an update before it is deleted.
 */
final class RowSplitter {

    private final RowGraph graph;
    private final Set<Long> done = new HashSet<>();

    RowSplitter(RowGraph graph) {
        this.graph = graph;
    }

    /** Whether the operation can be split at a constraint, given the edges that touch it in its cycle. */
    boolean canSplit(RowOperation operation, Object constraint, List<Integer> cycleEdges) {
        if (operation.shape.kind == StatementShape.Kind.SWAP
                || operation.shape.expressions.length > 0
                || done.contains(mark(operation, constraint))) {
            return false;
        }
        return nulled(operation, constraint).length > 0
                || operation.isUpdate() && separable(operation, constraint, cycleEdges) != null;
    }

    /**
     * Splits the operation.
     *
     * @param edges all edges that start or end at the operation
     * @param cycleEdges those of them on its cycle
     */
    void split(RowOperation operation, Object constraint, List<Integer> edges, List<Integer> cycleEdges) {
        done.add(mark(operation, constraint));
        if (operation.isUpdate()) {
            int[] apart = separable(operation, constraint, cycleEdges);
            if (apart != null) {
                separate(operation, constraint, apart, edges);
                return;
            }
        }
        int[] nulled = nulled(operation, constraint);
        if (operation.isDelete()) {
            letGoFirst(operation, constraint, nulled, edges);
        } else {
            fillLater(operation, constraint, nulled, edges);
        }
    }

    private static long mark(RowOperation operation, Object constraint) {
        int ordinal =
                constraint instanceof ForeignKeyModel key ? key.ordinal * 2 : ((UniqueSlot) constraint).ordinal * 2 + 1;
        return (long) ordinal << 32 | operation.node;
    }

    static int[] columns(Object constraint) {
        return constraint instanceof ForeignKeyModel key ? key.columns : ((UniqueSlot) constraint).columns;
    }

    /** Columns of the constraint that may be null for a while. */
    private static int[] nulled(RowOperation operation, Object constraint) {
        TableModel table = operation.table();
        int[] columns = columns(constraint);
        int[] nulled = new int[columns.length];
        int count = 0;
        for (int column : columns) {
            if (table.nullable[column] && !table.isKey(column)) {
                nulled[count++] = column;
            }
        }
        return Arrays.copyOf(nulled, count);
    }

    /**
     * Columns of an update that can be written by an update of their own, without any null: those of the constraint and
     * of whatever overlaps with them; null if they are all, or if the rest has nothing to do with the cycle.
     */
    private int @Nullable [] separable(RowOperation operation, Object constraint, List<Integer> cycleEdges) {
        int[] apart = Columns.common(columns(constraint), operation.shape.set);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (int edge : cycleEdges) {
                int[] touched = touched(edge, operation);
                if (Columns.overlap(touched, apart)) {
                    int[] more = Columns.minus(Columns.common(touched, operation.shape.set), apart);
                    if (more.length > 0) {
                        int length = apart.length;
                        apart = Arrays.copyOf(apart, length + more.length);
                        System.arraycopy(more, 0, apart, length, more.length);
                        grown = true;
                    }
                }
            }
        }
        boolean in = false;
        boolean out = false;
        for (int edge : cycleEdges) {
            boolean here = Columns.overlap(touched(edge, operation), apart);
            in |= here && graph.to(edge) == operation.node || !here && graph.from(edge) == operation.node;
            out |= here && graph.from(edge) == operation.node || !here && graph.to(edge) == operation.node;
        }
        if (in && out || apart.length == 0 || apart.length == operation.shape.set.length) {
            return null; // a cycle would still pass through one of the halves
        }
        Arrays.sort(apart);
        return apart;
    }

    private int[] touched(int edge, RowOperation operation) {
        return graph.columns(edge, graph.from(edge) == operation.node);
    }

    private void separate(RowOperation operation, Object constraint, int[] apart, List<Integer> edges) {
        TableModel table = operation.table();
        RowOperation part = RowOperation.update(
                operation.subject,
                updateShape(table, apart, operation),
                operation.before.clone(),
                operation.after.clone());
        int node = graph.addNode(part);
        done.add(mark(part, constraint));
        operation.shape = table.shape(
                StatementShape.Kind.UPDATE, Columns.minus(operation.shape.set, apart), operation.shape.where);
        for (int edge : edges) {
            if (Columns.overlap(touched(edge, operation), apart)) {
                move(edge, operation.node, node);
            }
        }
    }

    private void fillLater(RowOperation operation, Object constraint, int[] nulled, List<Integer> edges) {
        TableModel table = operation.table();
        @Nullable Object[] target = operation.after.clone();
        @Nullable Object[] start = target.clone();
        for (int column : nulled) {
            operation.after[column] = null;
            start[column] = null;
        }
        if (operation.isUpdate()) {
            for (int column : table.primaryKey) {
                start[column] = operation.after[column];
            }
            if (Columns.minus(nulled, operation.shape.set).length > 0) {
                operation.shape = table.shape(
                        StatementShape.Kind.UPDATE, union(operation.shape.set, nulled), operation.shape.where);
            }
        }
        RowOperation later =
                RowOperation.update(operation.subject, updateShape(table, nulled, operation), start, target);
        int node = graph.addNode(later);
        done.add(mark(later, constraint));
        for (int edge : edges) {
            boolean starts = graph.from(edge) == operation.node;
            boolean about = Columns.overlap(touched(edge, operation), nulled);
            if (about && (!starts || graph.reason(edge) == Reason.SUPPLIES)) {
                move(edge, operation.node, node);
            }
        }
        graph.addEdge(operation.node, node, Reason.SAME_ROW, null);
    }

    private void letGoFirst(RowOperation operation, Object constraint, int[] nulled, List<Integer> edges) {
        TableModel table = operation.table();
        @Nullable Object[] start = operation.before.clone();
        @Nullable Object[] target = operation.before.clone();
        for (int column : nulled) {
            target[column] = null;
            operation.before[column] = null;
        }
        RowOperation first = RowOperation.update(operation.subject, updateShape(table, nulled), start, target);
        int node = graph.addNode(first);
        done.add(mark(first, constraint));
        for (int edge : edges) {
            if (graph.from(edge) == operation.node && Columns.overlap(touched(edge, operation), nulled)) {
                move(edge, operation.node, node);
            }
        }
        graph.addEdge(node, operation.node, Reason.SAME_ROW, null);
    }

    /** Moves the end of an edge that is at one node to another; a loop is moved at its later end only. */
    private void move(int edge, int node, int other) {
        if (graph.to(edge) == node && !(graph.isLoop(edge) && graph.reason(edge) != Reason.SUPPLIES)) {
            graph.moveEnd(edge, other);
        } else if (graph.from(edge) == node) {
            graph.moveStart(edge, other);
        }
    }

    /** The part that is written apart says again what the whole says of columns that an update would else change. */
    private static StatementShape updateShape(TableModel table, int[] set, RowOperation whole) {
        int[] sorted = set.clone();
        for (int column : table.changedOnUpdate) {
            boolean said = whole.shape.sets(column) && whole.after[column] != RowOperation.UNKNOWN
                    || whole.isInsert() && !table.filledOnInsert[column];
            if (said && !Columns.contains(sorted, column)) {
                sorted = Arrays.copyOf(sorted, sorted.length + 1);
                sorted[sorted.length - 1] = column;
            }
        }
        Arrays.sort(sorted);
        return table.shape(StatementShape.Kind.UPDATE, sorted, table.primaryKey);
    }

    private static StatementShape updateShape(TableModel table, int[] set) {
        int[] sorted = set.clone();
        Arrays.sort(sorted);
        return table.shape(StatementShape.Kind.UPDATE, sorted, table.primaryKey);
    }

    private static int[] union(int[] some, int[] others) {
        int[] more = Columns.minus(others, some);
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        Arrays.sort(all);
        return all;
    }

    /** Makes one statement of the updates that pass a slot's values round. */
    void swap(UniqueSlot slot, List<RowOperation> updates, List<List<Integer>> edges) {
        TableModel table = slot.table;
        List<RowOperation> members = new ArrayList<>(updates.size());
        int[] set = Columns.minus(slot.columns, new int[0]);
        for (RowOperation update : updates) {
            members.add(RowOperation.update(update.subject, updateShape(table, set), update.before, update.after));
        }
        StatementShape shape = table.shape(StatementShape.Kind.SWAP, set, table.primaryKey);
        int node = graph.addNode(RowOperation.swap(shape, members.toArray(new RowOperation[0])));
        for (int i = 0; i < updates.size(); i++) {
            RowOperation update = updates.get(i);
            int[] rest = Columns.minus(update.shape.set, set);
            for (int edge : edges.get(i)) {
                if (rest.length == 0 || Columns.overlap(touched(edge, update), set)) {
                    if (graph.from(edge) == update.node) {
                        graph.moveStart(edge, node);
                    }
                    if (graph.to(edge) == update.node) {
                        graph.moveEnd(edge, node);
                    }
                }
            }
            if (rest.length == 0) {
                graph.clearNode(update.node);
            } else {
                update.shape = table.shape(StatementShape.Kind.UPDATE, rest, update.shape.where);
                if (Columns.overlap(set, table.primaryKey)) {
                    for (int column : table.primaryKey) {
                        update.before[column] = update.after[column];
                    }
                    graph.addEdge(node, update.node, Reason.SAME_ROW, null);
                }
            }
        }
    }
}
