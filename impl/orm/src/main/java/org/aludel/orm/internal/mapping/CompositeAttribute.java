package org.aludel.orm.internal.mapping;

import org.aludel.orm.instrument.CompositeType;
import org.aludel.orm.instrument.Instrumented;
import org.jspecify.annotations.Nullable;

/**
 * An attribute whose value is kept in several columns. The columns are attributes too, with fields of their own or
 * without; they are what is loaded, compared and written, and the field holds what was made of them last.
 */
public final class CompositeAttribute extends MappedAttribute {

    private final CompositeType type;
    private final ColumnAttribute[] parts;

    CompositeAttribute(EntityMapper owner, String name, int index, CompositeType type, ColumnAttribute[] parts) {
        super(owner, name, index, type.type());
        this.type = type;
        this.parts = parts;
        for (int i = 0; i < parts.length; i++) {
            parts[i].partOf(this, i);
        }
    }

    public CompositeType type() {
        return type;
    }

    /** The columns, in the order of the components. */
    public ColumnAttribute[] parts() {
        return parts;
    }

    /** Whether a column of it has a field of its own. */
    public boolean hasFields() {
        for (ColumnAttribute part : parts) {
            if (!part.isHidden()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public @Nullable Object get(Object instance, @Nullable HiddenValues state) {
        return field(instance);
    }

    @Override
    public void set(Object instance, @Nullable HiddenValues state, @Nullable Object value) {
        field(instance, value);
    }

    /** What the columns make now. */
    public @Nullable Object made(Object instance, @Nullable HiddenValues state) {
        @Nullable Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = parts[i].get(instance, state);
        }
        return type.make(values);
    }

    /** The value of one component of what the field holds. */
    @Nullable
    Object part(Object instance, int number) {
        return type.part(((Instrumented) instance).$aludel_raw(index()), number);
    }
}
