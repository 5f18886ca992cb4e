package org.aludel.orm.internal.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the members of a collection were when they were last in step with the database; and, while they are not loaded,
 * the changes that wait for them.
 */
final class MemberHistory {

    private static final Object[] NONE = {};

    /** Null while nothing has changed since. */
    private Object @Nullable [] committed;

    private @Nullable List<Object> queuedAdds;
    private @Nullable List<Object> queuedRemoves;

    /** The history of a new object's members: all of them are additions. */
    static MemberHistory ofNew() {
        MemberHistory history = new MemberHistory();
        history.committed = NONE;
        return history;
    }

    /** Keeps the members before the first change. */
    void remember(List<Object> items) {
        if (committed == null) {
            committed = items.toArray();
        }
    }

    /** The committed members, given the present ones. */
    Object[] committed(List<Object> items) {
        Object[] before = committed;
        return before == null ? items.toArray() : before;
    }

    void commit(Object @Nullable [] members) {
        committed = members;
    }

    /** Nothing has changed. */
    void forget() {
        committed = null;
        queuedAdds = null;
        queuedRemoves = null;
    }

    /** The owner is a new object again. */
    void becomeNew() {
        forget();
        committed = NONE;
    }

    // ---- changes of members that are not loaded

    void queueAdd(Object member) {
        if (!takeFrom(queuedRemoves, member)) {
            queuedAdds = queued(queuedAdds, member);
        }
    }

    void queueRemove(Object member) {
        if (!takeFrom(queuedAdds, member)) {
            queuedRemoves = queued(queuedRemoves, member);
        }
    }

    List<Object> queuedAdds() {
        return queuedAdds == null ? List.of() : Collections.unmodifiableList(queuedAdds);
    }

    List<Object> queuedRemoves() {
        return queuedRemoves == null ? List.of() : Collections.unmodifiableList(queuedRemoves);
    }

    boolean hasQueued() {
        return queuedAdds != null && !queuedAdds.isEmpty() || queuedRemoves != null && !queuedRemoves.isEmpty();
    }

    void dropQueues() {
        queuedAdds = null;
        queuedRemoves = null;
    }

    private static List<Object> queued(@Nullable List<Object> queue, Object member) {
        List<Object> result = queue == null ? new ArrayList<>() : queue;
        takeFrom(result, member);
        result.add(member);
        return result;
    }

    private static boolean takeFrom(@Nullable List<Object> queue, Object member) {
        if (queue == null) {
            return false;
        }
        for (int i = 0; i < queue.size(); i++) {
            if (queue.get(i) == member) {
                queue.remove(i);
                return true;
            }
        }
        return false;
    }

    // ---- differences

    boolean isChanged(List<Object> items) {
        Object[] before = committed;
        return before != null && (before.length != items.size() || !added(items).isEmpty());
    }

    List<Object> added(List<Object> items) {
        Object[] before = committed;
        if (before == null) {
            return List.of();
        }
        return before.length == 0 ? Collections.unmodifiableList(items) : without(items, Arrays.asList(before));
    }

    List<Object> removed(List<Object> items) {
        Object[] before = committed;
        return before == null || before.length == 0 ? List.of() : without(Arrays.asList(before), items);
    }

    List<Object> unchanged(List<Object> items) {
        Object[] before = committed;
        return before == null
                ? Collections.unmodifiableList(items)
                : without(items, without(items, Arrays.asList(before)));
    }

    private static List<Object> without(List<Object> from, List<Object> excluded) {
        if (from.isEmpty()) {
            return List.of();
        }
        Set<Object> out = IdentityOf.members(excluded);
        List<Object> rest = new ArrayList<>();
        for (Object member : from) {
            if (!out.contains(member)) {
                rest.add(member);
            }
        }
        return rest;
    }
}
