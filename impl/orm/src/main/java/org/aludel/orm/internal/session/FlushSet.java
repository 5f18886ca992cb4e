package org.aludel.orm.internal.session;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.internal.state.EntityState;

/**
 * What one flush writes, with cascades, orphans and deletions of related objects already decided. The instances are held
 * elsewhere, so the states' weak references are alive.
 *
 * @param inserts new objects, in the order in which they were added
 * @param updates objects with a row whose columns, references or collections have changed
 * @param deletes objects whose rows go
 */
public record FlushSet(List<EntityState> inserts, List<EntityState> updates, List<EntityState> deletes) {

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
