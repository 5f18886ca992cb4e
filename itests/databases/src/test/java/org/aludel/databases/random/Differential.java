package org.aludel.databases.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs random statements on all databases and finds those that they disagree about. */
final class Differential {

    private static final int TRIALS = 1_500;

    private final Sample sample;
    private final List<Contestant> contestants;

    Differential(Sample sample, List<Contestant> contestants) {
        this.sample = sample;
        this.contestants = contestants;
    }

    /** Runs the statement of a seed; gives the report of a difference, made small, or null. */
    @Nullable
    String difference(long seed) {
        Choices choices = new Choices(seed);
        RandomStatement statement = RandomStatement.of(choices, sample);
        return agree(statement) ? null : report(seed, shrunk(choices.made()));
    }

    private boolean agree(RandomStatement statement) {
        Outcome first = contestants.get(0).run(statement);
        for (Contestant other : contestants.subList(1, contestants.size())) {
            if (!first.same(other.run(statement))) {
                return false;
            }
        }
        return true;
    }

    private boolean differs(int[] choices) {
        return !agree(RandomStatement.of(new Choices(choices), sample));
    }

    /** Leaves choices out and makes them smaller, as long as the databases still disagree. */
    private int[] shrunk(int[] found) {
        int[] best = found;
        int trials = 0;
        boolean better = true;
        while (better && trials < TRIALS) {
            better = false;
            for (int size = Math.max(1, best.length / 2); size > 0 && trials < TRIALS; size /= 2) {
                for (int start = 0; start + size <= best.length && trials < TRIALS; ) {
                    int[] shorter = without(best, start, size);
                    trials++;
                    if (differs(shorter)) {
                        best = shorter;
                        better = true;
                    } else {
                        start += size;
                    }
                }
            }
            for (int i = 0; i < best.length && trials < TRIALS; i++) {
                for (int smaller : best[i] == 0 ? new int[0] : new int[] {0, best[i] / 2, best[i] - 1}) {
                    int[] lower = best.clone();
                    lower[i] = smaller;
                    trials++;
                    if (smaller < best[i] && differs(lower)) {
                        best = lower;
                        better = true;
                        break;
                    }
                }
            }
        }
        return best;
    }

    private static int[] without(int[] choices, int start, int size) {
        int[] shorter = new int[choices.length - size];
        System.arraycopy(choices, 0, shorter, 0, start);
        System.arraycopy(choices, start + size, shorter, start, choices.length - start - size);
        return shorter;
    }

    private String report(long seed, int[] choices) {
        RandomStatement statement = RandomStatement.of(new Choices(choices), sample);
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (Contestant contestant : contestants) {
            names.computeIfAbsent(contestant.run(statement).toString(), result -> new ArrayList<>())
                    .add(contestant.name);
        }
        StringBuilder text = new StringBuilder("statement " + seed + ", choices " + Arrays.toString(choices));
        names.forEach(
                (result, who) -> text.append("\n  ").append(who).append(": ").append(result));
        for (Contestant contestant : contestants) {
            text.append("\n  ").append(contestant.name).append(" reads ").append(contestant.sql(statement));
        }
        return text.toString();
    }
}
