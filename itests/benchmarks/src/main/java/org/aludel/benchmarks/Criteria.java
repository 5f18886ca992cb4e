package org.aludel.benchmarks;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * The dynamic query of W7: three of six predicates over users joined with their addresses, ordered by both keys, limited.
 * The choice changes from call to call, as a search form's would.
 */
public final class Criteria {
    public static final int LIMIT = 20;

    /** Always asked for, so that the database has little to do and building and compiling show. */
    public static final int FIRST_USERS = 20;

    public static final int AGE_OVER = 25;
    public static final String NAME_START = "user";
    public static final BigDecimal BALANCE_FROM = new BigDecimal("1.00");
    public static final BigDecimal BALANCE_TO = new BigDecimal("9000.00");
    public static final String CITY = "Paris";
    public static final LocalDateTime CREATED_BEFORE = LocalDateTime.of(2021, 6, 1, 0, 0);
    public static final String EMAIL_END = "@example.org";

    /** Predicates there are: age, name, balance, city, created, email, in this order. */
    public static final int PREDICATES = 6;

    private static final int[] CHOICES = choices();

    private Criteria() {}

    /** Which predicates the given call uses, as a bit mask with three bits set. */
    public static int choice(int call) {
        return CHOICES[call % CHOICES.length];
    }

    public static boolean has(int choice, int predicate) {
        return (choice & 1 << predicate) != 0;
    }

    /** How many different queries there are. */
    public static int count() {
        return CHOICES.length;
    }

    private static int[] choices() {
        return java.util.stream.IntStream.range(0, 1 << PREDICATES)
                .filter(mask -> Integer.bitCount(mask) == 3)
                .toArray();
    }
}
