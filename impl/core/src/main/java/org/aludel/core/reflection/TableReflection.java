package org.aludel.core.reflection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aludel.schema.Column;
import org.aludel.schema.ForeignKeyAction;
import org.aludel.schema.ForeignKeyOption;
import org.aludel.schema.Identity;
import org.aludel.schema.Index;
import org.aludel.schema.Inspector;
import org.aludel.schema.MetaData;
import org.aludel.schema.Reflected;
import org.aludel.schema.Table;
import org.aludel.schema.TableItem;
import org.aludel.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Makes tables of a MetaData out of what an inspector finds, a table before those it refers to. */
final class TableReflection {

    private final Inspector inspector;
    private final MetaData metaData;

    TableReflection(Inspector inspector, MetaData metaData) {
        this.inspector = inspector;
        this.metaData = metaData;
    }

    Table reflect(@Nullable String schema, String name, List<TableItem> overrides) {
        String full = schema == null ? name : schema + "." + name;
        Table known = metaData.find(full);
        if (known != null) {
            return known;
        }
        Table table = metaData.table(full, items(schema, name, overrides));
        for (Reflected.ForeignKeyInfo key : inspector.foreignKeys(schema, name)) {
            reflect(schemaOf(key, schema), key.referredTable(), List.of());
        }
        return table;
    }

    private List<TableItem> items(@Nullable String schema, String name, List<TableItem> overrides) {
        Map<String, Column<?>> own = new LinkedHashMap<>();
        for (TableItem item : overrides) {
            if (item instanceof Column<?> column) {
                own.put(column.name(), column);
            }
        }
        Reflected.KeyInfo primaryKey = inspector.primaryKey(schema, name);
        List<TableItem> items = new ArrayList<>();
        Map<String, String> keys = new LinkedHashMap<>();
        for (Reflected.ColumnInfo info : inspector.columns(schema, name)) {
            Column<?> given = own.remove(info.name());
            Column<?> column = given != null
                    ? given
                    : column(
                            info,
                            primaryKey.columns().contains(info.name()),
                            primaryKey.columns().size() == 1);
            keys.put(column.name(), column.key());
            items.add(column);
        }
        items.addAll(own.values());
        overrides.stream().filter(item -> !(item instanceof Column<?>)).forEach(items::add);
        if (!primaryKey.columns().isEmpty()) {
            var constraint = Sql.primaryKey(keysOf(primaryKey.columns(), keys));
            items.add(primaryKey.name() == null ? constraint : constraint.named(primaryKey.name()));
        }
        for (Reflected.ForeignKeyInfo key : inspector.foreignKeys(schema, name)) {
            items.add(foreignKey(key, schema, keys));
        }
        List<Reflected.UniqueInfo> uniques = inspector.uniqueConstraints(schema, name);
        for (Reflected.UniqueInfo unique : uniques) {
            var constraint = Sql.unique(keysOf(unique.columns(), keys));
            items.add(unique.name() == null ? constraint : constraint.named(unique.name()));
        }
        for (Reflected.CheckInfo check : inspector.checkConstraints(schema, name)) {
            var constraint = Sql.check(check.sql());
            items.add(check.name() == null ? constraint : constraint.named(check.name()));
        }
        for (Reflected.IndexInfo index : inspector.indexes(schema, name)) {
            boolean ofColumns = index.columns().stream().allMatch(keys::containsKey);
            if (index.duplicatesConstraint() == null && ofColumns) {
                Index plain = Index.over(index.name(), keysOf(index.columns(), keys));
                items.add(index.unique() ? plain.asUnique() : plain);
            }
        }
        return items;
    }

    private static String[] keysOf(List<? extends @Nullable String> names, Map<String, String> keys) {
        return names.stream()
                .map(name -> keys.getOrDefault(name, String.valueOf(name)))
                .toArray(String[]::new);
    }

    private static Column<?> column(Reflected.ColumnInfo info, boolean inKey, boolean onlyKey) {
        Column<?> column = Column.of(info.name(), info.type());
        if (!info.nullable() && !inKey) {
            column = column.notNull();
        }
        Reflected.IdentityInfo identity = info.identity();
        if (identity != null) {
            column = column.identity(identity(identity));
        } else if (info.autoincrement()) {
            column = column.autoincrement(true);
        } else if (inKey && onlyKey) {
            column = column.autoincrement(false);
        }
        if (info.computedBy() != null) {
            column = column.computed(Sql.literalColumn(info.computedBy(), info.type()), info.stored());
        } else if (info.defaultSql() != null) {
            column = column.serverDefault(Sql.literalColumn(info.defaultSql(), info.type()));
        }
        return info.comment() == null ? column : column.comment(info.comment());
    }

    private static Identity identity(Reflected.IdentityInfo info) {
        return new Identity(info.always(), info.start(), info.increment());
    }

    private TableItem foreignKey(Reflected.ForeignKeyInfo key, @Nullable String schema, Map<String, String> keys) {
        String target = key.referredSchema() == null && schema == null
                ? key.referredTable()
                : schemaOf(key, schema) + "." + key.referredTable();
        List<ForeignKeyOption> options = new ArrayList<>();
        if (key.name() != null) {
            options.add(ForeignKeyOption.named(key.name()));
        }
        if (key.onDelete() != null && key.onDelete() != ForeignKeyAction.NO_ACTION) {
            options.add(ForeignKeyOption.onDelete(key.onDelete()));
        }
        if (key.onUpdate() != null && key.onUpdate() != ForeignKeyAction.NO_ACTION) {
            options.add(ForeignKeyOption.onUpdate(key.onUpdate()));
        }
        if (key.deferrable()) {
            options.add(ForeignKeyOption.deferrable(key.initiallyDeferred()));
        }
        return Sql.foreignKey(keysOf(key.columns(), keys))
                .references(key.referredColumns().stream()
                        .map(column -> target + "." + column)
                        .collect(Collectors.toList())
                        .toArray(String[]::new))
                .with(options.toArray(ForeignKeyOption[]::new));
    }

    private static @Nullable String schemaOf(Reflected.ForeignKeyInfo key, @Nullable String schema) {
        return key.referredSchema() == null ? schema : key.referredSchema();
    }
}
