package org.aludel.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.sql.Delete;
import org.aludel.sql.FromItem;
import org.aludel.sql.Insert;
import org.aludel.sql.Node;
import org.aludel.sql.QuotedName;
import org.aludel.sql.Sql;
import org.aludel.sql.Update;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;
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
    private final TableOptions options;
    private final DdlHooks hooks = new DdlHooks();
    private final ReentrantLock appending = new ReentrantLock();
    private volatile Definition definition;

    Table(
            MetaData metaData,
            @Nullable String schema,
            String name,
            TableOptions options,
            List<? extends TableItem> items) {
        this.metaData = metaData;
        this.schema = schema;
        this.name = options.quote() == null ? name : QuotedName.of(name, options.quote());
        this.options = options;
        this.definition = new Definition(this, items, null);
    }

    /**
     * Adds columns, constraints and indexes to the definition, as long as no statement has used the table; nothing happens
     * in the database.
     */
    public final Table append(TableItem... items) {
        appending.lock();
        try {
            List<TableItem> all = new ArrayList<>(definition.items());
            all.addAll(List.of(items));
            definition = new Definition(this, all, definition);
        } finally {
            appending.unlock();
        }
        return this;
    }

    /**
     * Defines the table anew, as long as no statement has used it; nothing happens in the database. Columns that were
     * taken from it before belong to the old definition.
     */
    public final Table redefine(List<? extends TableItem> items) {
        appending.lock();
        try {
            definition = new Definition(this, items, null);
        } finally {
            appending.unlock();
        }
        return this;
    }

    /** With further items; columns take the place of those that have their names. */
    final Table extend(List<? extends TableItem> more) {
        Map<String, Column<?>> replacing = new HashMap<>();
        for (TableItem item : more) {
            if (item instanceof Column<?> column) {
                replacing.put(column.key(), column);
            }
        }
        List<TableItem> all = new ArrayList<>();
        boolean replaced = false;
        for (TableItem item : items()) {
            Column<?> other = item instanceof Column<?> column ? replacing.remove(column.key()) : null;
            replaced |= other != null;
            all.add(other == null ? item : other);
        }
        if (!replaced) {
            return append(more.toArray(TableItem[]::new));
        }
        for (TableItem item : more) {
            if (!(item instanceof Column<?> column) || replacing.containsKey(column.key())) {
                all.add(item);
            }
        }
        return redefine(all);
    }

    /** What it was defined with, in order: columns, constraints and indexes. */
    public final List<TableItem> items() {
        return definition.items();
    }

    /** The same definition in another MetaData; foreign keys refer by name to the tables of that name there. */
    public final Table copyTo(MetaData other) {
        return copyTo(other, SchemaCopy.plain());
    }

    /**
     * The same definition in another MetaData, perhaps in another schema.
     *
     * @throws org.aludel.errors.ArgumentException ALU-0122 if a table of that name is defined there
     */
    public final Table copyTo(MetaData other, SchemaCopy how) {
        return how.copy(this, other);
    }

    /** What was said of it besides columns, constraints and indexes. */
    public final TableOptions options() {
        return options;
    }

    /** The remark kept in the database; null if there is none. */
    public final @Nullable String comment() {
        return options.comment();
    }

    /**
     * Defines a table as it is in the database, together with those it refers to.
     *
     * <pre>{@code
     * Table users = Table.reflect("users", new MetaData(), engine);
     * }</pre>
     *
     * @param name {@code table} or {@code schema.table}; {@code quotedName("a.b", true)} for a name with a dot in it
     * @param overrides columns that are taken instead of those found by the same name, and further items
     * @return the table of that name in the MetaData; the one that is there already, if it is
     * @throws org.aludel.errors.InvalidRequestException ALU-0126 if the database has no such table
     */
    public static Table reflect(String name, MetaData metaData, Engine engine, TableItem... overrides) {
        return reflect(name, metaData, Inspector.of(engine), overrides);
    }

    /** As {@link #reflect(String, MetaData, Engine, TableItem...)}, through an inspector. */
    public static Table reflect(String name, MetaData metaData, Inspector inspector, TableItem... overrides) {
        int dot = QuotedName.quoted(name) == null ? name.lastIndexOf('.') : -1;
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
        return QuotedName.text(schema == null ? name : schema + "." + name);
    }

    @Override
    public final String label() {
        return fullName();
    }

    @Override
    public final List<Column<?>> columns() {
        return definition.columns();
    }

    @Override
    public final @Nullable Column<?> find(String key) {
        Column<?> column = definition.column(key);
        return column != null ? column : FromItem.super.find(key);
    }

    /** The columns of the primary key. */
    public final List<Column<?>> primaryKey() {
        return definition.keyColumns();
    }

    /** The primary key as a constraint, which may have a name. */
    public final PrimaryKey primaryKeyConstraint() {
        return definition.primaryKey();
    }

    public final List<ForeignKey> foreignKeys() {
        return definition.foreignKeys();
    }

    /** Unique, check and foreign key constraints. */
    public final List<Constraint> constraints() {
        return definition.constraints();
    }

    /** The constraints that the definition of a column brings: unique, and foreign keys. */
    public final List<Constraint> constraintsOf(Column<?> column) {
        return definition.constraintsOf(column);
    }

    /** The constraints that stand beside the columns in the definition. */
    public final List<Constraint> declaredConstraints() {
        return definition.declaredConstraints();
    }

    /** A foreign key from here, without adding it to the definition. */
    public final ForeignKey foreignKey(ForeignKeySpec.Referring referring) {
        return definition.foreignKey(referring);
    }

    /** The type that a column without one takes from the column it refers to; null if that is not known yet. */
    final @Nullable Type<?> referredType(Column<?> column) {
        return definition.referredType(column);
    }

    public final List<Index> indexes() {
        return definition.indexes();
    }

    /** The column whose values the database generates; null if there is none. */
    public final @Nullable Column<?> generatedColumn() {
        return definition.generated();
    }

    /** Whether a foreign key leads from here to a table. */
    public final boolean references(Table other) {
        return foreignKeys().stream().anyMatch(key -> key.leadsTo(other));
    }

    /**
     * Runs a statement when the table is created or dropped: {@code new DdlElement.Raw("...").onlyOn("postgresql")} is left out
     * on other dialects.
     */
    public final Table on(DdlEvent event, DdlElement statement) {
        hooks.add(event, statement);
        return this;
    }

    /** Runs a listener when the table is created or dropped, with the connection that does it. */
    public final Table on(DdlEvent event, Consumer<? super Connection> listener) {
        hooks.add(event, listener);
        return this;
    }

    final DdlHooks hooks() {
        return hooks;
    }

    /** Creates the table if it is not there, in a transaction of its own. */
    public final void create(Engine engine) {
        engine.useTransaction(this::create);
    }

    /** Creates the table if it is not there. */
    public final void create(Connection connection) {
        create(connection, true);
    }

    /**
     * Creates the table.
     *
     * @param checkFirst whether one that is there already is left alone
     */
    public final void create(Connection connection, boolean checkFirst) {
        new SchemaChanges(connection, checkFirst, new DdlHooks()).create(List.of(this), List.of());
    }

    /** Drops the table if it is there, in a transaction of its own. */
    public final void drop(Engine engine) {
        engine.useTransaction(this::drop);
    }

    /** Drops the table if it is there. */
    public final void drop(Connection connection) {
        drop(connection, true);
    }

    /**
     * Drops the table.
     *
     * @param checkFirst whether one that is not there is passed over
     */
    public final void drop(Connection connection, boolean checkFirst) {
        new SchemaChanges(connection, checkFirst, new DdlHooks()).drop(List.of(this), List.of());
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
        return fullName() + columns().stream().map(Column::name).collect(Collectors.joining(", ", "(", ")"));
    }
}
