package org.aludel.orm.internal.mapping;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.errors.AludelException;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.MappingException;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.instrument.InstrumentedType;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one mapped class: its table, attributes, keys and relations. Immutable once the registry is
 * configured; arrays are shared and must not be changed.
 */
public final class EntityMapper {

    private static final ColumnAttribute[] NO_COLUMNS = {};

    private final Class<?> type;
    private final InstrumentedType instrumented;
    private final Table table;
    private final int ordinal;
    private final Map<String, MappedAttribute> byName = new LinkedHashMap<>();
    private final Map<Column<?>, ColumnAttribute> byColumn = new IdentityHashMap<>();
    private final @Nullable MappedAttribute[] byIndex;
    private ColumnAttribute[] columns = NO_COLUMNS;
    private ColumnAttribute[] primaryKey = NO_COLUMNS;
    private RelationAttribute[] relations = {};
    private ForeignKeyEdge[] foreignKeys = {};
    private List<ConstraintSlot> uniqueSlots = List.of();
    private @Nullable ColumnAttribute generatedKey;
    private @Nullable ColumnAttribute version;
    private int hiddenCount;
    private @Nullable ClassMapping<?> description;

    EntityMapper(InstrumentedType instrumented, Table table, int ordinal) {
        this.type = instrumented.type();
        this.instrumented = instrumented;
        this.table = table;
        this.ordinal = ordinal;
        this.byIndex = new MappedAttribute[instrumented.attributes().size()];
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

    public Table table() {
        return table;
    }

    /** The mapper of the root of the class's hierarchy: itself as long as mapped classes do not inherit from another. */
    public EntityMapper root() {
        return this;
    }

    /** The mapper of the mapped superclass. */
    public @Nullable EntityMapper superMapper() {
        return null;
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
        MappedAttribute found = byName.get(name);
        if (found == null) {
            throw new MappingException(
                    "ALU-0439",
                    name() + " has no mapped attribute " + name + "; where: table " + table.name()
                            + "; what to do: use one of " + byName.keySet());
        }
        return found;
    }

    public @Nullable MappedAttribute find(String name) {
        return byName.get(name);
    }

    /** All columns, in table order, those without a field too. */
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

    /**
     * The attribute of a column of the mapped table.
     *
     * @throws MappingException ALU-0439 if the column belongs to another table
     */
    public ColumnAttribute forColumn(Column<?> column) {
        ColumnAttribute found = byColumn.get(column);
        if (found == null) {
            throw new MappingException(
                    "ALU-0439",
                    "column " + column + " is not mapped by " + name() + "; where: table " + table.name()
                            + "; what to do: use a column of that table");
        }
        return found;
    }

    @Nullable
    ColumnAttribute findColumn(Column<?> column) {
        return byColumn.get(column);
    }

    /** A new instance whose fields have default values; no constructor of the user runs. */
    public Object newInstance() {
        return instrumented.newInstance();
    }

    /** The key of an instance as its fields stand now; null if a part of it is null. */
    public @Nullable EntityKey keyOf(Object instance, @Nullable HiddenValues state) {
        if (primaryKey.length == 1) {
            Object single = primaryKey[0].get(instance, state);
            return single == null ? null : new EntityKey(root(), single);
        }
        Object[] parts = new Object[primaryKey.length];
        for (int i = 0; i < parts.length; i++) {
            Object part = primaryKey[i].get(instance, state);
            if (part == null) {
                return null;
            }
            parts[i] = part;
        }
        return new EntityKey(root(), List.of(parts));
    }

    /**
     * The key of some values, converted to the attributes' own types where nothing is lost.
     *
     * @param values one per column of the primary key, or a single collection of them
     * @throws ArgumentException ALU-0438 for a wrong number of values or a type that does not fit
     */
    public EntityKey key(@Nullable Object... values) {
        if (primaryKey.length == 1 && values.length == 1) {
            return new EntityKey(root(), keyPart(primaryKey[0], values[0]));
        }
        @Nullable Object[] given = values;
        if (primaryKey.length > 1 && values.length == 1) {
            if (values[0] instanceof List<?> list) {
                given = list.toArray();
            } else if (values[0] instanceof Object[] array) {
                given = array;
            }
        }
        if (given.length != primaryKey.length) {
            throw badKey("it has " + given.length + " values", Arrays.toString(given), null);
        }
        Object[] parts = new Object[given.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = keyPart(primaryKey[i], given[i]);
        }
        return new EntityKey(root(), List.of(parts));
    }

    private Object keyPart(ColumnAttribute attribute, @Nullable Object value) {
        if (value == null) {
            throw badKey("its part " + attribute.name() + " is null", "null", null);
        }
        if (attribute.column().type().javaType().isInstance(value)) {
            return value;
        }
        try {
            return Objects.requireNonNull(attribute.column().type().coerce(value));
        } catch (AludelException e) {
            throw badKey(
                    "its part " + attribute.name() + " is a " + value.getClass().getSimpleName(),
                    String.valueOf(value),
                    e);
        }
    }

    private ArgumentException badKey(String what, String value, @Nullable AludelException cause) {
        StringBuilder expected = new StringBuilder();
        for (ColumnAttribute part : primaryKey) {
            expected.append(expected.length() == 0 ? "" : ", ")
                    .append(ColumnTypes.wrapper(part.javaType()).getSimpleName())
                    .append(' ')
                    .append(part.name());
        }
        return new ArgumentException(
                "ALU-0438",
                "key " + value + " does not fit " + name() + ": " + what + "; where: the primary key of table "
                        + table.name() + "; what to do: give (" + expected + ")",
                cause);
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

    /** What was said of the class besides its annotations, if anything was. */
    public @Nullable ClassMapping<?> description() {
        return description;
    }

    // ---- configuration ----

    void description(@Nullable ClassMapping<?> said) {
        description = said;
    }

    void columns(List<ColumnAttribute> all, List<ColumnAttribute> key) {
        columns = all.toArray(NO_COLUMNS);
        primaryKey = key.toArray(NO_COLUMNS);
        for (ColumnAttribute attribute : all) {
            byColumn.put(attribute.column(), attribute);
            add(attribute);
            if (attribute.isHidden()) {
                hiddenCount++;
            }
        }
        key.forEach(attribute -> attribute.primaryKey(true));
    }

    void relations(List<RelationAttribute> all) {
        relations = all.toArray(new RelationAttribute[0]);
        all.forEach(this::add);
    }

    private void add(MappedAttribute attribute) {
        // a field wins over a column without a field that happens to have its name
        byName.merge(attribute.name(), attribute, (old, later) -> old.index() < 0 ? later : old);
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
