package org.aludel.core.dialect;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import org.aludel.sql.QuotedName;
import org.jspecify.annotations.Nullable;

/**
 * How a database writes names: which need quotes, and how it keeps those that have none. Names in lower case count as
 * names without case, as in SQLAlchemy.
 */
public class Identifiers {

    /** How a database keeps names written without quotes. */
    public enum Folding {
        LOWER,
        UPPER,
        AS_WRITTEN
    }

    /** Words that SQL reserves everywhere. */
    private static final Set<String> STANDARD = words("""
            all analyse analyze and any array as asc asymmetric authorization between binary both case cast check
            collate column constraint create cross current_date current_role current_time current_timestamp current_user
            default deferrable desc distinct do else end except false for foreign freeze from full grant group having
            ilike in initially inner intersect into is isnull join leading left like limit localtime localtimestamp
            natural new not notnull null off offset old on only or order outer overlaps placing primary references
            right select session_user set similar some symmetric table then to trailing true union unique user using
            verbose when where""");

    private final char open;
    private final char close;
    private final Folding folding;
    private final Set<String> reserved;
    private final String illegalFirst;

    /**
     * @param open opening quote
     * @param close closing quote
     * @param more words reserved besides those of the standard, separated by spaces
     */
    public Identifiers(char open, char close, Folding folding, String more) {
        this(open, close, folding, union(STANDARD, words(more)), "$");
    }

    /**
     * @param open opening quote
     * @param close closing quote
     * @param reserved all words that are reserved, in lower case
     * @param illegalFirst characters besides digits that a name without quotes can't begin with
     */
    public Identifiers(char open, char close, Folding folding, Set<String> reserved, String illegalFirst) {
        this.open = open;
        this.close = close;
        this.folding = folding;
        this.reserved = Set.copyOf(reserved);
        this.illegalFirst = illegalFirst;
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    /** The words of a text, separated by white space. */
    public static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (StringTokenizer tokens = new StringTokenizer(text); tokens.hasMoreTokens(); ) {
            words.add(tokens.nextToken());
        }
        return words;
    }

    /** A name as it stands in SQL: in quotes if it needs them. */
    public String quote(String name) {
        if (QuotedName.isMarked(name)) {
            String text = QuotedName.text(name);
            Boolean always = QuotedName.quoted(name);
            return (always != null ? always : needsQuotes(text)) ? quoted(text) : text;
        }
        return needsQuotes(name) ? quoted(name) : name;
    }

    /** A name in quotes. */
    public String quoted(String name) {
        return open + name.replace(String.valueOf(close), String.valueOf(close) + close) + close;
    }

    /** A name with that of its schema before it. */
    public String qualified(@Nullable String schema, String name) {
        return schema == null ? quote(name) : schema(schema) + "." + quote(name);
    }

    /** The name of a schema, which may have parts. */
    public String schema(String schema) {
        return quote(schema);
    }

    /** A name as the database keeps it. */
    public String stored(String name) {
        if (QuotedName.isMarked(name)) {
            String text = QuotedName.text(name);
            Boolean always = QuotedName.quoted(name);
            return (always != null ? always : needsQuotes(text)) ? text : folded(text);
        }
        return needsQuotes(name) ? name : folded(name);
    }

    private String folded(String name) {
        return switch (folding) {
            case LOWER -> name.toLowerCase(Locale.ROOT);
            case UPPER -> name.toUpperCase(Locale.ROOT);
            case AS_WRITTEN -> name;
        };
    }

    /**
     * A name that the database keeps, as programs write it: in lower case if it needs no quotes. A name that is kept in lower
     * case where others are in capitals says itself that it needs quotes.
     */
    public String normalized(String stored) {
        if (folding != Folding.UPPER) {
            return stored;
        }
        String lower = stored.toLowerCase(Locale.ROOT);
        if (stored.equals(stored.toUpperCase(Locale.ROOT))) {
            return needsQuotes(lower) ? stored : lower;
        }
        return stored.equals(lower) && !needsQuotes(stored) ? QuotedName.of(stored, true) : stored;
    }

    private boolean needsQuotes(String name) {
        if (name.isEmpty() || reserved.contains(name)) {
            return true;
        }
        char first = name.charAt(0);
        if (first >= '0' && first <= '9' || illegalFirst.indexOf(first) >= 0) {
            return true;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '$';
            if (!plain) {
                return true;
            }
        }
        return false;
    }
}
