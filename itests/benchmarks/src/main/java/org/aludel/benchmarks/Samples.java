package org.aludel.benchmarks;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/** The values of the data set, by number of the row: the same for every peer, database and run. */
public final class Samples {
    private static final LocalDateTime EPOCH = LocalDateTime.of(2020, 1, 1, 0, 0);
    private static final String[] CITIES = {"Paris", "Rome", "Berlin", "Madrid", "Vienna", "Lisbon", "Oslo", "Prague"};

    private Samples() {}

    public static String name(int user) {
        return "user" + user;
    }

    public static String fullname(int user) {
        return "User Number " + user;
    }

    public static int age(int user) {
        return 18 + user % 60;
    }

    public static LocalDateTime created(int user) {
        return EPOCH.plusMinutes(user);
    }

    public static BigDecimal balance(int user) {
        return BigDecimal.valueOf(user % 10_000 * 100L + 25, 2);
    }

    public static String email(int user, int index) {
        return "user" + user + "." + index + "@example.org";
    }

    public static String city(int user, int index) {
        return CITIES[(user + index) % CITIES.length];
    }
}
