package org.aludel.orm.internal.flush;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.session.FlushSet;
import org.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/**
 * New objects that take the key of an object deleted in the same flush: the row stays, and an update makes it that of the
 * new object, so that what refers to the row need not go.
 */
final class RowSwitches {

    private final Map<EntityState, EntityState> byNew = new IdentityHashMap<>();
    private final Map<EntityState, EntityState> byOld = new IdentityHashMap<>();

    RowSwitches(FlushSet set) {
        if (set.deletes().isEmpty() || set.inserts().isEmpty()) {
            return;
        }
        Map<EntityKey, EntityState> gone = new HashMap<>();
        for (EntityState state : set.deletes()) {
            EntityKey key = state.key();
            if (key != null) {
                gone.put(key, state);
            }
        }
        for (EntityState state : set.inserts()) {
            EntityKey key = state.mapper().keyOf(state.instance(), state);
            EntityState old = key == null ? null : gone.get(key);
            if (old != null && old.mapper() == state.mapper()) {
                byNew.put(state, old);
                byOld.put(old, state);
            }
        }
    }

    /** The deleted object whose row a new one takes over, or null. */
    @Nullable
    EntityState replacedBy(EntityState inserted) {
        return byNew.get(inserted);
    }

    /** Whether the row of a deleted object stays. */
    boolean keepsRow(EntityState deleted) {
        return byOld.containsKey(deleted);
    }
}
