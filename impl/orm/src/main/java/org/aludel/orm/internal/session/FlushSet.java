package org.aludel.orm.internal.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aludel.orm.internal.state.EntityState;

/**
 * What one flush writes, with cascades, orphans and deletions of related objects already decided. The instances are held
 * elsewhere, so the states' weak references are alive.
 *
 * @param inserts new objects, in the order in which they were added
 * @param updates objects with a row whose columns, references or collections have changed
 * @param deletes objects whose rows go
 * @param elsewhere new objects that another part of the same flush writes, to another database
 */
public record FlushSet(
        List<EntityState> inserts, List<EntityState> updates, List<EntityState> deletes, Set<EntityState> elsewhere) {

    /** All that a flush writes, to one database or wherever its tables are. */
    FlushSet(List<EntityState> inserts, List<EntityState> updates, List<EntityState> deletes) {
        this(inserts, updates, deletes, Set.of());
    }

    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return inserts.isEmpty() && updates.isEmpty() && deletes.isEmpty();
    }

    static List<Object> instances(List<EntityState> states) {
        List<Object> instances = new ArrayList<>(states.size());
        for (EntityState state : states) {
            instances.add(state.instance());
        }
        return instances;
    }
}
