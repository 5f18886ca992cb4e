package org.aludel.core.compiler;

import java.util.function.IntFunction;

/** Finds the {@code ?} marks of a text: not those in quotes, in comments, or doubled as an operator's. */
final class Placeholders {

    private Placeholders() {}

    /** The text with each mark, numbered from 0, replaced. */
    static String replace(String sql, IntFunction<String> replacement) {
        StringBuilder out = new StringBuilder(sql.length() + 32);
        int count = 0;
        int i = 0;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            int end = skipped(sql, i);
            if (end > i) {
                out.append(sql, i, end);
                i = end;
            } else if (c == '?') {
                append(out, replacement.apply(count++));
                i++;
            } else {
                out.append(c);
                i++;
            }
        }
        return out.toString();
    }

    /** Appends a literal; a minus after a minus would begin a comment. */
    static void append(StringBuilder out, String literal) {
        if (literal.startsWith("-") && out.length() > 0 && out.charAt(out.length() - 1) == '-') {
            out.append(' ');
        }
        out.append(literal);
    }

    /** Where what begins here ends, if no mark can be in it; else the same place. */
    private static int skipped(String sql, int start) {
        char c = sql.charAt(start);
        if (c == '\'' || c == '"' || c == '`') {
            int end = sql.indexOf(c, start + 1);
            return end < 0 ? sql.length() : end + 1;
        }
        if (sql.startsWith("--", start)) {
            int end = sql.indexOf('\n', start);
            return end < 0 ? sql.length() : end;
        }
        if (sql.startsWith("/*", start)) {
            int end = sql.indexOf("*/", start);
            return end < 0 ? sql.length() : end + 2;
        }
        return sql.startsWith("??", start) ? start + 2 : start;
    }
}
