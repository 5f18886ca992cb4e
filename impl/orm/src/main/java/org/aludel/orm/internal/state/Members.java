package org.aludel.orm.internal.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aludel.errors.ArgumentException;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.jspecify.annotations.Nullable;

/**
 * The members of one tracked collection, each once, by identity; with what they were when they were last in step with
 * the database. Every change is first remembered, then done, then told to the other side of the relation.
 *
 * <p>While a collection is not loaded, changes that come from the other side wait in a queue and are merged when it loads.
 */
public final class Members {

    private static final Object[] NONE = {};

    /** Below this size a scan is cheaper than an index. */
    private static final int INDEXED_FROM = 24;

    /** The object that has the collection; null for one that was replaced, and is a plain collection since. */
    private @Nullable Object owner;

    private @Nullable RelationAttribute relation;
    private boolean loaded;
    private boolean mayRepeat;
    private ArrayList<Object> items;
    private @Nullable Set<Object> index;
    private Object @Nullable [] committed;
    private @Nullable List<Object> queuedAdds;
    private @Nullable List<Object> queuedRemoves;

    private Members(
            @Nullable Object owner,
            @Nullable RelationAttribute relation,
            boolean loaded,
            ArrayList<Object> items,
            Object @Nullable [] committed) {
        this.owner = owner;
        this.relation = relation;
        this.loaded = loaded;
        this.items = items;
        this.committed = committed;
    }

    /** Members of a new object: all of them are additions. */
    static Members ofNew(Object owner, RelationAttribute relation, Collection<?> initial) {
        return new Members(owner, relation, true, distinct(initial), NONE);
    }

    /** Members that are in the database but not in memory. */
    static Members unloaded(Object owner, RelationAttribute relation) {
        return new Members(owner, relation, false, new ArrayList<>(0), null);
    }

    /** Members without an owner: nobody is told of changes. */
    static Members plain(Collection<?> initial) {
        return new Members(null, null, true, distinct(initial), null);
    }

    /** Members that replace others: the history goes on from what was committed before. */
    static Members replacing(Members before, Object owner, RelationAttribute relation, Collection<?> incoming) {
        Members members = new Members(owner, relation, true, distinct(incoming), before.committedArray());
        return members;
    }

    private static ArrayList<Object> distinct(Collection<?> initial) {
        ArrayList<Object> items = new ArrayList<>(initial.size());
        Set<Object> seen = identitySet();
        for (Object member : initial) {
            if (seen.add(Objects.requireNonNull(member, "a collection of mapped objects takes no null"))) {
                items.add(member);
            }
        }
        return items;
    }

    static Set<Object> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    // ---- reading

    int size() {
        ensureLoaded();
        return items.size();
    }

    Object get(int position) {
        ensureLoaded();
        return items.get(position);
    }

    boolean contains(@Nullable Object member) {
        ensureLoaded();
        return member != null && has(member);
    }

    int indexOf(@Nullable Object member) {
        ensureLoaded();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) == member) {
                return i;
            }
        }
        return -1;
    }

    Object[] toArray() {
        ensureLoaded();
        return items.toArray();
    }

    private boolean has(Object member) {
        if (items.size() < INDEXED_FROM) {
            return scan(member);
        }
        Set<Object> known = index;
        if (known == null) {
            known = identitySet();
            known.addAll(items);
            index = known;
        }
        return known.contains(member);
    }

    private boolean scan(Object member) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) == member) {
                return true;
            }
        }
        return false;
    }

    /** Members now in memory, without loading; none if it is not loaded. */
    public List<Object> inMemory() {
        return Collections.unmodifiableList(items);
    }

    public boolean isLoaded() {
        return loaded;
    }

    private void ensureLoaded() {
        if (loaded) {
            return;
        }
        Object object = Objects.requireNonNull(owner);
        EntityState state = Objects.requireNonNull(EntityState.of(object));
        state.require(object, Objects.requireNonNull(relation));
    }

    // ---- changes by the program

    /** Adds a member at a position; false if it is there already. */
    boolean add(int position, Object member) {
        check(member);
        ensureLoaded();
        if (has(member)) {
            return false;
        }
        remember();
        items.add(position, member);
        if (index != null) {
            index.add(member);
        }
        tellAdded(member);
        return true;
    }

    Object removeAt(int position) {
        ensureLoaded();
        remember();
        Object member = items.remove(position);
        tellIfGone(member);
        return member;
    }

    /** Puts a member in place of another. The same member may stand twice for a moment, as when a list is shuffled. */
    Object set(int position, Object member) {
        check(member);
        ensureLoaded();
        Object before = items.get(position);
        if (before == member) {
            return before;
        }
        remember();
        boolean present = has(member);
        mayRepeat |= present;
        items.set(position, member);
        if (index != null) {
            index.add(member);
        }
        tellIfGone(before);
        if (!present) {
            tellAdded(member);
        }
        return before;
    }

    void clear() {
        ensureLoaded();
        if (items.isEmpty()) {
            return;
        }
        remember();
        ArrayList<Object> before = items;
        items = new ArrayList<>();
        index = null;
        for (Object member : before) {
            tellRemoved(member);
        }
    }

    @SuppressWarnings("unchecked")
    <E> void sort(@Nullable Comparator<? super E> order) {
        ensureLoaded();
        ((List<E>) (List<?>) items).sort(order);
    }

    private void check(@Nullable Object member) {
        if (member == null) {
            throw new ArgumentException(
                    "ALU-0530",
                    "null can't be a member; where: " + describe() + "; what to do: add an object, or nothing");
        }
        if (relation != null && !relation.target().type().isInstance(member)) {
            throw new ArgumentException(
                    "ALU-0531",
                    "an object of " + member.getClass().getName() + " can't be a member; where: " + describe()
                            + ", which holds " + relation.target().name() + "; what to do: add objects of that class");
        }
    }

    private String describe() {
        return relation == null ? "a collection without owner" : relation.toString();
    }

    /** Keeps the committed members before the first change. */
    private void remember() {
        if (owner == null) {
            return;
        }
        if (committed == null) {
            committed = items.toArray();
        }
        EntityState state = EntityState.of(owner);
        if (state != null) {
            state.touch(owner);
        }
    }

    private void tellAdded(Object member) {
        if (owner != null && relation != null) {
            Pairing.added(owner, relation, member);
        }
    }

    private void tellIfGone(Object member) {
        if (mayRepeat && scan(member)) {
            return;
        }
        if (index != null) {
            index.remove(member);
        }
        tellRemoved(member);
    }

    private void tellRemoved(Object member) {
        if (owner != null && relation != null) {
            Pairing.removed(owner, relation, member);
        }
    }

    // ---- changes from the other side of the relation

    /** Adds a member without telling it; waits in the queue while the collection is not loaded. */
    void addQuietly(Object member) {
        if (!loaded) {
            touchOwner();
            if (!takeFrom(queuedRemoves, member)) {
                queuedAdds = queued(queuedAdds, member);
            }
            return;
        }
        if (has(member)) {
            return;
        }
        remember();
        items.add(member);
        if (index != null) {
            index.add(member);
        }
    }

    /** Removes a member without telling it. */
    void removeQuietly(Object member) {
        if (!loaded) {
            touchOwner();
            if (!takeFrom(queuedAdds, member)) {
                queuedRemoves = queued(queuedRemoves, member);
            }
            return;
        }
        for (int i = items.size() - 1; i >= 0; i--) {
            if (items.get(i) == member) {
                remember();
                items.remove(i);
            }
        }
        if (index != null) {
            index.remove(member);
        }
    }

    private void touchOwner() {
        EntityState state = owner == null ? null : EntityState.of(owner);
        if (state != null && owner != null) {
            state.touch(owner);
        }
    }

    private static List<Object> queued(@Nullable List<Object> queue, Object member) {
        List<Object> result = queue == null ? new ArrayList<>() : queue;
        if (!takeFrom(result, member)) {
            result.add(member);
            return result;
        }
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

    // ---- history

    /** Whether members differ from the committed ones. */
    public boolean hasChanges() {
        if (!loaded) {
            return queuedAdds != null && !queuedAdds.isEmpty() || queuedRemoves != null && !queuedRemoves.isEmpty();
        }
        Object[] before = committed;
        if (before == null) {
            return false;
        }
        return before.length != items.size() || !added().isEmpty();
    }

    /** Members that are not committed. */
    public List<Object> added() {
        if (!loaded) {
            return queuedAdds == null ? List.of() : Collections.unmodifiableList(queuedAdds);
        }
        Object[] before = committed;
        if (before == null) {
            return List.of();
        }
        if (before.length == 0) {
            return mayRepeat ? distinct(items) : Collections.unmodifiableList(items);
        }
        return without(mayRepeat ? distinct(items) : items, Arrays.asList(before));
    }

    /** Committed members that have left. */
    public List<Object> removed() {
        if (!loaded) {
            return queuedRemoves == null ? List.of() : Collections.unmodifiableList(queuedRemoves);
        }
        Object[] before = committed;
        return before == null || before.length == 0 ? List.of() : without(Arrays.asList(before), items);
    }

    /** Committed members that are still there. */
    public List<Object> unchanged() {
        Object[] before = committed;
        if (before == null) {
            return inMemory();
        }
        return without(items, without(items, Arrays.asList(before)));
    }

    private static List<Object> without(List<Object> from, List<Object> excluded) {
        if (from.isEmpty()) {
            return List.of();
        }
        Set<Object> out = identitySet();
        out.addAll(excluded);
        List<Object> rest = new ArrayList<>();
        for (Object member : from) {
            if (!out.contains(member)) {
                rest.add(member);
            }
        }
        return rest;
    }

    /** The committed members as array, or {@link EntityState#NO_VALUE} if they are not loaded. */
    Object committed() {
        return loaded ? committedArray() : EntityState.NO_VALUE;
    }

    private Object[] committedArray() {
        Object[] before = committed;
        return before == null ? items.toArray() : before;
    }

    // ---- what states and loaders do

    /** Takes the members that the database has; changes that waited are merged, and stay changes. */
    void load(List<?> found) {
        items = new ArrayList<>(found);
        index = null;
        mayRepeat = false;
        loaded = true;
        committed = null;
        if (queuedAdds == null && queuedRemoves == null) {
            return;
        }
        List<Object> adds = queuedAdds == null ? List.of() : queuedAdds;
        List<Object> removes = queuedRemoves == null ? List.of() : queuedRemoves;
        queuedAdds = null;
        queuedRemoves = null;
        Object[] before = items.toArray();
        for (Object member : removes) {
            items.removeIf(item -> item == member);
        }
        for (Object member : adds) {
            if (!scan(member)) {
                items.add(member);
            }
        }
        committed = before;
    }

    /** The changes are written. */
    void flushed() {
        committed = null;
        queuedAdds = null;
        queuedRemoves = null;
        if (mayRepeat) {
            items = distinct(items);
            index = null;
            mayRepeat = false;
        }
    }

    /** The owner is a new object again: all members are additions. */
    void becomeNew() {
        if (!loaded) {
            items = new ArrayList<>(queuedAdds == null ? List.of() : queuedAdds);
            queuedAdds = null;
            queuedRemoves = null;
            loaded = true;
        }
        committed = NONE;
    }

    /** Forgets members and changes; the next access loads. */
    void expire() {
        items = new ArrayList<>(0);
        index = null;
        committed = null;
        queuedAdds = null;
        queuedRemoves = null;
        mayRepeat = false;
        loaded = false;
    }

    /** Puts back committed members. */
    void restore(@Nullable Object[] members) {
        load(Arrays.asList(members));
        queuedAdds = null;
        queuedRemoves = null;
        committed = null;
    }

    /** Belongs to this relation of this object from now on. */
    void adopt(Object newOwner, RelationAttribute newRelation) {
        owner = newOwner;
        relation = newRelation;
    }

    /** Was replaced by another collection: keeps its members, and tells nobody of changes. */
    void release() {
        owner = null;
        relation = null;
        committed = null;
        loaded = true;
    }

    @Nullable
    Object owner() {
        return owner;
    }
}
