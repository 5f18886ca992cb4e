package org.aludel.databases.random;

import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The choices that a statement is made of: drawn at random and kept, or given. Given choices that run out are 0, and 0 is
 * always the simplest choice, so fewer and smaller choices make a simpler statement.
 */
final class Choices {

    private final @Nullable Random random;
    private int[] made;
    private int count;

    Choices(long seed) {
        random = new Random(seed);
        made = new int[64];
    }

    Choices(int[] given) {
        random = null;
        made = given;
    }

    /** A number from 0 to less than the bound. */
    int below(int bound) {
        if (random == null) {
            int choice = count < made.length ? made[count] : 0;
            count++;
            return Math.min(choice, bound - 1);
        }
        if (count == made.length) {
            made = Arrays.copyOf(made, count * 2);
        }
        int choice = random.nextInt(bound);
        made[count++] = choice;
        return choice;
    }

    /** True in one of so many cases; false is the simpler choice. */
    boolean oneIn(int cases) {
        return below(cases) == cases - 1;
    }

    @SafeVarargs
    final <T> T of(T... options) {
        return options[below(options.length)];
    }

    <T> T of(java.util.List<T> options) {
        return options.get(below(options.size()));
    }

    /** What was chosen. */
    int[] made() {
        return Arrays.copyOf(made, Math.min(count, made.length));
    }
}
