package org.aludel.dialects.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aludel.core.reflection.SqlText;
import org.aludel.schema.Reflected;
import org.jspecify.annotations.Nullable;

/** What the text of CREATE TABLE says and SQLite's pragmas do not: names of constraints, checks, expressions, deferral. */
final class SqliteDefinition {

    /** A unique constraint. */
    record Unique(@Nullable String name, List<String> columns) {}

    /** A foreign key. */
    record Reference(@Nullable String name, List<String> columns, String table, boolean deferrable, boolean deferred) {}

    private @Nullable String primaryKeyName;
    private final List<Unique> uniques = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final List<Reflected.CheckInfo> checks = new ArrayList<>();
    private final Map<String, String> computed = new HashMap<>();

    /** The text of a CREATE TABLE; that of a view says nothing. */
    SqliteDefinition(String sql) {
        String plain = withoutComments(sql);
        String inside = plain.toUpperCase(Locale.ROOT).startsWith("CREATE VIEW") ? null : SqlText.inside(body(plain));
        if (inside != null) {
            SqlText.parts(inside).forEach(part -> read(tokens(part)));
        }
    }

    /** The text from the parenthesis of the columns on: the name of the table may hold parentheses too. */
    private static String body(String sql) {
        List<String> tokens = tokens(sql);
        for (String token : tokens) {
            if (token.startsWith("(")) {
                return token;
            }
        }
        return "";
    }

    private static String withoutComments(String sql) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < sql.length(); ) {
            char c = sql.charAt(i);
            if (c == '\'' || c == '"' || c == '`' || c == '[') {
                int end = sql.indexOf(c == '[' ? ']' : c, i + 1);
                end = end < 0 ? sql.length() - 1 : end;
                out.append(sql, i, end + 1);
                i = end + 1;
            } else if (sql.startsWith("--", i)) {
                int end = sql.indexOf('\n', i);
                i = end < 0 ? sql.length() : end;
            } else if (sql.startsWith("/*", i)) {
                int end = sql.indexOf("*/", i + 2);
                i = end < 0 ? sql.length() : end + 2;
                out.append(' ');
            } else {
                out.append(c);
                i++;
            }
        }
        return out.toString().strip();
    }

    /** Words, quoted names and texts, and whole parentheses. */
    static List<String> tokens(String sql) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < sql.length(); ) {
            char c = sql.charAt(i);
            int end = i + 1;
            if (Character.isWhitespace(c)) {
                i++;
                continue;
            }
            if (c == '\'' || c == '"' || c == '`' || c == '[') {
                char close = c == '[' ? ']' : c;
                end = sql.indexOf(close, i + 1) + 1;
                while (end > 0 && end < sql.length() && close != ']' && sql.charAt(end) == close) {
                    end = sql.indexOf(close, end + 1) + 1;
                }
                end = end <= 0 ? sql.length() : end;
            } else if (c == '(') {
                int close = SqlText.closing(sql, i);
                end = close < 0 ? sql.length() : close + 1;
            } else if (Character.isJavaIdentifierPart(c)) {
                while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
                    end++;
                }
            }
            tokens.add(sql.substring(i, end));
            i = end;
        }
        return tokens;
    }

    /** Reads a column or a constraint of the table. */
    private void read(List<String> tokens) {
        if (tokens.isEmpty()) {
            return;
        }
        boolean ofTable = switch (tokens.get(0).toUpperCase(Locale.ROOT)) {
            case "CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN" -> true;
            default -> false;
        };
        String column = ofTable ? "" : SqlText.unquoted(tokens.get(0));
        String name = null;
        List<String> foreign = List.of(column);
        for (int i = ofTable ? 0 : 1; i < tokens.size(); i++) {
            String next = i + 1 < tokens.size() ? tokens.get(i + 1) : "";
            switch (tokens.get(i).toUpperCase(Locale.ROOT)) {
                case "CONSTRAINT" -> {
                    name = SqlText.unquoted(next);
                    i++;
                }
                case "PRIMARY" -> {
                    primaryKeyName = name;
                    name = null;
                }
                case "UNIQUE" -> {
                    uniques.add(new Unique(name, ofTable ? names(next) : List.of(column)));
                    name = null;
                }
                case "CHECK" -> {
                    checks.add(new Reflected.CheckInfo(name, inner(next)));
                    name = null;
                }
                case "FOREIGN" -> foreign = names(i + 2 < tokens.size() ? tokens.get(i + 2) : "");
                case "REFERENCES" -> {
                    references.add(reference(name, foreign, SqlText.unquoted(next), tokens, i));
                    name = null;
                }
                case "AS" -> {
                    if (next.startsWith("(")) {
                        computed.put(column.toLowerCase(Locale.ROOT), inner(next));
                    }
                }
                default -> {
                    // types, defaults and the rest come from the pragmas
                }
            }
        }
    }

    private static Reference reference(
            @Nullable String name, List<String> columns, String table, List<String> tokens, int from) {
        String rest = String.join(" ", tokens.subList(from, tokens.size())).toUpperCase(Locale.ROOT);
        boolean deferrable = rest.contains("DEFERRABLE") && !rest.contains("NOT DEFERRABLE");
        return new Reference(name, columns, table, deferrable, deferrable && rest.contains("INITIALLY DEFERRED"));
    }

    private static String inner(String group) {
        String inside = SqlText.inside(group);
        return inside == null ? group : inside.strip();
    }

    private static List<String> names(String group) {
        return SqlText.parts(inner(group)).stream()
                .map(part -> SqlText.unquoted(tokens(part).get(0)))
                .toList();
    }

    // ---- what it says

    @Nullable
    String primaryKeyName() {
        return primaryKeyName;
    }

    List<Reflected.CheckInfo> checks() {
        return checks;
    }

    @Nullable
    String computedBy(String column) {
        return computed.get(column.toLowerCase(Locale.ROOT));
    }

    @Nullable
    String nameOfUnique(List<String> columns) {
        return uniques.stream()
                .filter(unique -> same(unique.columns(), columns))
                .findFirst()
                .map(Unique::name)
                .orElse(null);
    }

    @Nullable
    Reference reference(List<String> columns, String table) {
        return references.stream()
                .filter(key -> same(key.columns(), columns) && key.table().equalsIgnoreCase(table))
                .findFirst()
                .orElse(null);
    }

    private static boolean same(List<String> one, List<String> other) {
        return String.join("\n", one).equalsIgnoreCase(String.join("\n", other));
    }
}
