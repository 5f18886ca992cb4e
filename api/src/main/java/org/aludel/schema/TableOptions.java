package org.aludel.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.sql.QuotedName;
import org.jspecify.annotations.Nullable;

/**
 * What a table has besides columns, constraints and indexes.
 *
 * <pre>{@code
 * metadata.table("hits", TableOptions.none().comment("one per visit").option("mysql_engine", "InnoDB"), column("id", BIGINT).primaryKey())
 * }</pre>
 *
 * @param schema its schema; null for that of the MetaData
 * @param comment a remark kept in the database; null for none
 * @param prefixes words between CREATE and TABLE
 * @param quote whether its name is always or never in quotes; null for the rule
 * @param options what is said to some databases only
 * @param info what the program wants to remember
 * @since 0.1
 */
public record TableOptions(
        @Nullable String schema,
        @Nullable String comment,
        List<String> prefixes,
        @Nullable Boolean quote,
        Options options,
        Map<String, Object> info) {

    private static final TableOptions NONE = new TableOptions(null, null, List.of(), null, Options.NONE, Map.of());

    public TableOptions {
        prefixes = List.copyOf(prefixes);
        info = Map.copyOf(info);
    }

    /** Nothing. */
    public static TableOptions none() {
        return NONE;
    }

    /** In a schema. */
    public TableOptions schema(String schema) {
        return new TableOptions(schema, comment, prefixes, quote, options, info);
    }

    /** In the schema of the MetaData. */
    TableOptions inDefaultSchema() {
        return schema == null ? this : new TableOptions(null, comment, prefixes, quote, options, info);
    }

    /** With a schema that is always or never in quotes. */
    public TableOptions quoteSchema(boolean on) {
        return schema == null ? this : schema(QuotedName.of(schema, on));
    }

    /** With a remark kept in the database. */
    public TableOptions comment(String comment) {
        return new TableOptions(schema, comment, prefixes, quote, options, info);
    }

    /** With words between CREATE and TABLE, as TEMPORARY. */
    public TableOptions prefix(String... words) {
        List<String> more = new ArrayList<>(prefixes);
        more.addAll(List.of(words));
        return new TableOptions(schema, comment, more, quote, options, info);
    }

    /** With a name that is always or never in quotes. */
    public TableOptions quote(boolean on) {
        return new TableOptions(schema, comment, prefixes, on, options, info);
    }

    /**
     * With an option of a dialect, as {@code mysql_engine}.
     *
     * @throws org.aludel.errors.ArgumentException ALU-0141 if the name has no dialect before it
     */
    public TableOptions option(String name, Object value) {
        return new TableOptions(schema, comment, prefixes, quote, options.and(name, value), info);
    }

    /** With something that the program wants to remember. */
    public TableOptions info(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(info);
        more.put(key, value);
        return new TableOptions(schema, comment, prefixes, quote, options, more);
    }
}
