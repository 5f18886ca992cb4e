package org.aludel.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.sql.Dialect;
import org.aludel.sql.QuotedName;
import org.jspecify.annotations.Nullable;

/**
 * Tables that belong together. Define them in one thread; afterwards it may be used by many.
 *
 * @since 0.1
 */
public final class MetaData {

    private final @Nullable String schema;
    private volatile NamingConvention namingConvention = NamingConvention.standard();
    private final DdlHooks hooks = new DdlHooks();
    private final Map<String, Table> tables = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, Sequence> sequences = Collections.synchronizedMap(new LinkedHashMap<>());

    private volatile @Nullable Engine engine;

    /** Tables in the database's default schema. */
    public MetaData() {
        this(null);
    }

    /** Tables in a schema, unless they name another. */
    public MetaData(@Nullable String schema) {
        this.schema = schema;
    }

    /**
     * Defines a table, or, with a name alone, gives the one that is defined.
     *
     * @param name its name, with a schema before it if it is in one: {@code sales.orders}
     * @throws ArgumentException ALU-0122 if it is defined already, ALU-0123 if it is asked for and not defined
     */
    public Table table(String name, TableItem... items) {
        return items.length == 0 ? existing(name) : table(name, TableOptions.none(), List.of(items));
    }

    /** How constraints and indexes are named that have no name of their own. */
    public NamingConvention namingConvention() {
        return namingConvention;
    }

    /** Sets how constraints and indexes are named that have no name of their own. */
    public MetaData namingConvention(NamingConvention convention) {
        namingConvention = convention;
        return this;
    }

    /** Sets templates of names by kind: {@code Map.of("uq", "uq_%(table_name)s_%(column_0_name)s")}. */
    public MetaData namingConvention(Map<String, String> templates) {
        NamingConvention convention = NamingConvention.standard();
        for (Map.Entry<String, String> template : templates.entrySet()) {
            convention = convention.with(template.getKey(), template.getValue());
        }
        return namingConvention(convention);
    }

    /** The schema of tables that name none; null for the database's default. */
    public @Nullable String schema() {
        return schema;
    }

    /** Defines a table of columns made at run time. */
    public Table table(String name, List<? extends TableItem> items) {
        return table(name, TableOptions.none(), items);
    }

    /** Defines a table with options. */
    public Table table(String name, TableOptions options, TableItem... items) {
        return table(name, options, List.of(items));
    }

    /**
     * Defines a table with options.
     *
     * @param name its name, with a schema before it unless the options name one
     * @throws ArgumentException ALU-0122 if it is defined already
     */
    public Table table(String name, TableOptions options, List<? extends TableItem> items) {
        String ownSchema = options.schema();
        return add(
                ownSchema == null
                        ? new Table(this, schemaOf(name), plain(name), options, items)
                        : new Table(this, ownSchema, name, options, items));
    }

    /**
     * Defines a table whose columns are the components of a record.
     *
     * @throws ArgumentException ALU-0122 if it is defined already
     */
    public <R extends Record> TypedTable<R> table(String name, R columns, TableItem... others) {
        TypedTable<R> table = new TypedTable<>(this, schemaOf(name), plain(name), columns, List.of(others));
        add(table);
        return table;
    }

    /** The table that is defined under a name, as it is; defined with these items if there is none. */
    public Table useExisting(String name, TableItem... items) {
        Table table = find(name);
        return table == null ? table(name, List.of(items)) : table;
    }

    /**
     * The table that is defined under a name, with these items besides, as long as no statement has used it: columns take
     * the place of those with their names, and then belong to the new definition as all others do. Defined with the items
     * if there is none.
     */
    public Table extendExisting(String name, TableItem... items) {
        Table table = find(name);
        return table == null ? table(name, List.of(items)) : table.extend(List.of(items));
    }

    private Table existing(String name) {
        Table table = find(name);
        if (table == null) {
            throw new ArgumentException(
                    "ALU-0123",
                    "the table is not defined; where: " + name + " of " + tables.keySet()
                            + "; what to do: define it with columns");
        }
        return table;
    }

    private Table add(Table table) {
        if (tables.putIfAbsent(table.fullName(), table) != null) {
            throw new ArgumentException(
                    "ALU-0122",
                    "the table is defined already; where: " + table.fullName()
                            + "; what to do: ask for it by name alone, or remove the first definition");
        }
        return table;
    }

    /** A table by its name, with the schema before it if it is in one; null if it is not defined. */
    public @Nullable Table find(String name) {
        String plain = QuotedName.text(name);
        Table table = tables.get(plain);
        return table == null && schema != null ? tables.get(schema + "." + plain) : table;
    }

    /** Forgets a table; nothing happens in the database. */
    public void remove(Table table) {
        tables.remove(table.fullName(), table);
    }

    /** All definitions in another MetaData of their own, in the same schemas and with the same naming convention. */
    public MetaData copy() {
        return copy(SchemaCopy.plain());
    }

    /** All definitions in another MetaData of their own, with the same naming convention; bound to no engine. */
    public MetaData copy(SchemaCopy how) {
        MetaData copy = new MetaData(how.translate(schema)).namingConvention(namingConvention);
        how.copyAll(this, copy);
        return copy;
    }

    /**
     * Adds all definitions to another MetaData.
     *
     * @throws ArgumentException ALU-0122 if a table of the same name is defined there
     */
    public void copyTo(MetaData other, SchemaCopy how) {
        how.copyAll(this, other);
    }

    DdlHooks hooks() {
        return hooks;
    }

    /** The tables in the order of their definition. */
    public Collection<Table> tables() {
        synchronized (tables) {
            return List.copyOf(tables.values());
        }
    }

    /** A sequence that is created and dropped with the tables. */
    public Sequence sequence(Sequence sequence) {
        sequences.put(sequence.name(), sequence);
        return sequence;
    }

    public Collection<Sequence> sequences() {
        synchronized (sequences) {
            return List.copyOf(sequences.values());
        }
    }

    /** The tables, each after those it refers to; by name where nothing else decides. */
    public List<Table> sortedTables() {
        List<Table> byName = new ArrayList<>(tables());
        byName.sort(Comparator.comparing(Table::fullName));
        return new ArrayList<>(TableOrder.of(byName).tables());
    }

    /** The definitions that create everything on an empty database, in order, for printing or running elsewhere. */
    public List<DdlElement> createStatements(Dialect dialect) {
        return plan(dialect, false).create(tables(), sequences());
    }

    /** The definitions that create some of the tables, in order. */
    public List<DdlElement> createStatements(Dialect dialect, Collection<Table> some) {
        return plan(dialect, false).create(inOrder(some), List.of());
    }

    /**
     * The definitions that drop everything, in order.
     *
     * @throws org.aludel.errors.InvalidRequestException ALU-0146 if a foreign key that must go first has no name
     */
    public List<DdlElement> dropStatements(Dialect dialect) {
        return plan(dialect, true).drop(tables(), sequences());
    }

    /** The definitions that drop some of the tables, in order. */
    public List<DdlElement> dropStatements(Dialect dialect, Collection<Table> some) {
        return plan(dialect, true).drop(inOrder(some), List.of());
    }

    private static SchemaPlan plan(Dialect dialect, boolean there) {
        return new SchemaPlan(dialect, what -> there, SchemaChanges::given, sequence -> null, false);
    }

    /** Some tables in the order of their definition. */
    private List<Table> inOrder(Collection<Table> some) {
        List<Table> ordered = new ArrayList<>(tables());
        ordered.retainAll(some);
        return ordered;
    }

    /**
     * Defines all tables of the default schema as they are in the database; those that are defined already stay as they
     * are.
     */
    public void reflect(Engine engine) {
        reflect(engine, ReflectOptions.defaults());
    }

    /** Defines all tables of a schema as they are in the database. */
    public void reflect(Engine engine, @Nullable String ofSchema) {
        reflect(engine, ReflectOptions.defaults().schema(ofSchema));
    }

    /**
     * Defines tables as they are in the database.
     *
     * @throws InvalidRequestException ALU-0350 if tables are named that the database does not have
     */
    public void reflect(Engine engine, ReflectOptions options) {
        try (Connection connection = engine.connect()) {
            reflect(connection, options);
        }
    }

    /** As {@link #reflect(Engine, ReflectOptions)}, as the transaction of a connection sees them. */
    public void reflect(Connection connection, ReflectOptions options) {
        new SchemaReflection(this, Inspector.of(connection), options).run();
    }

    /**
     * Binds the tables to an engine: {@link #createAll()}, {@link #dropAll()} and statements on the tables then need no
     * connection, and statements print themselves in its dialect.
     *
     * @param engine the engine; null to bind to none
     * @return this
     */
    public MetaData bind(@Nullable Engine engine) {
        this.engine = engine;
        return this;
    }

    /** The engine that the tables are bound to; null if they are bound to none. */
    public @Nullable Engine engine() {
        return engine;
    }

    private Engine bound() {
        Engine known = engine;
        if (known == null) {
            throw new InvalidRequestException(
                    "ALU-0176",
                    "the tables are bound to no engine; where: MetaData of " + tables.keySet()
                            + "; what to do: give an engine or a connection, or say bind(engine) first");
        }
        return known;
    }

    /**
     * Creates the tables that are not there, in the database of the engine that they are bound to.
     *
     * @throws InvalidRequestException ALU-0176 if they are bound to none
     */
    public void createAll() {
        createAll(bound());
    }

    /**
     * Drops the tables that are there, in the database of the engine that they are bound to.
     *
     * @throws InvalidRequestException ALU-0176 if they are bound to none
     */
    public void dropAll() {
        dropAll(bound());
    }

    /**
     * Creates the tables that are not there, in one transaction where the database can.
     *
     * @throws org.aludel.errors.DatabaseException when the database refuses
     */
    public void createAll(Engine engine) {
        engine.useTransaction(this::createAll);
    }

    /**
     * Runs a statement when tables are created or dropped: {@code new DdlElement.Raw("...").onlyOn("postgresql")} is left out
     * on other dialects.
     */
    public MetaData on(DdlEvent event, DdlElement statement) {
        hooks.add(event, statement);
        return this;
    }

    /** Runs a listener when tables are created or dropped, with the connection that does it. */
    public MetaData on(DdlEvent event, Consumer<? super Connection> listener) {
        hooks.add(event, listener);
        return this;
    }

    /** Creates the tables that are not there. */
    public void createAll(Connection connection) {
        createAll(connection, true);
    }

    /**
     * Creates the tables.
     *
     * @param checkFirst whether those that are there already are left alone
     */
    public void createAll(Connection connection, boolean checkFirst) {
        new SchemaChanges(connection, checkFirst, hooks).create(tables(), sequences());
    }

    /** Creates some of the tables. */
    public void createAll(Connection connection, boolean checkFirst, Collection<Table> some) {
        new SchemaChanges(connection, checkFirst, hooks).create(inOrder(some), List.of());
    }

    /** Drops some of the tables. */
    public void dropAll(Connection connection, boolean checkFirst, Collection<Table> some) {
        new SchemaChanges(connection, checkFirst, hooks).drop(inOrder(some), List.of());
    }

    /** Drops the tables that are there, in one transaction where the database can. */
    public void dropAll(Engine engine) {
        engine.useTransaction(this::dropAll);
    }

    /** Drops the tables that are there. */
    public void dropAll(Connection connection) {
        dropAll(connection, true);
    }

    /**
     * Drops the tables.
     *
     * @param checkFirst whether those that are not there are passed over
     */
    public void dropAll(Connection connection, boolean checkFirst) {
        new SchemaChanges(connection, checkFirst, hooks).drop(tables(), sequences());
    }

    private @Nullable String schemaOf(String name) {
        int dot = dotOf(name);
        return dot < 0 ? schema : name.substring(0, dot);
    }

    private static String plain(String name) {
        return name.substring(dotOf(name) + 1);
    }

    /** Where the schema ends; a name that says itself how it is written has none before it. */
    private static int dotOf(String name) {
        return QuotedName.quoted(name) == null ? name.lastIndexOf('.') : -1;
    }
}
