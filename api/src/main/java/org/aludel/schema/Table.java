package org.aludel.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.errors.ArgumentException;
import org.aludel.sql.Delete;
import org.aludel.sql.FromItem;
import org.aludel.sql.Insert;
import org.aludel.sql.Node;
import org.aludel.sql.Sql;
import org.aludel.sql.Update;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.TypeFamily;
import org.jspecify.annotations.Nullable;

/**
 * A table: its columns, constraints and indexes. Made by {@link MetaData#table}; there is one per name in a MetaData.
 *
 * @since 0.1
 */
public class Table implements FromItem {

    private final MetaData metaData;
    private final @Nullable String schema;
    private final String name;
    private final Map<String, Column<?>> columns;
    private final List<Column<?>> columnList;
    private final PrimaryKey primaryKey;
    private final List<Column<?>> keyColumns;
    private final List<ForeignKey> foreignKeys;
    private final List<Constraint> constraints;
    private final List<Index> indexes;
    private final @Nullable Column<?> generated;

    Table(MetaData metaData, @Nullable String schema, String name, List<? extends TableItem> items) {
        this.metaData = metaData;
        this.schema = schema;
        this.name = name;
        this.primaryKey = primaryKeyOf(items);
        this.columns = attach(items);
        this.columnList = List.copyOf(columns.values());
        this.keyColumns = named(primaryKey.columns());
        this.foreignKeys = new ArrayList<>();
        this.constraints = new ArrayList<>();
        this.indexes = new ArrayList<>();
        collect(items);
        this.generated = findGenerated();
    }

    private static PrimaryKey primaryKeyOf(List<? extends TableItem> items) {
        List<String> keys = new ArrayList<>();
        for (TableItem item : items) {
            if (item instanceof PrimaryKey declared) {
                return declared;
            }
            if (item instanceof Column<?> column && column.isPrimaryKey()) {
                keys.add(column.key());
            }
        }
        return new PrimaryKey(null, List.copyOf(keys));
    }

    private Map<String, Column<?>> attach(List<? extends TableItem> items) {
        Map<String, Column<?>> attached = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (TableItem item : items) {
            if (!(item instanceof Column<?> column)) {
                continue;
            }
            if (attached.containsKey(column.key()) || !names.add(column.name())) {
                throw new ArgumentException(
                        "ALU-0120",
                        "two columns have the same name; where: " + fullName() + "." + column.name()
                                + "; what to do: name each column once");
            }
            Column<?> own = primaryKey.columns().contains(column.key()) ? column.asPrimaryKey() : column;
            attached.put(column.key(), own.on(this));
        }
        return attached;
    }

    private void collect(List<? extends TableItem> items) {
        for (Column<?> column : columnList) {
            for (ColumnTraits.Reference reference : column.references()) {
                Column<?> target = reference.column();
                foreignKeys.add(new ForeignKey(
                        this,
                        List.of(column),
                        List.of(target == null ? String.valueOf(reference.target()) : target.toString()),
                        target == null ? null : List.of(target),
                        reference.option()));
            }
            if (column.isUnique() && !column.isIndexed()) {
                constraints.add(new UniqueConstraint(null, List.of(column.key()), false, false));
            }
            if (column.isIndexed()) {
                Index index = Index.over("ix_" + name + "_" + column.name(), column.key());
                indexes.add(column.isUnique() ? index.asUnique() : index);
            }
        }
        for (TableItem item : items) {
            if (item instanceof ForeignKeySpec.Referring referring) {
                foreignKeys.add(new ForeignKey(
                        this, named(referring.columns()), referring.targets(), null, referring.option()));
            } else if (item instanceof UniqueConstraint || item instanceof CheckConstraint) {
                constraints.add((Constraint) item);
            } else if (item instanceof Index index) {
                indexes.add(index);
            }
        }
        constraints.addAll(foreignKeys);
        for (Constraint constraint : constraints) {
            if (constraint instanceof UniqueConstraint unique) {
                named(unique.columns());
            }
        }
    }

    private @Nullable Column<?> findGenerated() {
        for (Column<?> column : columnList) {
            if (column.identityOptions() != null || Boolean.TRUE.equals(column.autoincrement())) {
                return column;
            }
        }
        if (keyColumns.size() != 1) {
            return null;
        }
        Column<?> only = keyColumns.get(0);
        boolean possible = only.type().family() == TypeFamily.INTEGER
                && !Boolean.FALSE.equals(only.autoincrement())
                && only.onInsert() == null
                && only.serverDefault() == null
                && foreignKeys.stream().noneMatch(key -> key.columns().contains(only));
        return possible ? only : null;
    }

    /** Columns by key. */
    private List<Column<?>> named(List<String> keys) {
        List<Column<?>> found = new ArrayList<>(keys.size());
        for (String key : keys) {
            found.add(c(key));
        }
        return List.copyOf(found);
    }

    /**
     * Defines a table as it is in the database, together with those it refers to.
     *
     * <pre>{@code
     * Table users = Table.reflect("users", new MetaData(), engine);
     * }</pre>
     *
     * @param name {@code table} or {@code schema.table}
     * @param overrides columns that are taken instead of those found by the same name, and further items
     * @return the table of that name in the MetaData; the one that is there already, if it is
     * @throws org.aludel.errors.InvalidRequestException ALU-0126 if the database has no such table
     */
    public static Table reflect(String name, MetaData metaData, Engine engine, TableItem... overrides) {
        return reflect(name, metaData, Inspector.of(engine), overrides);
    }

    /** As {@link #reflect(String, MetaData, Engine, TableItem...)}, through an inspector. */
    public static Table reflect(String name, MetaData metaData, Inspector inspector, TableItem... overrides) {
        int dot = name.lastIndexOf('.');
        return dot < 0
                ? inspector.reflect(metaData, null, name, overrides)
                : inspector.reflect(metaData, name.substring(0, dot), name.substring(dot + 1), overrides);
    }

    public final MetaData metaData() {
        return metaData;
    }

    public final @Nullable String schema() {
        return schema;
    }

    public final String name() {
        return name;
    }

    /** The name with the schema before it, if there is one. */
    public final String fullName() {
        return schema == null ? name : schema + "." + name;
    }

    @Override
    public final String label() {
        return fullName();
    }

    @Override
    public final List<Column<?>> columns() {
        return columnList;
    }

    @Override
    public final @Nullable Column<?> find(String key) {
        Column<?> column = columns.get(key);
        return column != null ? column : FromItem.super.find(key);
    }

    /** The columns of the primary key. */
    public final List<Column<?>> primaryKey() {
        return keyColumns;
    }

    /** The primary key as a constraint, which may have a name. */
    public final PrimaryKey primaryKeyConstraint() {
        return primaryKey;
    }

    public final List<ForeignKey> foreignKeys() {
        return Collections.unmodifiableList(foreignKeys);
    }

    /** Unique, check and foreign key constraints. */
    public final List<Constraint> constraints() {
        return Collections.unmodifiableList(constraints);
    }

    public final List<Index> indexes() {
        return Collections.unmodifiableList(indexes);
    }

    /** The column whose values the database generates; null if there is none. */
    public final @Nullable Column<?> generatedColumn() {
        return generated;
    }

    /** Whether a foreign key leads from here to a table. */
    public final boolean references(Table other) {
        return foreignKeys.stream().anyMatch(key -> key.leadsTo(other));
    }

    /** Creates the table if it is not there. */
    public final void create(Connection connection) {
        new SchemaChanges(connection, true).create(List.of(this), List.of());
    }

    /** Drops the table if it is there. */
    public final void drop(Connection connection) {
        new SchemaChanges(connection, true).drop(List.of(this), List.of());
    }

    public final Insert insert() {
        return Sql.insert(this);
    }

    public final Update update() {
        return Sql.update(this);
    }

    public final Delete delete() {
        return Sql.delete(this);
    }

    @Override
    public final void accept(NodeVisitor visitor) {
        visitor.visitTable(this);
    }

    @Override
    public final void forEachChild(Consumer<? super Node> action) {}

    @Override
    public final void writeTo(StructureWriter writer) {
        writer.atom(this);
    }

    @Override
    public final String toString() {
        return fullName() + columnList.stream().map(Column::name).collect(Collectors.joining(", ", "(", ")"));
    }
}
