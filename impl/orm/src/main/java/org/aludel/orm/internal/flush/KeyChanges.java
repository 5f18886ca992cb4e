package org.aludel.orm.internal.flush;

import java.util.List;
import org.aludel.orm.internal.mapping.ColumnPair;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.orm.internal.state.Status;
import org.aludel.orm.internal.state.TrackedCollection;
import org.aludel.orm.internal.state.TrackedCollections;
import org.jspecify.annotations.Nullable;

/**
 * Which objects hold the key of one whose key changes, by its relations. What a relation has not loaded is loaded where the
 * database does not pass the change on itself.
 */
final class KeyChanges {

    private KeyChanges() {}

    /** Whether a column of the object that a relation's other side holds has a new value. */
    static boolean affects(EntityState state, RelationAttribute relation) {
        if (relation.index() < 0 || relation.viewOnly()) {
            return false;
        }
        for (ColumnPair pair : relation.pairs()) {
            if (state.isWritten(pair.local()) && state.isChanged(pair.local())) {
                return true;
            }
        }
        return false;
    }

    /** Members with a row that were in the relation before and still are. */
    static List<Object> staying(EntityState state, RelationAttribute relation) {
        Object instance = state.instance();
        if (!relation.passiveUpdates()) {
            state.require(instance, relation);
        }
        if (!relation.isCollection()) {
            Object now = state.isLoaded(relation) ? relation.get(instance, state) : null;
            return now == null || state.isChanged(relation) ? List.of() : persistent(List.of(now));
        }
        TrackedCollection<?> collection = TrackedCollections.existing(instance, state, relation);
        return collection == null
                ? List.of()
                : persistent(List.copyOf(collection.members().unchanged()));
    }

    private static List<Object> persistent(List<Object> members) {
        return members.stream().filter(KeyChanges::isPersistent).toList();
    }

    private static boolean isPersistent(@Nullable Object member) {
        EntityState state = member == null ? null : EntityState.of(member);
        return state != null && state.status() == Status.PERSISTENT && state.key() != null;
    }
}
