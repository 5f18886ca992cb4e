package org.aludel.core.reflection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes apart the SQL that catalogues hold: conditions, lists, arguments of types. */
public final class SqlText {

    private SqlText() {}

    /** A condition without the parentheses that a database put round it. */
    public static String withoutParentheses(String sql) {
        String inner = sql.strip();
        while (inner.startsWith("(") && closing(inner, 0) == inner.length() - 1) {
            inner = inner.substring(1, inner.length() - 1).strip();
        }
        return inner;
    }

    /** The place of the parenthesis that closes the one at a place; -1 if none does. Quoted text is passed over. */
    public static int closing(String sql, int open) {
        int depth = 0;
        char quote = 0;
        for (int i = open; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"' || c == '`') {
                quote = c;
            } else if (c == '[') {
                quote = ']';
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The parts between commas that stand in no parentheses and quotes. */
    public static List<String> parts(String list) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int start = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"' || c == '`') {
                quote = c;
            } else if (c == '[') {
                quote = ']';
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == ',' && depth == 0) {
                parts.add(list.substring(start, i).strip());
                start = i + 1;
            }
        }
        if (!list.substring(start).isBlank()) {
            parts.add(list.substring(start).strip());
        }
        return parts;
    }

    /** The labels of {@code 'a','it''s'}; other parts as they are. */
    public static List<String> labels(String list) {
        return parts(list).stream().map(SqlText::unquoted).toList();
    }

    /** A string or name without its quotes. */
    public static String unquoted(String text) {
        String inner = text.strip();
        if (inner.length() < 2) {
            return inner;
        }
        char first = inner.charAt(0);
        char last = first == '[' ? ']' : first;
        boolean quoted = first == '\'' || first == '"' || first == '`' || first == '[';
        return quoted && inner.charAt(inner.length() - 1) == last
                ? inner.substring(1, inner.length() - 1).replace("" + last + last, String.valueOf(last))
                : inner;
    }

    /** The text between the first parenthesis and the one that closes it; null without parentheses. */
    public static @Nullable String inside(String text) {
        int open = text.indexOf('(');
        int close = open < 0 ? -1 : closing(text, open);
        return close < 0 ? null : text.substring(open + 1, close);
    }

    /** The whole numbers in the parentheses of a type: {@code numeric(10,2)} has two. */
    public static List<Integer> numbers(String type) {
        String inside = inside(type);
        List<Integer> numbers = new ArrayList<>();
        if (inside != null) {
            for (String part : inside.split("[,\\s]+")) {
                if (part.matches("-?\\d{1,9}")) {
                    numbers.add(Integer.valueOf(part));
                }
            }
        }
        return numbers;
    }

    /** The name of a type without its arguments, in lower case: {@code timestamp(3) with time zone} has one of four words. */
    public static String name(String type) {
        int open = type.indexOf('(');
        int close = open < 0 ? -1 : closing(type, open);
        String bare = close < 0 ? type : type.substring(0, open) + type.substring(close + 1);
        return bare.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** A condition or expression in a form in which spelling does not count: no quotes of names, spaces, parentheses, case. */
    static String folded(String sql) {
        return sql.replaceAll("[\\s\"`()\\[\\]]", "").toLowerCase(Locale.ROOT);
    }
}
