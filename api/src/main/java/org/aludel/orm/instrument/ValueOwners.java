package org.aludel.orm.instrument;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The objects that have a mutable value in one of their attributes, held weakly. Each change is told to them twice: before
 * it, so that they can keep the value as it was, and after it.
 */
public final class ValueOwners {

    private record Owner(WeakReference<Object> object, int attribute) {}

    private final List<Owner> owners = new ArrayList<>(1);
    private int depth;

    /** An attribute of an object has the value from now on. */
    public void add(Object object, int attribute) {
        owners.removeIf(owner -> owner.object.get() == null);
        for (Owner owner : owners) {
            if (owner.object.get() == object && owner.attribute == attribute) {
                return;
            }
        }
        owners.add(new Owner(new WeakReference<>(object), attribute));
    }

    /** An attribute of an object has another value from now on. */
    public void remove(Object object, int attribute) {
        owners.removeIf(owner -> {
            Object present = owner.object.get();
            return present == null || present == object && owner.attribute == attribute;
        });
    }

    /** Begins a change, which may consist of others. */
    public void begin() {
        if (depth++ > 0) {
            return;
        }
        for (Owner owner : List.copyOf(owners)) {
            Object object = owner.object.get();
            InstanceState state = object == null ? null : ((Instrumented) object).$aludel_state();
            if (object != null && state != null) {
                state.onChanging(object, owner.attribute);
            }
        }
    }

    /** Ends a change. */
    public void end() {
        if (--depth > 0) {
            return;
        }
        for (Owner owner : List.copyOf(owners)) {
            Object object = owner.object.get();
            if (object != null) {
                changed(object, owner.attribute);
            }
        }
    }

    private static void changed(Object object, int attribute) {
        @Nullable InstanceState state = ((Instrumented) object).$aludel_state();
        if (state == null) {
            AttributeTraps.onChanged((Instrumented) object, attribute);
        } else {
            state.onChanged(object, attribute);
        }
    }
}
