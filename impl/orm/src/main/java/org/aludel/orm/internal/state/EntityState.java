package org.aludel.orm.internal.state;

import org.aludel.orm.instrument.InstanceState;
import org.jspecify.annotations.Nullable;

/** The tracking state of one instance of a mapped class. */
public abstract class EntityState extends InstanceState {

    /** Values of mapped columns that have no field, by hidden slot; null until one is known. */
    public @Nullable Object @Nullable [] hidden;

    EntityState(Object instance) {
        super(instance, null);
    }
}
