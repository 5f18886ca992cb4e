package org.aludel.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aludel.errors.ArgumentException;
import org.aludel.sql.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * What a definition says to some databases only: options named after the dialect that reads them, as
 * {@code mysql_engine} or {@code postgresql_where}. Other dialects pass them over.
 *
 * @since 0.1
 */
public final class Options {

    /** No options. */
    public static final Options NONE = new Options(Map.of());

    private final Map<String, Object> values;

    private Options(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * These and another one.
     *
     * @param name the dialect's name, an underscore, the option's name
     * @throws ArgumentException ALU-0141 if the name has no dialect before it
     */
    public Options and(String name, Object value) {
        int underscore = name.indexOf('_');
        if (underscore <= 0 || underscore == name.length() - 1) {
            throw new ArgumentException(
                    "ALU-0141",
                    "an option must begin with the name of a dialect; where: " + name
                            + "; what to do: write <dialect>_<option>, as mysql_engine");
        }
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Options(Collections.unmodifiableMap(more));
    }

    /** An option for a dialect, by its name without the dialect's; null if it is not given. */
    public @Nullable Object get(Dialect dialect, String name) {
        return of(dialect).get(name);
    }

    /** The options for a dialect, by their names without the dialect's. */
    public Map<String, Object> of(Dialect dialect) {
        if (values.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> own = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            int underscore = entry.getKey().indexOf('_');
            if (dialect.isKindOf(entry.getKey().substring(0, underscore))) {
                own.put(entry.getKey().substring(underscore + 1), entry.getValue());
            }
        }
        return own;
    }

    /** All of them, by their whole names. */
    public Map<String, Object> asMap() {
        return values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Options that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
