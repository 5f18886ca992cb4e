package org.aludel.dialects.mysql;

import java.util.ArrayList;
import java.util.List;
import org.aludel.sql.Dialect;
import org.aludel.types.SpecificType;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * A text type of MySQL's with its character set and collation.
 *
 * @param name with its length or labels: {@code VARCHAR(30)}, {@code ENUM('a','b')}
 * @param base the type whose values these are
 * @param options what was said about characters
 * @since 0.1
 */
public record MySqlText<T>(String name, Type<T> base, Options options) implements SpecificType<T> {

    /** What is said about characters: set, collation, and the old words for them. */
    record Options(
            @Nullable String charset,
            @Nullable String collation,
            boolean ascii,
            boolean unicode,
            boolean binary,
            boolean national) {

        static final Options NONE = new Options(null, null, false, false, false, false);
    }

    MySqlText(String name, Type<T> base) {
        this(name, base, Options.NONE);
    }

    private MySqlText<T> with(Options changed) {
        return new MySqlText<>(name, base, changed);
    }

    /** The same in a character set. */
    public MySqlText<T> charset(String set) {
        return with(
                new Options(set, options.collation, options.ascii, options.unicode, options.binary, options.national));
    }

    /** The same in an order of characters. */
    public MySqlText<T> collation(String collation) {
        return with(new Options(
                options.charset, collation, options.ascii, options.unicode, options.binary, options.national));
    }

    /** ASCII: latin1. */
    public MySqlText<T> ascii() {
        return with(new Options(
                options.charset, options.collation, true, options.unicode, options.binary, options.national));
    }

    /** UNICODE: ucs2. */
    public MySqlText<T> unicode() {
        return with(
                new Options(options.charset, options.collation, options.ascii, true, options.binary, options.national));
    }

    /** BINARY: the binary collation of the character set. */
    public MySqlText<T> binary() {
        return with(new Options(
                options.charset, options.collation, options.ascii, options.unicode, true, options.national));
    }

    /** NATIONAL: utf8, whatever else was said about the set. */
    public MySqlText<T> national() {
        return with(
                new Options(options.charset, options.collation, options.ascii, options.unicode, options.binary, true));
    }

    @Override
    public @Nullable String spelling(String dialect) {
        return MySqlTypes.isKnownTo(dialect) ? toString() : null;
    }

    /** Casts know CHAR alone. */
    @Override
    public String castSql(Dialect dialect) {
        int length = name.indexOf('(');
        boolean labels = name.startsWith("ENUM") || name.startsWith("SET");
        return new MySqlText<>("CHAR" + (length < 0 || labels ? "" : name.substring(length)), base, options).toString();
    }

    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        if (options.national) {
            words.add("NATIONAL");
        }
        words.add(name);
        if (!options.national) {
            if (options.charset != null) {
                words.add("CHARACTER SET " + options.charset);
            } else if (options.ascii) {
                words.add("ASCII");
            } else if (options.unicode) {
                words.add("UNICODE");
            }
        }
        if (options.collation != null) {
            words.add("COLLATE " + options.collation);
        } else if (options.binary) {
            words.add("BINARY");
        }
        return String.join(" ", words);
    }
}
