package org.aludel.orm.internal.flush;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Row operations and what must come before what, as arrays. A node without an operation is a barrier: many rows must
 * come before many others, and edges between all of them would be too many.
 */
final class RowGraph {

    /** Why one node comes before another. */
    enum Reason {
        /** The first writes the key that the second refers to. */
        SUPPLIES,
        /** The first lets go of a row that the second removes. */
        RELEASES,
        /** The first gives up a unique value that the second takes. */
        FREES,
        /** Both write one object, in tables that follow each other. */
        SAME_OBJECT,
        /** Both write one row. */
        SAME_ROW,
        /** The first may let go of, or give up, something: its old value is not known. */
        MAY_RELEASE
    }

    private @Nullable RowOperation[] operations;
    private int nodes;
    private int[] from = {};
    private int[] to = {};
    private Reason[] reasons = {};
    private @Nullable Object[] constraints = {};
    private int edges;

    RowGraph(List<RowOperation> given) {
        operations = given.toArray(new RowOperation[0]);
        nodes = operations.length;
        for (int i = 0; i < nodes; i++) {
            given.get(i).node = i;
        }
    }

    int nodes() {
        return nodes;
    }

    int edges() {
        return edges;
    }

    @Nullable
    RowOperation operation(int node) {
        return operations[node];
    }

    int from(int edge) {
        return from[edge];
    }

    int to(int edge) {
        return to[edge];
    }

    Reason reason(int edge) {
        return reasons[edge];
    }

    /** The {@link ForeignKeyModel} or {@link UniqueSlot} behind an edge; null where a value is needed without one. */
    @Nullable
    Object constraint(int edge) {
        return constraints[edge];
    }

    /** Columns of the row at the edge's start (or end) that the edge is about; none where the whole row is. */
    int[] columns(int edge, boolean atStart) {
        Object constraint = constraints[edge];
        if (constraint instanceof UniqueSlot slot) {
            return slot.columns;
        }
        if (constraint instanceof ForeignKeyModel key) {
            boolean child = (reasons[edge] == Reason.SUPPLIES) != atStart;
            return child ? key.columns : key.target.columns;
        }
        return new int[0];
    }

    int addNode(@Nullable RowOperation operation) {
        if (nodes == operations.length) {
            operations = Arrays.copyOf(operations, nodes * 2 + 8);
        }
        operations[nodes] = operation;
        if (operation != null) {
            operation.node = nodes;
        }
        return nodes++;
    }

    /** Takes an operation out; its node stays as an empty one. */
    void clearNode(int node) {
        operations[node] = null;
    }

    void addEdge(int first, int second, Reason reason, @Nullable Object constraint) {
        if (edges == from.length) {
            int length = edges == 0 ? Math.max(16, nodes) : edges * 2;
            from = Arrays.copyOf(from, length);
            to = Arrays.copyOf(to, length);
            reasons = Arrays.copyOf(reasons, length);
            constraints = Arrays.copyOf(constraints, length);
        }
        from[edges] = first;
        to[edges] = second;
        reasons[edges] = reason;
        constraints[edges++] = constraint;
    }

    void moveStart(int edge, int node) {
        from[edge] = node;
    }

    void moveEnd(int edge, int node) {
        to[edge] = node;
    }

    /** Turns an edge into a loop, which nothing waits for. */
    void dropEdge(int edge) {
        to[edge] = from[edge];
    }

    boolean isLoop(int edge) {
        return from[edge] == to[edge];
    }

    /** True when the second operation can't be sent before the first has run, because it needs the key made there. */
    boolean needsKey(int edge) {
        RowOperation second = operations[to[edge]];
        RowOperation first = operations[from[edge]];
        if (first == null || second == null || !first.generatesKey()) {
            return false;
        }
        if (reasons[edge] == Reason.SAME_ROW) {
            return true;
        }
        if (reasons[edge] != Reason.SUPPLIES) {
            return false;
        }
        if (second.members.length == 0) {
            return refersTo(second, first);
        }
        for (RowOperation member : second.members) {
            if (refersTo(member, first)) {
                return true;
            }
        }
        return false;
    }

    private static boolean refersTo(RowOperation second, RowOperation first) {
        for (int column : second.shape.set) {
            if (second.after[column] == first && second != first) {
                return true;
            }
        }
        return false;
    }

    /** Edges sorted by their start (or end), as offsets and edge numbers. */
    Adjacency adjacency(boolean byStart) {
        int[] ends = byStart ? from : to;
        int[] offsets = new int[nodes + 1];
        for (int e = 0; e < edges; e++) {
            if (from[e] != to[e]) {
                offsets[ends[e] + 1]++;
            }
        }
        for (int i = 0; i < nodes; i++) {
            offsets[i + 1] += offsets[i];
        }
        int[] place = Arrays.copyOf(offsets, nodes);
        int[] sorted = new int[offsets[nodes]];
        for (int e = 0; e < edges; e++) {
            if (from[e] != to[e]) {
                sorted[place[ends[e]]++] = e;
            }
        }
        return new Adjacency(offsets, sorted);
    }

    /** {@code edges[offsets[n]] .. edges[offsets[n + 1] - 1]} belong to node n. */
    record Adjacency(int[] offsets, int[] edges) {}
}
