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
import org.aludel.orm.Initiator;
import org.aludel.orm.internal.events.AttributeListeners;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.jspecify.annotations.Nullable;

/**
 * The members of one tracked collection, each once, by identity; with what they were when they were last in step with
 * the database. A change is first told to listeners and to the other side of the relation, then done: whoever throws
 * leaves the collection as it was.
 *
 * <p>While a collection is not loaded, changes that come from the other side wait in a queue and are merged when it loads.
 */
public final class Members {

    /** Below this size a scan is cheaper than an index. */
    private static final int INDEXED_FROM = 24;

    /** The object that has the collection; null for one that was replaced, and is a plain collection since. */
    private @Nullable Object owner;

    private @Nullable RelationAttribute relation;
    private boolean loaded;
    private boolean mayRepeat;
    private boolean dynamic;

    /** Came from a stream: changes are kept, and told when a session takes the owner in. */
    private boolean imported;

    private int changes;
    private ArrayList<Object> items;
    private @Nullable Set<Object> index;
    private final MemberHistory history;
    private Form form = Form.SEQUENCE;

    private Members(
            @Nullable Object owner,
            @Nullable RelationAttribute relation,
            boolean loaded,
            ArrayList<Object> items,
            MemberHistory history) {
        this.owner = owner;
        this.relation = relation;
        this.loaded = loaded;
        this.items = items;
        this.history = history;
    }

    /** Members of a new object: all of them are additions. */
    static Members ofNew(Object owner, RelationAttribute relation, Collection<?> initial) {
        return new Members(owner, relation, true, distinct(initial), MemberHistory.ofNew());
    }

    /** Members that are in the database but not in memory. */
    static Members unloaded(Object owner, RelationAttribute relation) {
        return new Members(owner, relation, false, new ArrayList<>(0), new MemberHistory());
    }

    /**
     * Members that came from a stream, and belong to nobody yet.
     *
     * @param committed which were committed; null if all of them
     */
    static Members imported(Object[] initial, Object @Nullable [] committed) {
        Members members = plain(Arrays.asList(initial));
        members.history.commit(committed);
        members.imported = true;
        return members;
    }

    /** The committed members if the present ones differ, for a stream; else null. */
    Object @Nullable [] committedIfChanged() {
        return loaded && history.isChanged(items) ? history.committed(items) : null;
    }

    /** Members without an owner: nobody is told of changes. */
    static Members plain(Collection<?> initial) {
        return new Members(null, null, true, distinct(initial), new MemberHistory());
    }

    /** Members that replace others: the history goes on from what was committed before. */
    static Members replacing(Members before, Object owner, RelationAttribute relation, Collection<?> incoming) {
        MemberHistory history = new MemberHistory();
        history.commit(before.history.committed(before.items));
        return new Members(owner, relation, true, distinct(incoming), history);
    }

    static ArrayList<Object> distinct(Collection<?> initial) {
        if (initial.isEmpty()) {
            return new ArrayList<>();
        }
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

    /** These are members that are never loaded as a whole. */
    void makeDynamic() {
        dynamic = true;
    }

    /** Adds a member without looking at those that are there. */
    void addUnseen(@Nullable Object given) {
        if (loaded) {
            add(given);
            return;
        }
        Object member = offered(given, Initiator.Operation.APPEND);
        tellAdded(member);
        touchOwner();
        history.queueAdd(member);
    }

    /** Adds a member that a merge has brought, of a relation that is never loaded as a whole. */
    public void addMerged(Object member) {
        addUnseen(member);
    }

    /** Removes a member without looking at those that are there. */
    void removeUnseen(Object member) {
        if (loaded) {
            remove(member);
            return;
        }
        tellLeaving(member, -1);
        touchOwner();
        history.queueRemove(member);
    }

    /** Makes these the members of a kind of collection, which takes what it can hold. */
    void form(Form kind) {
        form = kind;
        items = new ArrayList<>(kind.loaded(items));
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
        return position(member);
    }

    int lastIndexOf(@Nullable Object member) {
        ensureLoaded();
        for (int i = items.size() - 1; i >= 0; i--) {
            if (items.get(i) == member) {
                return i;
            }
        }
        return -1;
    }

    private int position(@Nullable Object member) {
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
            return position(member) >= 0;
        }
        Set<Object> known = index;
        if (known == null) {
            known = identitySet();
            known.addAll(items);
            index = known;
        }
        return known.contains(member);
    }

    /** Members now in memory, without loading; none if it is not loaded. */
    public List<Object> inMemory() {
        return Collections.unmodifiableList(items);
    }

    public boolean isLoaded() {
        return loaded;
    }

    /** Number of changes so far, by which iterators notice those that are not their own. */
    int changes() {
        return changes;
    }

    void ensureLoaded() {
        if (loaded) {
            return;
        }
        Object object = Objects.requireNonNull(owner);
        EntityState state = Objects.requireNonNull(EntityState.of(object));
        state.require(object, Objects.requireNonNull(relation));
    }

    // ---- changes by the program

    /** Adds a member at a position; false if it is there already, or an equal one is. */
    boolean add(int position, @Nullable Object given) {
        ensureLoaded();
        if (given != null && has(given)) {
            return false;
        }
        Object member = offered(given, Initiator.Operation.APPEND);
        if (has(member) || !form.admits(member)) {
            return false;
        }
        Object displaced = form.displacedBy(member);
        if (displaced != null) {
            remove(displaced);
        }
        tellAdded(member);
        if (!has(member)) {
            insert(Math.min(position, items.size()), member);
        }
        return true;
    }

    /** Adds a member at the end. */
    boolean add(@Nullable Object given) {
        ensureLoaded();
        return add(items.size(), given);
    }

    private void insert(int position, Object member) {
        remember();
        changes++;
        items.add(position, member);
        if (index != null) {
            index.add(member);
        }
        form.added(member, items);
    }

    boolean remove(@Nullable Object member) {
        ensureLoaded();
        int at = position(member);
        if (at < 0) {
            return false;
        }
        removeAt(at);
        return true;
    }

    Object removeAt(int position) {
        ensureLoaded();
        Object member = items.get(position);
        tellLeaving(member, position);
        int at = position < items.size() && items.get(position) == member ? position : position(member);
        if (at >= 0) {
            take(at, member);
        }
        return member;
    }

    private void take(int position, Object member) {
        remember();
        changes++;
        items.remove(position);
        if (index != null && !(mayRepeat && position(member) >= 0)) {
            index.remove(member);
        }
        form.removed(member, items);
    }

    /** Puts a member in place of another. The same member may stand twice for a moment, as when a list is shuffled. */
    Object set(int position, @Nullable Object given) {
        ensureLoaded();
        Object before = items.get(position);
        if (before == given) {
            return before;
        }
        boolean present = given != null && has(given);
        Object member = present ? Objects.requireNonNull(given) : offered(given, Initiator.Operation.APPEND);
        tellLeaving(before, position);
        if (!present) {
            tellAdded(member);
        }
        remember();
        changes++;
        mayRepeat |= present;
        items.set(position, member);
        index = null;
        form.removed(before, items);
        form.added(member, items);
        return before;
    }

    void clear() {
        ensureLoaded();
        for (Object member : items.toArray()) {
            remove(member);
        }
    }

    @SuppressWarnings("unchecked")
    <E> void sort(@Nullable Comparator<? super E> order) {
        ensureLoaded();
        ((List<E>) (List<?>) items).sort(order);
        changes++;
        form.reordered(items);
    }

    /** Tells listeners of a member that is to be added; gives the one to take. */
    private Object offered(@Nullable Object given, Initiator.Operation operation) {
        RelationAttribute of = relation;
        Object member = given;
        if (owner != null && of != null) {
            AttributeListeners listeners = of.listeners();
            if (listeners != null) {
                member = listeners.append(owner, given, of.initiator(operation));
            }
        }
        Object taken = checked(of, member);
        if (owner != null && of != null) {
            Pairing.requireSingleParent(owner, of, taken);
        }
        return taken;
    }

    /** The member, if it can be one of the relation's. */
    static Object checked(@Nullable RelationAttribute relation, @Nullable Object member) {
        if (member == null) {
            throw new ArgumentException(
                    "ALU-0530",
                    "null can't be a member; where: "
                            + (relation == null ? "a collection without owner" : relation.toString())
                            + "; what to do: add an object, or nothing");
        }
        if (relation != null && !relation.target().type().isInstance(member)) {
            throw new ArgumentException(
                    "ALU-0531",
                    "an object of " + member.getClass().getName() + " can't be a member; where: " + relation
                            + ", which holds " + relation.target().name() + "; what to do: add objects of that class");
        }
        return member;
    }

    /** Keeps the committed members before the first change. */
    private void remember() {
        if (owner == null && !imported) {
            return;
        }
        history.remember(items);
        touchOwner();
    }

    private void tellAdded(Object member) {
        if (owner != null && relation != null) {
            Pairing.added(owner, relation, member, relation.initiator(Initiator.Operation.APPEND));
        }
    }

    private void tellLeaving(Object member, int position) {
        RelationAttribute of = relation;
        if (owner == null || of == null || mayRepeat && repeats(member, position)) {
            return;
        }
        Initiator initiator = of.initiator(Initiator.Operation.REMOVE);
        AttributeListeners listeners = of.listeners();
        if (listeners != null) {
            listeners.remove(owner, member, initiator);
        }
        Pairing.removed(owner, of, member, initiator);
    }

    private boolean repeats(Object member, int except) {
        for (int i = 0; i < items.size(); i++) {
            if (i != except && items.get(i) == member) {
                return true;
            }
        }
        return false;
    }

    // ---- changes from the other side of the relation

    /** Adds a member that the other side has told of; waits in the queue while the collection is not loaded. */
    void addQuietly(Object given, Initiator initiator) {
        if (loaded && has(given)) {
            return;
        }
        RelationAttribute of = relation;
        Object member = given;
        if (owner != null && of != null && of.listeners() != null) {
            member = checked(of, Objects.requireNonNull(of.listeners()).append(owner, given, initiator));
        }
        if (!loaded) {
            touchOwner();
            history.queueAdd(member);
        } else if (!has(member) && form.admits(member)) {
            Object displaced = form.displacedBy(member);
            if (displaced != null) {
                remove(displaced);
            }
            insert(items.size(), member);
        }
    }

    /** Removes a member that the other side has told of. */
    void removeQuietly(Object member, Initiator initiator) {
        if (loaded && !has(member)) {
            return;
        }
        RelationAttribute of = relation;
        if (owner != null && of != null && of.listeners() != null) {
            Objects.requireNonNull(of.listeners()).remove(owner, member, initiator);
        }
        if (!loaded) {
            touchOwner();
            history.queueRemove(member);
            return;
        }
        for (int i = items.size() - 1; i >= 0; i--) {
            if (items.get(i) == member) {
                take(i, member);
            }
        }
    }

    private void touchOwner() {
        EntityState state = owner == null ? null : EntityState.of(owner);
        if (state != null && owner != null) {
            state.touch(owner);
        }
    }

    // ---- history

    private List<Object> present() {
        return mayRepeat ? distinct(items) : items;
    }

    /** Whether members differ from the committed ones. */
    public boolean hasChanges() {
        return loaded ? history.isChanged(items) : history.hasQueued();
    }

    /** Members that are not committed. */
    public List<Object> added() {
        return loaded ? history.added(present()) : history.queuedAdds();
    }

    /** Committed members that have left. */
    public List<Object> removed() {
        return loaded ? history.removed(items) : history.queuedRemoves();
    }

    /** Committed members that are still there. */
    public List<Object> unchanged() {
        return history.unchanged(items);
    }

    /** The committed members as array, or {@link EntityState#NO_VALUE} if they are not loaded. */
    Object committed() {
        return loaded ? history.committed(items) : EntityState.NO_VALUE;
    }

    // ---- what states and loaders do

    /** Takes the members that the database has; changes that waited are merged, and stay changes. */
    void load(List<?> found) {
        ArrayList<Object> own = new ArrayList<>(found);
        List<Object> formed = form.loaded(own);
        items = formed == own ? own : new ArrayList<>(formed);
        index = null;
        mayRepeat = false;
        loaded = true;
        changes++;
        List<Object> adds = history.queuedAdds();
        List<Object> removes = history.queuedRemoves();
        history.forget();
        if (adds.isEmpty() && removes.isEmpty()) {
            return;
        }
        history.remember(items);
        for (Object member : removes) {
            int at = position(member);
            if (at >= 0) {
                take(at, member);
            }
        }
        for (Object member : adds) {
            if (position(member) < 0 && form.admits(member)) {
                Object displaced = form.displacedBy(member);
                if (displaced != null) {
                    remove(displaced);
                }
                insert(items.size(), member);
            }
        }
    }

    /** The changes are written. */
    void flushed() {
        history.forget();
        if (dynamic) {
            items = new ArrayList<>(0);
            index = null;
            loaded = false;
        }
        if (mayRepeat) {
            items = distinct(items);
            index = null;
            mayRepeat = false;
        }
    }

    /** The owner is a new object again: all members are additions. */
    void becomeNew() {
        if (!loaded) {
            items = new ArrayList<>(form.loaded(new ArrayList<>(history.queuedAdds())));
            loaded = true;
        }
        history.becomeNew();
    }

    /** Forgets members and changes; the next access loads. */
    void expire() {
        items = new ArrayList<>(form.loaded(new ArrayList<>(0)));
        index = null;
        history.forget();
        mayRepeat = false;
        loaded = false;
        changes++;
    }

    /** Puts back committed members. */
    void restore(@Nullable Object[] members) {
        history.forget();
        load(Arrays.asList(members));
    }

    /** What differs from these members are changes, of which the other side is told. */
    void resume(Object[] committed) {
        Object newOwner = Objects.requireNonNull(owner);
        RelationAttribute newRelation = Objects.requireNonNull(relation);
        Set<Object> before = identitySet();
        before.addAll(Arrays.asList(committed));
        if (before.size() == items.size() && before.containsAll(items)) {
            history.forget();
        } else {
            history.commit(committed);
            imported = true;
            adopt(newOwner, newRelation);
        }
    }

    /** Belongs to this relation of this object from now on. */
    void adopt(Object newOwner, RelationAttribute newRelation) {
        owner = newOwner;
        relation = newRelation;
        if (!imported) {
            return;
        }
        imported = false;
        for (Object member : List.copyOf(added())) {
            Pairing.added(newOwner, newRelation, member, newRelation.initiator(Initiator.Operation.APPEND));
        }
        for (Object member : List.copyOf(removed())) {
            Pairing.removed(newOwner, newRelation, member, newRelation.initiator(Initiator.Operation.REMOVE));
        }
    }

    /** Was replaced by another collection: keeps its members, and tells nobody of changes. */
    void release() {
        owner = null;
        relation = null;
        history.forget();
        loaded = true;
    }

    @Nullable
    Object owner() {
        return owner;
    }
}
