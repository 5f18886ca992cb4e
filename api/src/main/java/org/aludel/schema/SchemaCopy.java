package org.aludel.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.Ordering;
import org.aludel.sql.tree.Traversal;
import org.jspecify.annotations.Nullable;

/**
 * How definitions are copied to another MetaData: into which schemas, and whether what listens to CREATE and DROP comes
 * along. Columns, constraints, indexes, sequences, comments and options always do; foreign keys then refer to the tables
 * where they are copied to.
 *
 * <pre>{@code
 * MetaData ofTenant = metadata.copy(SchemaCopy.into("tenant_7"));
 * users.copyTo(other, SchemaCopy.plain().schema("sales", "archive").withEvents());
 * }</pre>
 *
 * @since 0.1
 */
public final class SchemaCopy {

    private static final SchemaCopy PLAIN = new SchemaCopy(Map.of(), null, false, false);

    private final Map<@Nullable String, @Nullable String> schemas;
    private final @Nullable String other;
    private final boolean all;
    private final boolean events;

    private SchemaCopy(
            Map<@Nullable String, @Nullable String> schemas, @Nullable String other, boolean all, boolean events) {
        this.schemas = new HashMap<>(schemas); // unlike Map.of() it can be asked for null
        this.other = other;
        this.all = all;
        this.events = events;
    }

    /** Each table in the schema where it is. */
    public static SchemaCopy plain() {
        return PLAIN;
    }

    /** All tables in one schema; null for the database's default. */
    public static SchemaCopy into(@Nullable String schema) {
        return new SchemaCopy(Map.of(), schema, true, false);
    }

    /**
     * The same with the tables of one schema in another.
     *
     * @param from null for the database's default
     * @param to null for the database's default
     */
    public SchemaCopy schema(@Nullable String from, @Nullable String to) {
        Map<@Nullable String, @Nullable String> more = new HashMap<>(schemas);
        more.put(from, to);
        return new SchemaCopy(more, other, all, events);
    }

    /** The same, with what runs before and after CREATE and DROP. */
    public SchemaCopy withEvents() {
        return new SchemaCopy(schemas, other, all, true);
    }

    /** The schema of a copy. */
    @Nullable
    String translate(@Nullable String schema) {
        return schemas.containsKey(schema) ? schemas.get(schema) : all ? other : schema;
    }

    void copyAll(MetaData from, MetaData to) {
        for (Sequence sequence : from.sequences()) {
            to.sequence(translated(sequence));
        }
        for (Table table : from.tables()) {
            copy(table, to);
        }
        if (events) {
            to.hooks().addAll(from.hooks());
        }
    }

    Table copy(Table table, MetaData to) {
        List<TableItem> items = new ArrayList<>();
        for (TableItem item : table.items()) {
            items.add(translated(item, table));
        }
        String schema = translate(table.schema());
        Table copy = to.table(
                table.name(),
                schema == null
                        ? table.options().inDefaultSchema()
                        : table.options().schema(schema),
                items);
        if (events) {
            copy.hooks().addAll(table.hooks());
        }
        return copy;
    }

    private TableItem translated(TableItem item, Table table) {
        if (item instanceof Column<?> column) {
            return translated(column, table);
        }
        if (item instanceof ForeignKeySpec.Referring key) {
            List<String> targets = new ArrayList<>();
            for (int i = 0; i < key.targets().size(); i++) {
                Column<?> given = key.referred() == null ? null : key.referred().get(i);
                targets.add(given == null ? target(key.targets().get(i), table) : target(given));
            }
            return new ForeignKeySpec.Referring(key.columns(), targets, null, key.option());
        }
        if (item instanceof Index index) {
            List<Object> parts = new ArrayList<>();
            for (Object part : index.columns()) {
                parts.add(loose(part, table));
            }
            return new Index(
                    index.name(),
                    parts,
                    index.unique(),
                    index.where() == null ? null : expression(index.where(), table),
                    index.options());
        }
        if (item instanceof CheckConstraint check) {
            return new CheckConstraint(
                    check.name(), expression(check.condition(), table), check.deferral(), check.options());
        }
        return item;
    }

    private <T> Column<T> translated(Column<T> column, Table table) {
        Column<T> copy = column.referring(reference ->
                reference.column() != null ? target(reference.column()) : target(reference.target(), table));
        Sequence sequence = Definition.sequence(column);
        if (sequence != null) {
            copy = copy.sequence(translated(sequence));
        }
        Expr<?> computed = column.computedBy();
        return computed == null ? copy : copy.recomputed(expression(computed, table));
    }

    private Sequence translated(Sequence sequence) {
        String schema = translate(sequence.schema());
        return new Sequence(schema, sequence.name(), sequence.options(), sequence.dataType(), sequence.isOptional());
    }

    private String target(Column<?> column) {
        Table table = column.table();
        return table == null ? column.toString() : place(table.schema(), table.name()) + "." + column.key();
    }

    private String target(@Nullable String spec, Table table) {
        String given = String.valueOf(spec);
        String column = given.substring(given.lastIndexOf('.') + 1);
        String name = given.substring(0, given.lastIndexOf('.'));
        Table found = table.metaData().find(name);
        if (found == null && table.schema() != null) {
            found = table.metaData().find(table.schema() + "." + name);
        }
        if (found != null) {
            return place(found.schema(), found.name()) + "." + column;
        }
        int dot = name.lastIndexOf('.');
        return place(dot < 0 ? null : name.substring(0, dot), name.substring(dot + 1)) + "." + column;
    }

    private String place(@Nullable String schema, String name) {
        String translated = translate(schema);
        return translated == null ? name : translated + "." + name;
    }

    /** A part of an index: its columns by key, or standing by themselves. */
    private static Object loose(Object part, Table table) {
        if (part instanceof Column<?> column && column.owner() == table) {
            return column.key();
        }
        return part instanceof Ordering && part instanceof Node node ? expression(node, table) : part;
    }

    /** An expression whose columns of the table stand by themselves, to become those of the copy. */
    @SuppressWarnings("unchecked")
    private static <N extends Node> N expression(N node, Table table) {
        return (N) Traversal.replace(
                node,
                each -> each instanceof Column<?> column && column.owner() == table
                        ? Column.of(column.name(), column.type())
                        : each);
    }
}
