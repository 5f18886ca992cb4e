package org.aludel.dialects.postgresql;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of time as the server writes them: {@code 1 year 2 mons 3 days -04:05:06.7}. A year counts as 365 days and a
 * month as 30, since a length of time knows no calendar.
 */
final class Intervals {

    private static final Pattern PART = Pattern.compile("([+-]?[0-9.]+) ?(year|mon|day|hour|min|sec)[a-z]*");
    private static final Pattern CLOCK = Pattern.compile("([+-]?)([0-9]+):([0-9]{2}):([0-9]{2}(?:\\.[0-9]+)?)");

    private Intervals() {}

    static Duration parse(String text) {
        if (text.startsWith("P")) {
            return Duration.parse(text);
        }
        Duration length = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            length = length.plus(
                    seconds(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit(part.group(2))))));
        }
        Matcher clock = CLOCK.matcher(text);
        if (clock.find()) {
            Duration time = Duration.ofHours(Long.parseLong(clock.group(2)))
                    .plusMinutes(Long.parseLong(clock.group(3)))
                    .plus(seconds(new BigDecimal(clock.group(4))));
            length = clock.group(1).equals("-") ? length.minus(time) : length.plus(time);
        }
        return length;
    }

    private static Duration seconds(BigDecimal seconds) {
        BigDecimal whole = seconds.setScale(0, java.math.RoundingMode.FLOOR);
        return Duration.ofSeconds(
                whole.longValueExact(),
                seconds.subtract(whole).movePointRight(9).longValue());
    }

    private static long unit(String name) {
        return switch (name) {
            case "year" -> 365 * 86_400L;
            case "mon" -> 30 * 86_400L;
            case "day" -> 86_400;
            case "hour" -> 3_600;
            case "min" -> 60;
            default -> 1;
        };
    }
}
