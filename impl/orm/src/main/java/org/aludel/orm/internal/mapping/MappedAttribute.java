package org.aludel.orm.internal.mapping;

import org.aludel.orm.Initiator;
import org.aludel.orm.instrument.InstanceState;
import org.aludel.orm.instrument.Instrumented;
import org.aludel.orm.internal.events.AttributeListeners;
import org.jspecify.annotations.Nullable;

/** One attribute of a mapped class: a column or a relation. */
public abstract sealed class MappedAttribute permits ColumnAttribute, CompositeAttribute, RelationAttribute {

    private final EntityMapper owner;
    private final String name;
    private final int index;
    private final Class<?> javaType;
    private volatile @Nullable AttributeListeners listeners;
    private boolean activeHistory;
    private final @Nullable Initiator[] initiators = new Initiator[Initiator.Operation.values().length];

    MappedAttribute(EntityMapper owner, String name, int index, Class<?> javaType) {
        this.owner = owner;
        this.name = name;
        this.index = index;
        this.javaType = javaType;
    }

    public final EntityMapper owner() {
        return owner;
    }

    /** The field's name; the column's for a column without a field. */
    public final String name() {
        return name;
    }

    /** Run-time index in the enhanced class; -1 for a column without a field. */
    public final int index() {
        return index;
    }

    /** The attribute's bit in the masks of the state; 0 for a column without a field. */
    public final long bit() {
        return index < 0 ? 0 : InstanceState.bit(index);
    }

    /** Whether the field carries an annotation. */
    public final boolean isMarked(Class<? extends java.lang.annotation.Annotation> annotation) {
        return index >= 0
                && AnnotatedClasses.fieldOf(owner.instrumented().attributes().get(index))
                        .isAnnotationPresent(annotation);
    }

    /** The field's declared type; the column's Java type for a column without a field. */
    public final Class<?> javaType() {
        return javaType;
    }

    /** What events say of a change that begins at this attribute. */
    public final Initiator initiator(Initiator.Operation operation) {
        Initiator known = initiators[operation.ordinal()];
        if (known == null) {
            known = new Initiator(owner.type(), name, operation);
            initiators[operation.ordinal()] = known;
        }
        return known;
    }

    /** Those who are told of changes; null if there are none. */
    public final @Nullable AttributeListeners listeners() {
        return listeners;
    }

    /** Sets those who are told of changes. */
    public final void listeners(@Nullable AttributeListeners all) {
        listeners = all;
    }

    /** Whether the old value is loaded before another is assigned. */
    public final boolean activeHistory() {
        AttributeListeners all = listeners;
        return activeHistory || all != null && all.activeHistory();
    }

    /** Has the old value loaded before another is assigned. */
    public final void activeHistory(boolean on) {
        activeHistory = on;
    }

    /**
     * Reads the value without traps.
     *
     * @param state where a column without a field lives; may be null if there is a field
     */
    public abstract @Nullable Object get(Object instance, @Nullable HiddenValues state);

    /** Writes the value without traps. */
    public abstract void set(Object instance, @Nullable HiddenValues state, @Nullable Object value);

    final @Nullable Object field(Object instance) {
        return ((Instrumented) instance).$aludel_raw(index);
    }

    final void field(Object instance, @Nullable Object value) {
        ((Instrumented) instance).$aludel_raw(index, value);
    }

    @Override
    public final String toString() {
        return owner.name() + "." + name;
    }
}
