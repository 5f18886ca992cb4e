package org.aludel.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/**
 * The figures of a run, by turn. A ratio is the median over all turns of the ratios of pairs that were measured one after the
 * other, so that what the machine does beside it in some of them does not count.
 */
public final class Measurements {
    private final Map<Key, List<Figures>> turns = new LinkedHashMap<>();

    /**
     * What was measured.
     *
     * @param workload what it was measured for: of the peer that others are compared with, this may be another workload than
     *     the one it ran
     */
    public record Key(DatabaseKind database, Workload workload, String peer) {}

    /** Adds a turn. */
    public void add(Key key, Figures figures) {
        turns.computeIfAbsent(key, missing -> new ArrayList<>()).add(figures);
    }

    /** The turns of a measurement, none if it was not done. */
    public List<Figures> of(DatabaseKind database, Workload workload, String peer) {
        return turns.getOrDefault(new Key(database, workload, peer), List.of());
    }

    /** Whether the peer was measured in anything. */
    public boolean has(String peer) {
        return turns.keySet().stream().anyMatch(key -> key.peer().equals(peer));
    }

    /** Goes over all measurements in their order. */
    public void each(BiConsumer<Key, List<Figures>> action) {
        turns.forEach(action);
    }

    /** The ratio of the peer's CPU time to what the workload is measured against; NaN where one of them is missing. */
    public double ratio(DatabaseKind database, Workload workload, String peer) {
        return ratio(database, workload, peer, Figures::cpuNanos);
    }

    /** The same of the whole JVM's CPU time. */
    public double wholeRatio(DatabaseKind database, Workload workload, String peer) {
        return ratio(database, workload, peer, Figures::processNanos);
    }

    private double ratio(DatabaseKind database, Workload workload, String peer, ToDoubleFunction<Figures> cost) {
        if (!workload.comparable()) {
            return Double.NaN;
        }
        List<Figures> own = of(database, workload, peer);
        List<Figures> baseline = of(database, workload, workload.baselinePeer());
        double[] ratios = new double[Math.min(own.size(), baseline.size())];
        Arrays.setAll(ratios, i -> cost.applyAsDouble(own.get(i)) / cost.applyAsDouble(baseline.get(i)));
        return median(ratios);
    }

    /** The median of one of the costs, in its unit; NaN where it was not measured. */
    public double median(DatabaseKind database, Workload workload, String peer, ToDoubleFunction<Figures> cost) {
        return median(of(database, workload, peer).stream().mapToDouble(cost).toArray());
    }

    /** The median of values; NaN if there are none. */
    public static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
