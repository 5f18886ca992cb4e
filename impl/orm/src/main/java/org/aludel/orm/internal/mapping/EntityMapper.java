package org.aludel.orm.internal.mapping;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.MappingException;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.MapperOptions;
import org.aludel.orm.instrument.InstrumentedType;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.FromItem;
import org.aludel.sql.Ordering;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one mapped class: its tables, attributes, keys and relations. A subclass has the attributes of its
 * superclass as the same objects, before its own. Immutable once the registry is configured; arrays are shared and must
 * not be changed.
 */
public final class EntityMapper {

    private static final ColumnAttribute[] NO_COLUMNS = {};

    private final Class<?> type;
    private final InstrumentedType instrumented;
    private final FromItem selectable;
    private final Table[] tables;
    private final int ordinal;
    private final ClassMapping<?> mapping;
    private final Inheritance inheritance;
    private final Map<String, MappedAttribute> byName = new LinkedHashMap<>();
    private final Map<String, String> synonyms = new LinkedHashMap<>();
    private final Map<Column<?>, ColumnAttribute> byColumn = new IdentityHashMap<>();
    private final @Nullable MappedAttribute[] byIndex;
    private ColumnAttribute[] columns = NO_COLUMNS;
    private ColumnAttribute[] primaryKey = NO_COLUMNS;
    private EntityKeys keys;
    private RelationAttribute[] relations = {};
    private CompositeAttribute[] composites = {};
    private ForeignKeyEdge[] foreignKeys = {};
    private List<ConstraintSlot> uniqueSlots = List.of();
    private List<Ordering> orderBy = List.of();
    private @Nullable ColumnAttribute generatedKey;
    private @Nullable ColumnAttribute version;
    private int hiddenCount;

    /**
     * @param selectable what queries of the class select from
     * @param tables the tables that hold its rows, those referred to first; none if it can only be read
     */
    EntityMapper(ClassDeclaration declaration, FromItem selectable, List<Table> tables, int ordinal) {
        this.instrumented = declaration.instrumented;
        this.type = declaration.type;
        this.selectable = selectable;
        this.tables = tables.toArray(new Table[0]);
        this.ordinal = ordinal;
        this.mapping = declaration.mapping;
        this.byIndex = new MappedAttribute[instrumented.attributes().size()];
        this.keys = new EntityKeys(this, primaryKey);
        ClassDeclaration parent = declaration.parent;
        this.inheritance =
                new Inheritance(this, parent == null ? null : Objects.requireNonNull(parent.mapper), declaration.kind);
    }

    public Class<?> type() {
        return type;
    }

    /** The class's simple name. */
    public String name() {
        return type.getSimpleName();
    }

    public InstrumentedType instrumented() {
        return instrumented;
    }

    /** What the class is mapped to: a table, a join of tables, or a subquery. */
    public FromItem selectable() {
        return selectable;
    }

    /** The tables that hold the class's rows, those referred to first; none for a class that can only be read. */
    public Table[] tables() {
        return tables;
    }

    /**
     * The class's own table: of a joined subclass the one that it adds.
     *
     * @throws MappingException ALU-0455 if it is mapped to something that has no table
     */
    public Table table() {
        if (tables.length == 0) {
            throw new MappingException(
                    "ALU-0455",
                    name() + " is mapped to a select and has no table; where: " + place()
                            + "; what to do: only read its objects, or map it to a table or join");
        }
        return tables[tables.length - 1];
    }

    /** Whether rows of the class are in a table. */
    public boolean hasTable(Table table) {
        for (Table own : tables) {
            if (own == table) {
                return true;
            }
        }
        return false;
    }

    /** What the class is mapped to, for messages. */
    public String place() {
        return (selectable instanceof Table ? "table " : "") + selectable.label();
    }

    /** Where the class stands among mapped superclasses and subclasses. */
    public Inheritance inheritance() {
        return inheritance;
    }

    /** The mapper whose keys tell objects of the class apart: that of the topmost mapped class that shares its rows. */
    public EntityMapper root() {
        return inheritance.root();
    }

    /** The mapper of the mapped superclass. */
    public @Nullable EntityMapper superMapper() {
        return inheritance.superMapper();
    }

    /** What a query of this class selects from, its subclasses' columns included where the mapping says so. */
    public PolymorphicFrom from() {
        return inheritance.from();
    }

    /** What was said of the class as a whole. */
    public MapperOptions options() {
        return mapping.options();
    }

    /** The description that the mapper was made from: validators, listeners, options. */
    public ClassMapping<?> mapping() {
        return mapping;
    }

    /** Dense number of the mapper in its registry, in the order of {@link MapperRegistry#all()}. */
    public int ordinal() {
        return ordinal;
    }

    /** Number of attributes of the enhanced class, mapped or not. */
    public int attributeCount() {
        return byIndex.length;
    }

    /** The attribute with a run-time index; null for a field that is not mapped. */
    public @Nullable MappedAttribute byIndex(int runtimeIndex) {
        return byIndex[runtimeIndex];
    }

    /**
     * The attribute of a name.
     *
     * @throws MappingException ALU-0439 if there is none
     */
    public MappedAttribute attribute(String name) {
        MappedAttribute found = find(name);
        if (found == null) {
            throw new MappingException(
                    "ALU-0439",
                    name() + " has no mapped attribute " + name + "; where: " + place() + "; what to do: use one of "
                            + byName.keySet());
        }
        return found;
    }

    public @Nullable MappedAttribute find(String name) {
        MappedAttribute found = byName.get(name);
        if (found == null && !synonyms.isEmpty()) {
            String meant = synonyms.get(name);
            return meant == null || meant.equals(name) ? null : find(meant);
        }
        return found;
    }

    /** Other names of attributes. */
    public Map<String, String> synonyms() {
        return synonyms;
    }

    /** All columns, inherited ones first, then in table order; those without a field too. */
    public ColumnAttribute[] columns() {
        return columns;
    }

    /** Number of columns without a field. */
    public int hiddenCount() {
        return hiddenCount;
    }

    /** The primary key's columns, in key order. */
    public ColumnAttribute[] primaryKey() {
        return primaryKey;
    }

    /** The single integer key that the database generates, if the class has one. */
    public @Nullable ColumnAttribute generatedKey() {
        return generatedKey;
    }

    /** The version counter, if the class has one. */
    public @Nullable ColumnAttribute version() {
        return version;
    }

    /** Attributes that are kept in several columns, inherited ones first. */
    public CompositeAttribute[] composites() {
        return composites;
    }

    public RelationAttribute[] relations() {
        return relations;
    }

    /** Unique constraints and unique columns, without the primary key. */
    public List<ConstraintSlot> uniqueSlots() {
        return uniqueSlots;
    }

    /** Foreign keys to mapped tables. */
    public ForeignKeyEdge[] foreignKeys() {
        return foreignKeys;
    }

    /** The order of queries that ask for none. */
    public List<Ordering> orderBy() {
        return orderBy;
    }

    /**
     * The attribute of a column of the mapped tables.
     *
     * @throws MappingException ALU-0439 if the column belongs to another table
     */
    public ColumnAttribute forColumn(Column<?> column) {
        ColumnAttribute found = byColumn.get(column);
        if (found == null) {
            throw new MappingException(
                    "ALU-0439",
                    "column " + column + " is not mapped by " + name() + "; where: " + place()
                            + "; what to do: use a column of it");
        }
        return found;
    }

    /** The attribute of a column, or null. */
    public @Nullable ColumnAttribute findColumn(Column<?> column) {
        return byColumn.get(column);
    }

    /** A new instance whose fields have default values; no constructor of the user runs. */
    public Object newInstance() {
        return instrumented.newInstance();
    }

    /** The key of an instance as its fields stand now; null if a part of it is null. */
    public @Nullable EntityKey keyOf(Object instance, @Nullable HiddenValues state) {
        return keys.of(instance, state);
    }

    /**
     * The key of some values, converted to the attributes' own types where nothing is lost.
     *
     * @param values one per column of the primary key, or a single collection of them
     * @throws ArgumentException ALU-0438 for a wrong number of values or a type that does not fit
     */
    public EntityKey key(@Nullable Object... values) {
        return keys.of(values);
    }

    /**
     * For the generated populator: at which column of a row each attribute stands.
     *
     * @param selected the attributes as they stand in the row, in order; columns without a field are left out
     * @param firstColumn the row's column of the first of them
     */
    public int[] loadColumns(ColumnAttribute[] selected, int firstColumn) {
        int[] places = new int[byIndex.length];
        Arrays.fill(places, -1);
        for (int i = 0; i < selected.length; i++) {
            if (!selected[i].isHidden()) {
                places[selected[i].index()] = firstColumn + i;
            }
        }
        return places;
    }

    // ---- configuration ----

    /** Takes the columns, inherited ones first, and the key. */
    void columns(List<ColumnAttribute> all, List<ColumnAttribute> key) {
        columns = all.toArray(NO_COLUMNS);
        primaryKey = key.toArray(NO_COLUMNS);
        keys = new EntityKeys(this, primaryKey);
        EntityMapper above = inheritance.inherited();
        if (above != null) {
            byColumn.putAll(above.byColumn);
        }
        for (ColumnAttribute attribute : all) {
            byColumn.put(attribute.column(), attribute);
            add(attribute);
            if (attribute.isHidden()) {
                hiddenCount++;
            }
        }
        for (ColumnAttribute attribute : primaryKey) {
            attribute.primaryKey(true);
        }
    }

    /** Another column that always has the value of an attribute. */
    void alsoIn(Column<?> column, ColumnAttribute attribute) {
        byColumn.put(column, attribute);
    }

    void composites(List<CompositeAttribute> all) {
        composites = all.toArray(new CompositeAttribute[0]);
        for (CompositeAttribute attribute : composites) {
            add(attribute);
        }
    }

    void relations(List<RelationAttribute> all) {
        relations = all.toArray(new RelationAttribute[0]);
        for (RelationAttribute attribute : relations) {
            add(attribute);
        }
    }

    void synonym(String name, String attribute) {
        synonyms.put(name, attribute);
    }

    private void add(MappedAttribute attribute) {
        // a field wins over a column without a field that happens to have its name
        MappedAttribute old = byName.get(attribute.name());
        if (old == null || old.index() < 0 || attribute.index() >= 0) {
            byName.put(attribute.name(), attribute);
        }
        if (attribute.index() >= 0) {
            byIndex[attribute.index()] = attribute;
        }
    }

    void generatedKey(@Nullable ColumnAttribute attribute) {
        generatedKey = attribute;
    }

    void version(@Nullable ColumnAttribute attribute) {
        version = attribute;
    }

    void orderBy(List<Ordering> ordering) {
        orderBy = List.copyOf(ordering);
    }

    void constraints(List<ForeignKeyEdge> edges, List<ConstraintSlot> slots) {
        foreignKeys = edges.toArray(new ForeignKeyEdge[0]);
        uniqueSlots = List.copyOf(slots);
        for (ForeignKeyEdge edge : edges) {
            for (ColumnAttribute attribute : edge.local()) {
                if (attribute.foreignKey() == null) {
                    attribute.foreignKey(edge);
                }
            }
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
