package org.aludel.orm.internal.mapping;

import java.math.BigDecimal;
import java.util.Objects;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.jspecify.annotations.Nullable;

/** An attribute kept in a column of the class's tables, or read from an expression on them. */
public final class ColumnAttribute extends MappedAttribute {

    private final Column<?> column;
    private final int position;
    private final int hiddenSlot;
    private final boolean byContent;
    private @Nullable Expr<?> expression;
    private boolean deferred;
    private @Nullable String group;
    private boolean raising;
    private boolean queried;
    private boolean primaryKey;
    private boolean mutable;
    private @Nullable ForeignKeyEdge foreignKey;
    private @Nullable CompositeAttribute composite;
    private int partNumber;

    ColumnAttribute(
            EntityMapper owner,
            String name,
            int index,
            Class<?> javaType,
            Column<?> column,
            int position,
            int hiddenSlot) {
        super(owner, name, index, javaType);
        this.column = column;
        this.position = position;
        this.hiddenSlot = hiddenSlot;
        this.byContent = javaType.isArray() || BigDecimal.class.isAssignableFrom(javaType) || javaType == Object.class;
    }

    public Column<?> column() {
        return column;
    }

    /** The SQL expression that is read in place of a column, and never written; null for a column. */
    public @Nullable Expr<?> expression() {
        return expression;
    }

    /** Whether the value is left out until it is read. */
    public boolean isDeferred() {
        return deferred;
    }

    /** Attributes of the same group are read together when one of them is. */
    public @Nullable String group() {
        return group;
    }

    /** Whether reading the value while it is left out is an error. */
    public boolean isRaising() {
        return raising;
    }

    /** Whether queries say what it is read from, and it is null where none does. */
    public boolean isNullUnlessQueried() {
        return queried && deferred;
    }

    /** Whether queries say what it is read from. */
    public boolean isQueried() {
        return queried;
    }

    void raising(boolean error) {
        raising = error;
    }

    void queried(boolean byQueries) {
        queried = byQueries;
    }

    void expression(Expr<?> read) {
        expression = read;
    }

    void deferred(@Nullable String groupName) {
        deferred = true;
        group = groupName;
    }

    /** Position in {@link EntityMapper#columns()}. */
    public int position() {
        return position;
    }

    public boolean isPrimaryKey() {
        return primaryKey;
    }

    public boolean isPrimitive() {
        return javaType().isPrimitive();
    }

    /** Whether the column has no field in the class. */
    public boolean isHidden() {
        return hiddenSlot >= 0;
    }

    /** Slot of the value in the state, for a column without a field; else -1. */
    public int hiddenSlot() {
        return hiddenSlot;
    }

    /** The foreign key to a mapped table that the column is part of; the first if there are several. */
    public @Nullable ForeignKeyEdge foreignKey() {
        return foreignKey;
    }

    /** Whether values may be changed in place. */
    public boolean isMutable() {
        return mutable;
    }

    /** Has values tracked that are changed in place. */
    public void mutable(boolean changes) {
        mutable = changes;
    }

    /** The composite that the column is part of. */
    public @Nullable CompositeAttribute composite() {
        return composite;
    }

    /** Which component of the composite the column holds. */
    public int partNumber() {
        return partNumber;
    }

    void partOf(CompositeAttribute whole, int number) {
        composite = whole;
        partNumber = number;
    }

    void primaryKey(boolean isPrimaryKey) {
        primaryKey = isPrimaryKey;
    }

    void foreignKey(ForeignKeyEdge edge) {
        foreignKey = edge;
    }

    @Override
    public @Nullable Object get(Object instance, @Nullable HiddenValues state) {
        if (hiddenSlot < 0) {
            return field(instance);
        }
        if (state == null) {
            return composite == null ? null : composite.part(instance, partNumber);
        }
        return state.hidden(hiddenSlot);
    }

    @Override
    public void set(Object instance, @Nullable HiddenValues state, @Nullable Object value) {
        if (hiddenSlot < 0) {
            field(instance, value);
        } else {
            Objects.requireNonNull(state, "a column without a field needs a state")
                    .hidden(hiddenSlot, value);
        }
    }

    /** Whether two values are the same for the database: arrays by content, decimals by value. */
    public boolean sameValue(@Nullable Object a, @Nullable Object b) {
        if (a == b) {
            return true;
        }
        if (a == null || b == null) {
            return false;
        }
        return byContent ? sameContent(a, b) : a.equals(b);
    }

    private static boolean sameContent(Object a, Object b) {
        if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
            return x.compareTo(y) == 0;
        }
        return Objects.deepEquals(a, b);
    }
}
