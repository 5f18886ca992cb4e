package org.aludel.orm.internal.flush;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts a graph in order, in as few batches as can be: statement shapes are ranked by the edges between them,
 * and of the shapes with rows that wait for nothing the first in rank sends all of them, rows that become free on the
 * way included. Rows of a batch run one after another, so an edge inside a batch is no reason to end it; only a key
 * that comes back with the batch is.
 */
final class Schedule {

    private final RowGraph graph;
    private final RowGraph.Adjacency out;
    private final int[] waiting;
    private final int[] shapeOf;
    private final List<StatementShape> shapes = new ArrayList<>();
    private int[] keyBatch = {};
    private int done;
    private int[] rankOf = {};
    private int[] byRank = {};
    private @Nullable IntList[] ready = {};
    private int[] countOf = {};
    private final BitSet readyRanks = new BitSet();
    private final IntList barriers = new IntList(8);
    private final List<FlushPlan.Batch> batches = new ArrayList<>();

    Schedule(RowGraph graph) {
        this.graph = graph;
        out = graph.adjacency(true);
        waiting = new int[graph.nodes()];
        for (int edge : out.edges()) {
            waiting[graph.to(edge)]++;
        }
        shapeOf = new int[graph.nodes()];
    }

    /** The batches, or null if the graph has a cycle. */
    @Nullable
    List<FlushPlan.Batch> run() {
        int shapeCount = numberShapes();
        rank(shapeCount);
        ready = new IntList[shapeCount];
        countOf = new int[shapeCount];
        for (int shape : shapeOf) {
            countOf[shape]++;
        }
        for (int node = 0; node < graph.nodes(); node++) {
            if (waiting[node] == 0) {
                release(node);
            }
        }
        passBarriers();
        for (int rank = readyRanks.nextSetBit(0); rank >= 0; rank = readyRanks.nextSetBit(0)) {
            readyRanks.clear(rank);
            send(byRank[rank]);
        }
        return done == graph.nodes() ? batches : null;
    }

    /** Shapes get numbers in order of appearance; each barrier counts as a shape of its own. */
    private int numberShapes() {
        Map<StatementShape, Integer> numbers = new IdentityHashMap<>();
        int count = 0;
        StatementShape last = null;
        int lastNumber = 0;
        for (int node = 0; node < graph.nodes(); node++) {
            RowOperation operation = graph.operation(node);
            if (operation == null) {
                shapeOf[node] = count++;
                continue;
            }
            if (operation.shape != last) {
                last = operation.shape;
                Integer known = numbers.get(last);
                if (known == null) {
                    known = count++;
                    numbers.put(last, known);
                }
                lastNumber = known;
            }
            shapeOf[node] = lastNumber;
        }
        return count;
    }

    private void rank(int count) {
        BitSet[] next = new BitSet[count];
        int[] before = new int[count];
        for (int edge : out.edges()) {
            int first = shapeOf[graph.from(edge)];
            int second = shapeOf[graph.to(edge)];
            if (first != second) {
                BitSet targets = next[first] == null ? next[first] = new BitSet() : next[first];
                if (!targets.get(second)) {
                    targets.set(second);
                    before[second]++;
                }
            }
        }
        rankOf = new int[count];
        byRank = new int[count];
        BitSet free = new BitSet();
        BitSet left = new BitSet();
        left.set(0, count);
        for (int shape = 0; shape < count; shape++) {
            free.set(shape, before[shape] == 0);
        }
        for (int rank = 0; rank < count; rank++) {
            int shape = free.nextSetBit(0);
            if (shape < 0) {
                shape = left.nextSetBit(0); // shapes may depend on each other where rows do not
            }
            free.clear(shape);
            left.clear(shape);
            rankOf[shape] = rank;
            byRank[rank] = shape;
            BitSet targets = next[shape];
            if (targets != null) {
                for (int target = targets.nextSetBit(0); target >= 0; target = targets.nextSetBit(target + 1)) {
                    if (--before[target] == 0 && left.get(target)) {
                        free.set(target);
                    }
                }
            }
        }
    }

    private void release(int node) {
        if (graph.operation(node) == null) {
            barriers.add(node);
            return;
        }
        int shape = shapeOf[node];
        IntList queue = ready[shape] == null ? ready[shape] = new IntList(countOf[shape]) : ready[shape];
        queue.add(node);
        readyRanks.set(rankOf[shape]);
    }

    private void passBarriers() {
        while (barriers.size > 0) {
            int barrier = barriers.values[--barriers.size];
            done++;
            for (int i = out.offsets()[barrier]; i < out.offsets()[barrier + 1]; i++) {
                int target = graph.to(out.edges()[i]);
                if (--waiting[target] == 0) {
                    release(target);
                }
            }
        }
    }

    /** Most flushes have no rows that need keys of rows of their own shape. */
    private void waitForKeys(int node, int batch) {
        if (keyBatch.length == 0) {
            keyBatch = new int[graph.nodes()];
        }
        keyBatch[node] = batch;
    }

    private boolean waitsForKeys(int node, int batch) {
        return keyBatch.length > 0 && keyBatch[node] == batch;
    }

    private void send(int shape) {
        IntList rows = java.util.Objects.requireNonNull(ready[shape]);
        ready[shape] = null;
        rows.sort(); // the order in which the objects were given, wherever nothing else rules
        int start = rows.size;
        int batch = batches.size() + 1;
        for (int i = 0; i < rows.size; i++) {
            int node = rows.values[i];
            for (int at = out.offsets()[node]; at < out.offsets()[node + 1]; at++) {
                int edge = out.edges()[at];
                int target = graph.to(edge);
                boolean sameShape = shapeOf[target] == shape;
                if (sameShape && graph.needsKey(edge)) {
                    waitForKeys(target, batch);
                }
                if (--waiting[target] > 0) {
                    continue;
                }
                if (sameShape && graph.operation(target) != null && !waitsForKeys(target, batch)) {
                    rows.add(target);
                } else {
                    release(target);
                }
            }
            passBarriers();
        }
        done += rows.size;
        RowOperation[] operations = new RowOperation[rows.size];
        for (int i = 0; i < rows.size; i++) {
            operations[i] = java.util.Objects.requireNonNull(graph.operation(rows.values[i]));
        }
        batches.add(new FlushPlan.Batch(operations[0].shape, Arrays.asList(operations), rows.size > start));
    }

    private static final class IntList {
        int[] values;
        int size;

        IntList(int expected) {
            values = new int[Math.max(4, expected)];
        }

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        void sort() {
            Arrays.sort(values, 0, size);
        }
    }
}
