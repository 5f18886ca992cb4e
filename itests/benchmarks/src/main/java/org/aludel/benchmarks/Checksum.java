package org.aludel.benchmarks;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * Sums over what was read, the same in any order. Each touches every value, and costs little against reading it, so that
 * the ratio between peers is not blurred.
 */
public final class Checksum {
    private Checksum() {}

    public static long user(int id, String name, String fullname, int age, LocalDateTime created, BigDecimal balance) {
        return id * 7L
                + last(name) * 11L
                + last(fullname) * 13L
                + age * 17L
                + created.getMinute() * 19L
                + balance.intValue() * 23L;
    }

    public static long address(int id, String email, String city) {
        return id * 29L + last(email) * 31L + email.length() + last(city) * 37L;
    }

    private static int last(String text) {
        return text.charAt(text.length() - 1) + text.length();
    }
}
