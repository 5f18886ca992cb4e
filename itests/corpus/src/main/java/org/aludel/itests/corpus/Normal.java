package org.aludel.itests.corpus;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.sql.CompiledSql.Awaited;
import org.jspecify.annotations.Nullable;

/** Forms in which text and values of both sides can be compared. */
final class Normal {

    private static final Pattern NUMBERED = Pattern.compile("(:?)\\b([A-Za-z_%][A-Za-z_0-9]*?)_(\\d+)\\b");
    private static final Pattern DATE_TIME =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d)(:\\d\\d)?(\\.\\d+)?");
    private static final Pattern TIME = Pattern.compile("(\\d\\d:\\d\\d)(:\\d\\d)?(\\.\\d+)?");

    /** What was recorded for the reference system's mark of JSON's null, before it is bound. */
    private static final Long JSON_NULL = 502946738210304256L;

    private Normal() {}

    /** Single spaces, none inside of parentheses; no doubled question marks. */
    static String spaces(String sql) {
        return sql.replaceAll("\\s+", " ")
                .replace("??", "?")
                .replace("( ", "(")
                .replace(" )", ")")
                .trim();
    }

    /** Numbered names by the order in which they appear. */
    static String folded(String sql) {
        Map<String, String> names = new HashMap<>();
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = NUMBERED.matcher(spaces(sql));
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            Map<String, String> kind = matcher.group(1).isEmpty() ? names : parameters;
            String name = kind.computeIfAbsent(matcher.group(), n -> matcher.group(1) + "anon_" + (kind.size() + 1));
            matcher.appendReplacement(out, Matcher.quoteReplacement(name));
        }
        return matcher.appendTail(out).toString();
    }

    static boolean sameSql(String expected, String got) {
        return spaces(expected).equals(spaces(got)) || folded(expected).equals(folded(got));
    }

    /** A value, recorded or ours, in a common form. */
    static Object value(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        if (value instanceof Duration span) {
            return "interval " + span.toMillis() / 1000.0;
        }
        if (value instanceof byte[] bytes) {
            return "bytes " + HexFormat.of().formatHex(bytes);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Awaited awaited) {
            return awaited.source() + " " + awaited.name();
        }
        if (value instanceof LocalDateTime || value instanceof LocalTime) {
            return time(value.toString());
        }
        if (value instanceof Object[] array) {
            return value(List.of(array));
        }
        if (value instanceof Collection<?> list) {
            List<Object> all = new ArrayList<>();
            list.forEach(element -> all.add(value(element)));
            return all;
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        return value instanceof Boolean ? value : time(value.toString());
    }

    private static Object map(Map<?, ?> map) {
        if (map.size() == 1) {
            Map.Entry<?, ?> only = map.entrySet().iterator().next();
            String content = String.valueOf(only.getValue());
            switch (String.valueOf(only.getKey())) {
                case "$decimal" -> {
                    return value(new BigDecimal(content));
                }
                case "$bytes" -> {
                    return "bytes " + content;
                }
                case "$interval" -> {
                    return "interval " + Double.valueOf(content);
                }
                case "$uuid", "$enum" -> {
                    return content;
                }
                case "$unbound" -> {
                    return "PARAMETER " + content;
                }
                case "$generated" -> {
                    return "DATABASE " + content;
                }
                case "$default" -> {
                    return "DEFAULT " + content;
                }
                default -> {}
            }
        }
        Map<String, Object> all = new LinkedHashMap<>();
        map.forEach((key, element) -> all.put(String.valueOf(key), value(element)));
        return all;
    }

    private static String time(String text) {
        Matcher moment = DATE_TIME.matcher(text);
        if (moment.matches()) {
            return moment.group(1) + " " + moment.group(2) + seconds(moment.group(3), moment.group(4));
        }
        Matcher clock = TIME.matcher(text);
        return clock.matches() ? clock.group(1) + seconds(clock.group(2), clock.group(3)) : text;
    }

    private static String seconds(@Nullable String seconds, @Nullable String fraction) {
        String digits = fraction == null ? "" : fraction.replaceAll("0+$", "");
        return (seconds == null ? ":00" : seconds) + (digits.equals(".") ? "" : digits);
    }

    static boolean sameValues(@Nullable Object expected, List<? extends @Nullable Object> got) {
        List<@Nullable Object> wanted = JsonFiles.list(expected);
        if (wanted.size() != got.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!sameValue(wanted.get(i), got.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether values are the same; documents may be text on our side. */
    static boolean sameValue(@Nullable Object expected, @Nullable Object got) {
        if (value(expected).equals(value(got))) {
            return true;
        }
        if (got instanceof Boolean truth && expected instanceof Number number) {
            return number.intValue() == (truth ? 1 : 0);
        }
        if (got instanceof String text && text.equals("null") && JSON_NULL.equals(expected)) {
            return true;
        }
        if (got instanceof String text && (expected instanceof Map<?, ?> || expected instanceof List<?>)) {
            try {
                return value(JsonFiles.parse(text)).equals(value(expected));
            } catch (RuntimeException e) {
                return false;
            }
        }
        return false;
    }
}
