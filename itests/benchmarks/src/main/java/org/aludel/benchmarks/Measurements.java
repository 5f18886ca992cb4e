package org.aludel.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/**
 * The figures of a run, by round. A ratio is the median over rounds of the ratios of pairs, so that what the machine does
 * beside it in one round does not count.
 */
public final class Measurements {
    private final Map<Key, List<Figures>> rounds = new LinkedHashMap<>();

    /** What was measured. */
    public record Key(DatabaseKind database, Workload workload, String peer) {}

    /** Adds a round. */
    public void add(Key key, Figures figures) {
        rounds.computeIfAbsent(key, missing -> new ArrayList<>()).add(figures);
    }

    /** The rounds of a measurement, none if it was not done. */
    public List<Figures> of(DatabaseKind database, Workload workload, String peer) {
        return rounds.getOrDefault(new Key(database, workload, peer), List.of());
    }

    /** Whether the peer was measured in anything. */
    public boolean has(String peer) {
        return rounds.keySet().stream().anyMatch(key -> key.peer().equals(peer));
    }

    /** Goes over all measurements in their order. */
    public void each(BiConsumer<Key, List<Figures>> action) {
        rounds.forEach(action);
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
        List<Figures> baseline = of(database, workload.baseline(), workload.baselinePeer());
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
