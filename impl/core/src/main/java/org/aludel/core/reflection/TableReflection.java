package org.aludel.core.reflection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.errors.InvalidRequestException;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.ReflectOptions;
import org.aludel.schema.Reflected;
import org.aludel.schema.Table;
import org.aludel.schema.TableItem;
import org.aludel.schema.TableOptions;
import org.aludel.sql.QuotedName;
import org.jspecify.annotations.Nullable;

/** Defines tables as an inspector finds them, each with those it refers to; all of them, or none if one fails. */
final class TableReflection {

    private static final System.Logger LOG = System.getLogger("org.aludel.reflection");

    private final CoreInspector inspector;
    private final MetaData metaData;
    private final ReflectOptions options;
    private final Set<String> seen = new HashSet<>();
    private final List<Table> defined = new ArrayList<>();

    TableReflection(CoreInspector inspector, MetaData metaData, ReflectOptions options) {
        this.inspector = inspector;
        this.metaData = metaData;
        this.options = options;
    }

    Table reflect(@Nullable String givenSchema, String name, List<TableItem> overrides) {
        String schema = givenSchema == null ? metaData.schema() : givenSchema;
        try {
            return define(schema, name, overrides);
        } catch (RuntimeException | Error e) {
            // what was defined on the way would be half a picture
            defined.forEach(metaData::remove);
            throw e;
        }
    }

    private Table define(@Nullable String schema, String name, List<TableItem> overrides) {
        String full = QuotedName.text(schema == null ? name : schema + "." + name);
        Table known = metaData.find(full);
        if (known != null && (!options.isExtendExisting() || !seen.add(full))) {
            return known;
        }
        seen.add(full);
        List<Reflected.ForeignKeyInfo> keys = inspector.foreignKeys(schema, name);
        FoundTable found = new FoundTable(inspector, options, schema, name, inspector.dialect());
        Table table;
        if (known == null) {
            table = metaData.table(
                    schema == null && name.indexOf('.') >= 0 ? QuotedName.of(name, true) : name,
                    tableOptions(schema, name),
                    found.items(overrides, keys));
            defined.add(table);
        } else {
            table = extend(known, found, overrides, keys);
        }
        if (options.isResolveForeignKeys()) {
            for (Reflected.ForeignKeyInfo key : keys) {
                follow(table, key, key.referredSchema() == null ? schema : key.referredSchema());
            }
        }
        return table;
    }

    /** A database may hold keys to tables that are not there, where it was told not to look. */
    private void follow(Table table, Reflected.ForeignKeyInfo key, @Nullable String schema) {
        String target = schema == null ? key.referredTable() : schema + "." + key.referredTable();
        if (metaData.find(target) == null && !inspector.hasTable(schema, key.referredTable())) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a foreign key refers to a table that is not there; where: {0}.{1} to {2}; it stays in the"
                            + " definition, and is an error where the table is needed",
                    table.fullName(),
                    key.columns(),
                    QuotedName.text(target));
            return;
        }
        define(schema, key.referredTable(), List.of());
    }

    private TableOptions tableOptions(@Nullable String schema, String name) {
        TableOptions all = TableOptions.none();
        if (schema != null) {
            all = all.schema(schema);
        }
        String comment = inspector.comment(schema, name);
        if (comment != null) {
            all = all.comment(comment);
        }
        for (Map.Entry<String, Object> option :
                inspector.tableOptions(schema, name).asMap().entrySet()) {
            all = all.option(option.getKey(), option.getValue());
        }
        return all;
    }

    /** What is there already, with what the database has besides. */
    private Table extend(
            Table known, FoundTable found, List<TableItem> overrides, List<Reflected.ForeignKeyInfo> keys) {
        if (known.getClass() != Table.class) {
            throw new InvalidRequestException(
                    "ALU-0354",
                    "a table of a record of columns can't be extended; where: " + known.fullName()
                            + "; what to do: define it with plain columns, or leave it out");
        }
        List<TableItem> kept = new ArrayList<>(overrides);
        Set<String> named = new HashSet<>();
        for (TableItem item : known.items()) {
            boolean replaced = item instanceof Column<?> && options.isReplaceColumns();
            if (!replaced) {
                kept.add(item);
            }
            if (nameOf(item) != null) {
                named.add(String.valueOf(nameOf(item)));
            }
        }
        List<TableItem> all = new ArrayList<>();
        for (TableItem item : found.items(kept, keys)) {
            boolean twice = nameOf(item) != null && named.contains(nameOf(item)) && !kept.contains(item);
            if (!twice) {
                all.add(item);
            }
        }
        if (options.isReplaceColumns()) {
            // columns that the program has and the database does not
            Set<String> there = new HashSet<>();
            all.forEach(item -> {
                if (item instanceof Column<?> column) {
                    there.add(column.name());
                }
            });
            known.items().stream()
                    .filter(item -> item instanceof Column<?> column && !there.contains(column.name()))
                    .forEach(all::add);
        }
        return known.redefine(all);
    }

    private static @Nullable String nameOf(TableItem item) {
        return item instanceof Constraint constraint
                ? constraint.name()
                : item instanceof Index index ? index.name() : null;
    }
}
