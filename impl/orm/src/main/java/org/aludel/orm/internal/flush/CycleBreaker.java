package org.aludel.orm.internal.flush;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.errors.FlushException;
import org.aludel.orm.internal.flush.RowGraph.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Makes the graph acyclic. In each round every cyclic component is broken at one constraint, in all its rows at once,
 * so that the rounds are bounded by the number of constraints and the extra updates fall into one batch.
 */
final class CycleBreaker {

    /** After so many rounds a component that passes unique values round is parked as a whole, not row by row. */
    private static final int PATIENCE = 6;

    private final RowGraph graph;
    private final ConstraintChecks checks;
    private final RowSplitter splitter;
    private final Set<Object> deferred = new LinkedHashSet<>();
    private int round;

    CycleBreaker(RowGraph graph, ConstraintChecks checks) {
        this.graph = graph;
        this.checks = checks;
        splitter = new RowSplitter(graph);
    }

    /**
     * Splits what a relation asks to be written apart, then breaks cycles until none is left.
     *
     * @return the constraints to be deferred for the rest of the transaction
     * @throws FlushException ALU-0601, ALU-0602 for a cycle that can't be broken
     */
    Set<Object> run() {
        while (true) {
            Components components = Components.of(graph);
            if (components.count() == 0) {
                return deferred;
            }
            round++;
            Incidence incidence = new Incidence(graph);
            for (List<Integer> edges : cyclicEdges(components)) {
                breakOne(edges, components, incidence);
            }
        }
    }

    /** Rows that refer to themselves by a key not yet made, and keys of {@code postUpdate} relations. */
    void splitUpFront() {
        List<Integer> chosen = new ArrayList<>();
        for (int edge = 0; edge < graph.edges(); edge++) {
            if (graph.constraint(edge) instanceof ForeignKeyModel key) {
                boolean ownKey = graph.isLoop(edge) && refersToOwnNewKey(graph.from(edge), key);
                if (ownKey || key.postUpdate && !graph.isLoop(edge) && graph.reason(edge) != Reason.MAY_RELEASE) {
                    chosen.add(edge);
                }
            }
        }
        if (chosen.isEmpty()) {
            return;
        }
        Incidence incidence = new Incidence(graph);
        for (int edge : chosen) {
            RowOperation row = childSide(edge);
            Object key = requireConstraint(edge);
            if (row.isUpdate() && !graph.isLoop(edge)) {
                continue; // it is an update of its own already
            }
            if (splitter.canSplit(row, key, List.of())) {
                splitter.split(row, key, incidence.of(row.node), List.of());
            } else if (graph.isLoop(edge)) {
                throw unbreakable(List.of(edge));
            }
        }
    }

    private boolean refersToOwnNewKey(int node, ForeignKeyModel key) {
        RowOperation row = operation(node);
        for (int column : key.columns) {
            if (row.after[column] == row && !row.table().isKey(column)) {
                return true;
            }
        }
        return false;
    }

    private List<List<Integer>> cyclicEdges(Components components) {
        List<List<Integer>> edges = new ArrayList<>();
        for (int i = 0; i < components.count(); i++) {
            edges.add(new ArrayList<>());
        }
        for (int edge = 0; edge < graph.edges(); edge++) {
            int component = components.of(graph.from(edge));
            if (component >= 0 && component == components.of(graph.to(edge)) && !graph.isLoop(edge)) {
                edges.get(component).add(edge);
            }
        }
        return edges;
    }

    private void breakOne(List<Integer> cycle, Components components, Incidence incidence) {
        if (dropGuesses(cycle)) {
            return;
        }
        Map<Object, List<Integer>> byConstraint = new IdentityHashMap<>();
        List<Object> order = new ArrayList<>();
        for (int edge : cycle) {
            Object constraint = graph.constraint(edge);
            if (constraint != null) {
                byConstraint
                        .computeIfAbsent(constraint, c -> {
                            order.add(c);
                            return new ArrayList<>();
                        })
                        .add(edge);
            }
        }
        Incidence inCycle = incidence.within(components);
        if (splitForeignKey(order, byConstraint, incidence, inCycle)
                || parkUniqueValue(order, byConstraint, incidence, inCycle)
                || swapUniqueValues(order, byConstraint, incidence)
                || defer(order, byConstraint)
                || dropUnchecked(order, byConstraint)) {
            return;
        }
        throw unbreakable(shortest(cycle));
    }

    /** Edges that stand for old values nobody knows give way first. */
    private boolean dropGuesses(List<Integer> cycle) {
        boolean dropped = false;
        for (int edge : cycle) {
            if (graph.reason(edge) == Reason.MAY_RELEASE) {
                graph.dropEdge(edge);
                dropped = true;
            }
        }
        return dropped;
    }

    /** References to a changing key that the database does not check follow the change. */
    private boolean dropUnchecked(List<Object> order, Map<Object, List<Integer>> byConstraint) {
        boolean dropped = false;
        for (Object constraint : order) {
            if (constraint instanceof ForeignKeyModel key && key.unchecked) {
                for (int edge : edges(byConstraint, constraint)) {
                    if (graph.reason(edge) == Reason.RELEASES) {
                        graph.dropEdge(edge);
                        dropped = true;
                    }
                }
            }
        }
        return dropped;
    }

    private boolean splitForeignKey(
            List<Object> order, Map<Object, List<Integer>> byConstraint, Incidence all, Incidence inCycle) {
        Object best = null;
        int fewest = Integer.MAX_VALUE;
        for (Object constraint : order) {
            List<Integer> edges = edges(byConstraint, constraint);
            if (constraint instanceof ForeignKeyModel
                    && edges.size() < fewest
                    && edges.stream().anyMatch(edge -> canSplit(edge, constraint, inCycle))) {
                best = constraint;
                fewest = edges.size();
            }
        }
        if (best == null) {
            return false;
        }
        for (int edge : edges(byConstraint, best)) {
            if (canSplit(edge, best, inCycle)) {
                RowOperation row = childSide(edge);
                splitter.split(row, best, all.of(row.node), inCycle.of(row.node));
            }
        }
        return true;
    }

    private boolean canSplit(int edge, Object constraint, Incidence inCycle) {
        RowOperation row = childSide(edge);
        return splitter.canSplit(row, constraint, inCycle.of(row.node));
    }

    private boolean parkUniqueValue(
            List<Object> order, Map<Object, List<Integer>> byConstraint, Incidence all, Incidence inCycle) {
        for (Object constraint : order) {
            if (!(constraint instanceof UniqueSlot)) {
                continue;
            }
            boolean parked = false;
            for (int edge : edges(byConstraint, constraint)) {
                for (int node : new int[] {graph.to(edge), graph.from(edge)}) {
                    RowOperation row = operation(node);
                    if (splitter.canSplit(row, constraint, inCycle.of(node))) {
                        splitter.split(row, constraint, all.of(node), inCycle.of(node));
                        parked = true;
                        break;
                    }
                }
                if (parked && round < PATIENCE) {
                    return true;
                }
            }
            if (parked) {
                return true;
            }
        }
        return false;
    }

    private boolean swapUniqueValues(List<Object> order, Map<Object, List<Integer>> byConstraint, Incidence all) {
        if (!checks.uniqueAtStatementEnd()) {
            return false;
        }
        for (Object constraint : order) {
            if (!(constraint instanceof UniqueSlot slot)) {
                continue;
            }
            Set<RowOperation> rows = new LinkedHashSet<>();
            for (int edge : edges(byConstraint, constraint)) {
                RowOperation first = operation(graph.from(edge));
                RowOperation second = operation(graph.to(edge));
                if (first.isUpdate() && second.isUpdate()) {
                    rows.add(first);
                    rows.add(second);
                }
            }
            if (rows.size() > 1) {
                List<RowOperation> updates = new ArrayList<>(rows);
                List<List<Integer>> edges = new ArrayList<>();
                updates.forEach(update -> edges.add(all.of(update.node)));
                splitter.swap(slot, updates, edges);
                return true;
            }
        }
        return false;
    }

    private boolean defer(List<Object> order, Map<Object, List<Integer>> byConstraint) {
        for (Object constraint : order) {
            Deferral deferral =
                    constraint instanceof ForeignKeyModel key ? key.deferral : ((UniqueSlot) constraint).deferral;
            if (deferral == Deferral.NEVER || !checks.canDefer(constraint)) {
                continue;
            }
            boolean dropped = false;
            for (int edge : edges(byConstraint, constraint)) {
                if (!graph.needsKey(edge)) {
                    graph.dropEdge(edge);
                    dropped = true;
                }
            }
            if (dropped) {
                if (deferral == Deferral.POSSIBLE) {
                    deferred.add(constraint);
                }
                return true;
            }
        }
        return false;
    }

    private RowOperation childSide(int edge) {
        return operation(graph.reason(edge) == Reason.RELEASES ? graph.from(edge) : graph.to(edge));
    }

    private RowOperation operation(int node) {
        RowOperation operation = graph.operation(node);
        if (operation == null) {
            throw new IllegalStateException("barrier " + node + " has no row");
        }
        return operation;
    }

    private Object requireConstraint(int edge) {
        Object constraint = graph.constraint(edge);
        if (constraint == null) {
            throw new IllegalStateException("edge " + edge + " has no constraint");
        }
        return constraint;
    }

    private static List<Integer> edges(Map<Object, List<Integer>> byConstraint, Object constraint) {
        return byConstraint.getOrDefault(constraint, List.of());
    }

    /** A shortest cycle through the first edge's start, by breadth-first search. */
    private List<Integer> shortest(List<Integer> cycle) {
        int start = graph.from(cycle.get(0));
        Map<Integer, List<Integer>> out = new java.util.HashMap<>();
        for (int edge : cycle) {
            out.computeIfAbsent(graph.from(edge), n -> new ArrayList<>()).add(edge);
        }
        Map<Integer, Integer> reachedBy = new java.util.HashMap<>();
        java.util.ArrayDeque<Integer> queue = new java.util.ArrayDeque<>();
        queue.add(start);
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (int edge : out.getOrDefault(node, List.of())) {
                int target = graph.to(edge);
                if (reachedBy.putIfAbsent(target, edge) == null && target != start) {
                    queue.add(target);
                }
            }
        }
        java.util.LinkedList<Integer> path = new java.util.LinkedList<>();
        int node = start;
        do {
            int edge = reachedBy.getOrDefault(node, cycle.get(0));
            path.addFirst(edge);
            node = graph.from(edge);
        } while (node != start);
        return path;
    }

    private FlushException unbreakable(List<Integer> cycle) {
        StringBuilder text = new StringBuilder();
        boolean unique = false;
        for (int edge : cycle.subList(0, Math.min(cycle.size(), 12))) {
            text.append(operation(graph.from(edge)))
                    .append(" -(")
                    .append(describe(edge))
                    .append(")-> ");
            unique |= graph.constraint(edge) instanceof UniqueSlot;
        }
        text.append(cycle.size() > 12 ? "... -> " : "").append(operation(graph.from(cycle.get(0))));
        if (unique) {
            return new FlushException(
                    "ALU-0602",
                    "rows pass unique values round in a circle that can't be undone row by row; where: " + text
                            + "; what to do: allow null in a column of the constraint, declare it deferrable, or flush"
                            + " in between with another value");
        }
        return new FlushException(
                "ALU-0601",
                "rows depend on each other in a circle; where: " + text
                        + "; what to do: allow null in one of the foreign keys (the flush then fills it in by a second"
                        + " update), or declare one of them deferrable");
    }

    private String describe(int edge) {
        Object constraint = graph.constraint(edge);
        return constraint == null ? "needs its key" : constraint.toString();
    }

    /** Edges by the nodes at their ends, as they were at the start of a round. */
    private static final class Incidence {
        private final RowGraph graph;
        private final int[] offsets;
        private final int[] edges;
        private final @Nullable Components components;

        Incidence(RowGraph graph) {
            this.graph = graph;
            offsets = new int[graph.nodes() + 1];
            for (int edge = 0; edge < graph.edges(); edge++) {
                offsets[graph.from(edge) + 1]++;
                if (!graph.isLoop(edge)) {
                    offsets[graph.to(edge) + 1]++;
                }
            }
            for (int i = 0; i < graph.nodes(); i++) {
                offsets[i + 1] += offsets[i];
            }
            edges = new int[offsets[graph.nodes()]];
            int[] place = Arrays.copyOf(offsets, graph.nodes());
            for (int edge = 0; edge < graph.edges(); edge++) {
                edges[place[graph.from(edge)]++] = edge;
                if (!graph.isLoop(edge)) {
                    edges[place[graph.to(edge)]++] = edge;
                }
            }
            components = null;
        }

        private Incidence(Incidence whole, Components components) {
            graph = whole.graph;
            offsets = whole.offsets;
            edges = whole.edges;
            this.components = components;
        }

        Incidence within(Components some) {
            return new Incidence(this, some);
        }

        /** Edges that still touch the node. */
        List<Integer> of(int node) {
            List<Integer> found = new ArrayList<>();
            if (node >= offsets.length - 1) {
                return found;
            }
            for (int i = offsets[node]; i < offsets[node + 1]; i++) {
                int edge = edges[i];
                if (graph.from(edge) != node && graph.to(edge) != node) {
                    continue;
                }
                if (components == null || isInside(edge, components)) {
                    found.add(edge);
                }
            }
            return found;
        }

        private boolean isInside(int edge, Components some) {
            int nodes = offsets.length - 1;
            int first = graph.from(edge);
            int second = graph.to(edge);
            return first < nodes
                    && second < nodes
                    && first != second
                    && some.of(first) == some.of(second)
                    && some.of(first) >= 0;
        }
    }
}
