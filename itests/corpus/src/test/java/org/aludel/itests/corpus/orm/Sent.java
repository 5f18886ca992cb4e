package org.aludel.itests.corpus.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of what was sent: the verb, the tables concerned (of those that the scenario has), how many rows of parameters,
 * and the engine's name.
 */
record Sent(String verb, Set<String> tables, int rows, String engine) {

    private static final Pattern TOKEN = Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|`[^`]*`|\\[\\w+]|\\w+|\\S");
    private static final Set<String> OPENERS = Set.of("FROM", "JOIN", "INTO", "UPDATE", "TABLE", "EXISTS");
    private static final Set<String> CLOSERS = Set.of(
            "WHERE",
            "ON",
            "SELECT",
            "SET",
            "VALUES",
            "GROUP",
            "ORDER",
            "HAVING",
            "LIMIT",
            "UNION",
            "RETURNING",
            "AS",
            "DEFAULT",
            "USING",
            "OFFSET",
            "EXCEPT",
            "INTERSECT",
            "FETCH",
            "FOR");

    /** Reads a statement. */
    static Sent of(String sql, int parameterSets, String engine, Set<String> known) {
        String text = sql.strip();
        if (text.matches("(?i)(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|PREPARE).*")) {
            return new Sent(control(text), Set.of(), 1, engine);
        }
        List<String> tokens = tokens(text);
        String verb = verb(tokens);
        int rows = Math.max(1, parameterSets);
        if (verb.equals("INSERT") && parameterSets <= 1) {
            rows = valueRows(tokens);
        }
        return new Sent(verb, tables(tokens, known), rows, engine);
    }

    private static String control(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.startsWith("BEGIN")) {
            return "BEGIN";
        }
        if (upper.startsWith("ROLLBACK TO")) {
            return "ROLLBACK TO";
        }
        if (upper.startsWith("COMMIT PREPARED") || upper.startsWith("ROLLBACK PREPARED")) {
            return upper.substring(0, upper.indexOf(" PREPARED")) + " PREPARED";
        }
        return upper.split("\\s+")[0];
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    private static String verb(List<String> tokens) {
        String first = tokens.isEmpty() ? "" : tokens.get(0).toUpperCase(Locale.ROOT);
        if (!first.equals("WITH")) {
            return first;
        }
        int depth = 0;
        for (String token : tokens) {
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            String upper = token.toUpperCase(Locale.ROOT);
            if (depth == 0 && Set.of("SELECT", "INSERT", "UPDATE", "DELETE").contains(upper)) {
                return upper;
            }
        }
        return "SELECT";
    }

    private static int valueRows(List<String> tokens) {
        int rows = 0;
        int depth = 0;
        boolean values = false;
        for (String token : tokens) {
            if (!values) {
                values = token.equalsIgnoreCase("VALUES");
                continue;
            }
            if (token.equals("(")) {
                rows += depth++ == 0 ? 1 : 0;
            } else if (token.equals(")")) {
                depth--;
            } else if (depth == 0 && !token.equals(",")) {
                break;
            }
        }
        return Math.max(1, rows);
    }

    private static Set<String> tables(List<String> tokens, Set<String> known) {
        Set<String> tables = new TreeSet<>();
        boolean open = false;
        boolean expected = false;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            String upper = token.toUpperCase(Locale.ROOT);
            if (OPENERS.contains(upper)) {
                open = true;
                expected = true;
            } else if (CLOSERS.contains(upper)) {
                open = open && upper.equals("AS");
                expected = false;
            } else if (open && (token.equals(",") || token.equals("("))) {
                expected = true;
            } else if (open && expected) {
                String name = unquoted(token);
                boolean qualifier = i + 1 < tokens.size() && tokens.get(i + 1).equals(".");
                if (!qualifier && !token.equals(".") && known.contains(name)) {
                    tables.add(name);
                }
                expected = qualifier || token.equals(".");
                if (qualifier) {
                    i++;
                }
            }
        }
        return tables;
    }

    private static String unquoted(String token) {
        boolean quoted = token.length() > 1 && "\"`[".indexOf(token.charAt(0)) >= 0;
        return (quoted ? token.substring(1, token.length() - 1) : token).toLowerCase(Locale.ROOT);
    }

    boolean isWrite() {
        return verb.equals("INSERT") || verb.equals("UPDATE") || verb.equals("DELETE");
    }

    /** Whether it says something about objects: no reflection, no settings of the connection. */
    boolean counts() {
        return !verb.equals("PRAGMA");
    }

    /** The same statement, however many rows. */
    boolean alike(Sent other) {
        return verb.equals(other.verb) && tables.equals(other.tables) && engine.equals(other.engine);
    }

    @Override
    public String toString() {
        return verb
                + (tables.isEmpty() ? "" : " " + String.join(",", tables))
                + (rows > 1 ? " x" + rows : "")
                + (engine.equals(Recording.MAIN_ENGINE) ? "" : "@" + engine);
    }
}
