package org.aludel.orm.internal.state;

import java.io.Serializable;
import java.lang.ref.ReferenceQueue;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aludel.errors.DetachedException;
import org.aludel.orm.Initiator;
import org.aludel.orm.instrument.InstanceState;
import org.aludel.orm.instrument.Instrumented;
import org.aludel.orm.internal.events.AttributeListeners;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.CompositeAttribute;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.HiddenValues;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.sql.Expr;
import org.jspecify.annotations.Nullable;

/**
 * The tracking state of one instance of a mapped class, and its weak entry in the identity map.
 *
 * <p>A bit of {@code trapRead} is set exactly while the attribute is not loaded. Old values come into being with the first
 * change: an entry of {@code olds} is null for an unchanged attribute, else the committed value ({@code NULL} for null,
 * {@link #NO_VALUE} for one that was not loaded). Changes of collections are kept by the collections themselves.
 */
public final class EntityState extends InstanceState implements HiddenValues {

    /** In place of a committed value that is not known. */
    public static final Object NO_VALUE = new Object() {
        @Override
        public String toString() {
            return "not loaded";
        }
    };

    static final Object NULL = new Object();

    static final int MODIFIED = 1;
    static final int EXPIRED = 2;
    private static final int GENERATED_KEY = 4;
    static final int DIRTY = 8;

    private static final long serialVersionUID = 1L;

    final transient StateLayout layout;
    /** Values of mapped columns that have no field, by hidden slot; null until one is known. */
    transient @Nullable Object @Nullable [] hidden;

    transient @Nullable Attachment attachment;
    transient @Nullable EntityKey key;
    transient @Nullable Object @Nullable [] olds;
    transient @Nullable Rare rare;
    transient Status status;
    transient int flags;
    private transient int place;

    /** What few states have. */
    static final class Rare {
        /** Attributes without a bit of their own that are not loaded. */
        @Nullable
        BitSet unloaded;

        @Nullable
        Map<ColumnAttribute, Expr<?>> expressions;

        @Nullable
        Set<MappedAttribute> flagged;

        @Nullable
        Object loadRules;
    }

    private EntityState(Object instance, StateLayout layout, Status status, @Nullable ReferenceQueue<Object> queue) {
        super(instance, queue);
        this.layout = layout;
        this.status = status;
    }

    /** A state for an instance just made from a row: its columns are loaded, its relations are not. */
    public static EntityState ofRow(
            Object instance, StateLayout layout, EntityKey key, Attachment attachment, ReferenceQueue<Object> queue) {
        EntityState state = new EntityState(instance, layout, Status.PERSISTENT, queue);
        state.key = key;
        state.attachment = attachment;
        state.trapRead = layout.relationBits | layout.compositeBits;
        state.trapWrite = layout.trackedBits;
        if (layout.wide) {
            for (RelationAttribute relation : layout.relations) {
                state.setUnloaded(relation.index(), true);
            }
            for (CompositeAttribute composite : layout.composites) {
                state.setUnloaded(composite.index(), true);
            }
        }
        ((Instrumented) instance).$aludel_state(state);
        return state;
    }

    /** A state for a new instance: everything is loaded, and its collections become tracked ones. */
    public static EntityState ofNew(Object instance, StateLayout layout, ReferenceQueue<Object> queue) {
        EntityState state = new EntityState(instance, layout, Status.TRANSIENT, queue);
        state.trapWrite = layout.relationBits | layout.listenedBits;
        ((Instrumented) instance).$aludel_state(state);
        for (RelationAttribute relation : layout.collections) {
            TrackedCollections.adopt(instance, state, relation);
        }
        Composites.adopt(instance, state);
        return state;
    }

    /** Where its session keeps it among the new objects; of no meaning where the session has another there, or none. */
    public int place() {
        return place;
    }

    public void place(int newPlace) {
        place = newPlace;
    }

    /** The state of an instance, or null if no session has seen it. */
    public static @Nullable EntityState of(Object instance) {
        return ((Instrumented) instance).$aludel_state() instanceof EntityState state ? state : null;
    }

    /** A state for an instance that came from a stream or another factory, with a row but in no session. */
    public static EntityState ofDetached(
            Object instance, StateLayout layout, EntityKey key, ReferenceQueue<Object> queue) {
        EntityState state = new EntityState(instance, layout, Status.DETACHED, queue);
        state.key = key;
        state.trapWrite = layout.trackedBits;
        ((Instrumented) instance).$aludel_state(state);
        return state;
    }

    /** The same knowledge as an entry of another identity map. */
    public EntityState movedTo(Object instance, StateLayout newLayout, EntityKey newKey, ReferenceQueue<Object> queue) {
        EntityState moved = new EntityState(instance, newLayout, status(), queue);
        moved.key = newKey;
        moved.hidden = hidden;
        moved.olds = olds;
        moved.rare = rare;
        moved.flags = flags & ~MODIFIED;
        moved.trapRead = trapRead;
        moved.trapWrite = trapWrite;
        ((Instrumented) instance).$aludel_state(moved);
        for (RelationAttribute relation : newLayout.collections) {
            TrackedCollections.adopt(instance, moved, relation);
        }
        return moved;
    }

    public EntityMapper mapper() {
        return layout.mapper;
    }

    /** Masks and slots of the class. */
    public StateLayout layout() {
        return layout;
    }

    /** The session it is in, if any. */
    public @Nullable UnitOfWork session() {
        Attachment held = attachment;
        if (held == null) {
            return null;
        }
        UnitOfWork owner = held.owner();
        if (owner == null) {
            toDetached(); // the session has let go of all its objects since
        }
        return owner;
    }

    public @Nullable EntityKey key() {
        return key;
    }

    public Status status() {
        session();
        return status;
    }

    /** The instance; callers hold it or know that it is held. */
    public Object instance() {
        Object instance = get();
        if (instance == null) {
            throw new IllegalStateException("The instance of " + key + " is gone");
        }
        return instance;
    }

    // ---- what is loaded

    public boolean isLoaded(MappedAttribute attribute) {
        int index = attribute.index();
        if (index < 0) {
            @Nullable Object[] values = hidden;
            if (values == null) {
                return key == null;
            }
            return values[((ColumnAttribute) attribute).hiddenSlot()] != NO_VALUE;
        }
        if (index < StateLayout.SHARED) {
            return (trapRead & bit(index)) == 0;
        }
        return rare == null || rare.unloaded == null || !rare.unloaded.get(index);
    }

    /** The attribute's field holds what the database has (or what was written since). */
    public void markLoaded(MappedAttribute attribute) {
        int index = attribute.index();
        if (index >= 0) {
            setUnloaded(index, false);
        }
    }

    /** The next read of the attribute loads it. */
    public void markUnloaded(MappedAttribute attribute) {
        int index = attribute.index();
        outdate(attribute);
        if (index >= 0) {
            setUnloaded(index, true);
            return;
        }
        hiddenValues()[((ColumnAttribute) attribute).hiddenSlot()] = NO_VALUE;
    }

    /** The database knows the attribute's value better; it is read with all that is not loaded when it is needed. */
    public void forget(MappedAttribute attribute) {
        markUnloaded(attribute);
        flags |= EXPIRED;
    }

    /** A composite is made anew when a column of it has changed. */
    private void outdate(MappedAttribute attribute) {
        if (attribute instanceof ColumnAttribute column && column.composite() != null) {
            setUnloaded(column.composite().index(), true);
        }
    }

    /** Makes composites whose columns are loaded of them. */
    public void makeComposites(Object instance) {
        Composites.makeLoaded(instance, this);
    }

    void setUnloaded(int index, boolean unloaded) {
        if (index < StateLayout.SHARED) {
            trapRead = unloaded ? trapRead | bit(index) : trapRead & ~bit(index);
            return;
        }
        if (rare == null) {
            if (!unloaded) {
                return;
            }
            rare = new Rare();
        }
        BitSet all = rare.unloaded;
        if (all == null) {
            if (!unloaded) {
                return;
            }
            all = new BitSet();
            rare.unloaded = all;
        }
        all.set(index, unloaded);
        trapRead = all.isEmpty() ? trapRead & ~bit(index) : trapRead | bit(index);
    }

    /** Whether expired columns wait for a reload of all of them by one statement. */
    public boolean isExpired() {
        return (flags & EXPIRED) != 0;
    }

    /** Whether a column is not loaded. */
    public boolean hasUnloadedColumns() {
        if (isExpired() || hidden != null || layout.wide) {
            for (ColumnAttribute column : layout.columns) {
                if (!isLoaded(column)) {
                    return true;
                }
            }
            return false;
        }
        return (trapRead & layout.trackedBits & ~(layout.relationBits | layout.compositeBits)) != 0;
    }

    @Override
    public @Nullable Object hidden(int slot) {
        @Nullable Object[] values = hidden;
        Object value = values == null ? null : values[slot];
        return value == NO_VALUE ? null : value;
    }

    @Override
    public void hidden(int slot, @Nullable Object value) {
        hiddenValues()[slot] = value;
    }

    /** The hidden columns' values, made if there are none yet (then all unknown for an instance with a row). */
    public @Nullable Object[] hiddenValues() {
        @Nullable Object[] values = hidden;
        if (values == null) {
            values = new Object[layout.hiddenCount];
            if (key != null) {
                Arrays.fill(values, NO_VALUE);
            }
            hidden = values;
        }
        return values;
    }

    /** A value that came from the database: stored without being a change. */
    public void setLoaded(Object instance, MappedAttribute attribute, @Nullable Object value) {
        UnitOfWork owner = session();
        if (owner != null && owner.isJournalling()) {
            owner.journalLoaded(this, instance, attribute);
        }
        if (attribute instanceof RelationAttribute relation && relation.isCollection()) {
            TrackedCollections.load(instance, this, relation, (List<?>) Objects.requireNonNull(value));
        } else if (attribute instanceof CompositeAttribute composite) {
            ColumnAttribute[] parts = composite.parts();
            for (int i = 0; i < parts.length; i++) {
                setLoaded(instance, parts[i], composite.type().part(value, i));
            }
            composite.set(instance, this, value);
        } else {
            store(instance, attribute, value);
        }
        markLoaded(attribute);
    }

    /** What the query that loaded the instance says of attributes that are loaded later; the loaders' own business. */
    public @Nullable Object loadRules() {
        return rare == null ? null : rare.loadRules;
    }

    public void loadRules(@Nullable Object rules) {
        if (rare == null) {
            if (rules == null) {
                return;
            }
            rare = new Rare();
        }
        rare.loadRules = rules;
    }

    /** Told by loaders after a reload of the columns. */
    public void refreshed() {
        flags &= ~EXPIRED;
    }

    // ---- hooks of the accessors

    @Override
    public void onRead(Object instance, int index) {
        MappedAttribute attribute = layout.at(index);
        if (attribute == null || isLoaded(attribute)) {
            return;
        }
        UnitOfWork owner = session();
        if (owner != null && key != null && attribute instanceof RelationAttribute relation) {
            owner.beforeRead(this, relation);
        }
        require(instance, attribute);
    }

    @Override
    public @Nullable Object onWrite(Object instance, int index, @Nullable Object value) {
        MappedAttribute attribute = layout.at(index);
        if (attribute instanceof ColumnAttribute column) {
            if (column.activeHistory()) {
                require(instance, column);
            }
            Object taken = AttributeChanges.told(instance, this, column, value);
            if (key != null) {
                remember(instance, column);
            }
            if (rare != null && rare.expressions != null) {
                rare.expressions.remove(column);
            }
            outdate(column);
            return taken;
        }
        if (attribute instanceof CompositeAttribute composite) {
            return Composites.take(instance, this, composite, value);
        }
        if (attribute instanceof RelationAttribute relation) {
            return relation.isCollection()
                    ? TrackedCollections.replace(instance, this, relation, value)
                    : Pairing.replaceReference(instance, this, relation, value);
        }
        return value;
    }

    @Override
    public void onChanging(Object instance, int index) {
        if (key != null && layout.at(index) instanceof ColumnAttribute column && !isWritten(column)) {
            remember(instance, column, MutableValues.kept(column.get(instance, this)));
        }
    }

    @Override
    public void onChanged(Object instance, int index) {
        if (layout.at(index) instanceof ColumnAttribute column) {
            touch(instance);
            MutableValues.tell(instance, column);
        } else if (layout.at(index) instanceof CompositeAttribute composite) {
            Composites.changed(instance, this, composite);
        }
    }

    /** Loads the attribute if it is not loaded. */
    public void require(Object instance, MappedAttribute attribute) {
        if (isLoaded(attribute)) {
            return;
        }
        if (attribute instanceof CompositeAttribute composite) {
            Composites.make(instance, this, composite);
            return;
        }
        if (attribute instanceof RelationAttribute relation && relation.isDynamic()) {
            TrackedCollections.made(instance, this, relation);
            return;
        }
        if (key == null) {
            if (attribute instanceof RelationAttribute relation && relation.isCollection()) {
                TrackedCollections.adopt(instance, this, relation);
            }
            markLoaded(attribute);
            return;
        }
        UnitOfWork owner = session();
        if (owner == null) {
            throw detached(attribute, this);
        }
        owner.load(this, instance, attribute);
    }

    static DetachedException detached(MappedAttribute attribute, @Nullable EntityState state) {
        String where = (state == null ? attribute.owner() : state.mapper()).name() + "." + attribute.name();
        EntityKey key = state == null ? null : state.key;
        return new DetachedException(
                "ALU-0520",
                where + " is not loaded and its object belongs to no session; where: "
                        + attribute.owner().name()
                        + " with key "
                        + (key == null ? "none" : key.value())
                        + "; what to do: load it while the session is open (selectinLoad or joinedLoad in the query), or"
                        + " bring the object back with session.merge(object) or session.add(object)");
    }

    // ---- changes

    /** Keeps the committed value before the first change, and tells the session. The field still holds the old value. */
    void remember(Object instance, MappedAttribute attribute) {
        Object present = isLoaded(attribute) ? attribute.get(instance, this) : NO_VALUE;
        remember(instance, attribute, MutableValues.kept(present));
    }

    void remember(Object instance, MappedAttribute attribute, @Nullable Object committed) {
        if (key != null) {
            @Nullable Object[] values = olds;
            if (values == null) {
                values = new Object[layout.slots];
                olds = values;
            }
            int slot = layout.slot(attribute);
            if (values[slot] == null) {
                values[slot] = committed == null ? NULL : committed;
            }
        }
        if (attribute.index() >= 0) {
            setUnloaded(attribute.index(), false);
            if (attribute instanceof ColumnAttribute && attribute.index() < StateLayout.SHARED) {
                trapWrite &= ~bit(attribute.index()) | layout.listenedBits;
            }
        }
        touch(instance);
    }

    /** The attribute was changed while no state could keep its committed value, as in an instance from a stream. */
    public void changedElsewhere(Object instance, MappedAttribute attribute) {
        remember(instance, attribute, NO_VALUE);
    }

    /** Tells the session of a change, once between flushes. */
    void touch(Object instance) {
        UnitOfWork owner = session();
        if (owner != null && (flags & MODIFIED) == 0) {
            flags |= MODIFIED;
            owner.touched(this, instance);
        }
    }

    /**
     * Writes a value as the program would, but without traps of the relation kind: what a flush does to foreign keys,
     * generated keys and versions.
     */
    public void assign(Object instance, ColumnAttribute column, @Nullable Object value) {
        if (key != null) {
            remember(instance, column);
        }
        store(instance, column, value);
    }

    /** Writes a reference without telling the other side. */
    public void assignReference(Object instance, RelationAttribute relation, @Nullable Object value) {
        remember(instance, relation);
        store(instance, relation, value);
    }

    void store(Object instance, MappedAttribute attribute, @Nullable Object value) {
        outdate(attribute);
        boolean mutable = attribute instanceof ColumnAttribute column && column.isMutable();
        attribute.set(
                instance, this, mutable ? MutableValues.taken(instance, (ColumnAttribute) attribute, value) : value);
    }

    /** Whether the attribute was written since the last flush, even with the same value. */
    public boolean isWritten(MappedAttribute attribute) {
        if (attribute instanceof CompositeAttribute composite) {
            for (ColumnAttribute part : composite.parts()) {
                if (isWritten(part)) {
                    return true;
                }
            }
            return false;
        }
        return olds != null && olds[layout.slot(attribute)] != null;
    }

    /** Whether the attribute has a net change since the last flush. */
    public boolean isChanged(MappedAttribute attribute) {
        return NetChanges.isChanged(this, attribute);
    }

    /**
     * The committed value: before the first change since the last flush.
     *
     * @return {@link #NO_VALUE} if it is not known
     */
    public @Nullable Object oldValue(MappedAttribute attribute) {
        return NetChanges.oldValue(this, attribute);
    }

    /** Whether any attribute has a net change. */
    public boolean hasChanges() {
        return NetChanges.hasChanges(this);
    }

    /** Forgets what was kept of a change, so that the present value counts as committed. */
    void forgetChange(MappedAttribute attribute) {
        if (attribute instanceof CompositeAttribute composite) {
            for (ColumnAttribute part : composite.parts()) {
                forgetChange(part);
            }
            return;
        }
        if (olds != null) {
            olds[layout.slot(attribute)] = null;
        }
        if (rare != null && rare.flagged != null) {
            rare.flagged.remove(attribute);
        }
    }

    /** Has the next flush write an attribute whatever its value. */
    public void flagModified(Object instance, MappedAttribute attribute) {
        if (attribute instanceof CompositeAttribute composite) {
            Composites.changed(instance, this, composite);
            for (ColumnAttribute part : composite.parts()) {
                flagModified(instance, part);
            }
            return;
        }
        if (rare == null) {
            rare = new Rare();
        }
        if (rare.flagged == null) {
            rare.flagged = new java.util.LinkedHashSet<>();
        }
        rare.flagged.add(attribute);
        remember(instance, attribute);
        AttributeListeners listeners = attribute.listeners();
        if (listeners != null) {
            listeners.modified(instance, attribute.initiator(Initiator.Operation.MODIFIED));
        }
    }

    /** Has the next flush look at the object, whether or not anything has changed. */
    public void flagDirty(Object instance) {
        touch(instance);
        flags |= DIRTY;
    }

    /** Whether the object was flagged, or assigned to, since the last flush. */
    public boolean isDirty() {
        return (flags & DIRTY) != 0 || isTouched();
    }

    /** The SQL expression that the next flush assigns to a column, or null. */
    public @Nullable Expr<?> pendingExpression(ColumnAttribute column) {
        return rare == null || rare.expressions == null ? null : rare.expressions.get(column);
    }

    /** Assigns a SQL expression; the next flush writes it, and the value is read back when it is needed. */
    public void assignExpression(Object instance, ColumnAttribute column, Expr<?> expression) {
        remember(instance, column);
        if (column.index() >= 0) {
            trapWrite |= bit(column.index());
        }
        if (rare == null) {
            rare = new Rare();
        }
        if (rare.expressions == null) {
            rare.expressions = new LinkedHashMap<>();
        }
        rare.expressions.put(column, expression);
    }

    /** The database generated the key: it goes again if the row does. */
    public void keyGenerated() {
        flags |= GENERATED_KEY;
    }

    /** Whether the session has been told of changes since the last flush. */
    public boolean isTouched() {
        session();
        return (flags & MODIFIED) != 0;
    }

    /** The row is written: committed values are now the present ones. */
    public void flushed() {
        Object instance = get();
        if (instance == null) {
            return;
        }
        UnitOfWork owner = session();
        if (status == Status.PERSISTENT && owner != null && owner.isJournalling()) {
            journalCommitted(owner, instance);
        }
        status = Status.PERSISTENT;
        forgetChanges(instance);
        if (rare != null && rare.expressions != null) {
            for (ColumnAttribute column : rare.expressions.keySet()) {
                forget(column);
            }
            rare.expressions = null;
        }
    }

    /** Hands all committed values that are about to be forgotten to the journal. */
    private void journalCommitted(UnitOfWork owner, Object instance) {
        @Nullable Object[] values = olds;
        if (values != null) {
            for (int slot = 0; slot < values.length; slot++) {
                MappedAttribute attribute = values[slot] == null ? null : layout.at(slot);
                if (attribute != null) {
                    owner.journal(this, instance, attribute, values[slot] == NULL ? null : values[slot]);
                }
            }
        }
        for (RelationAttribute relation : layout.collections) {
            TrackedCollection<?> collection = TrackedCollections.existing(instance, this, relation);
            if (collection != null && collection.members().hasChanges()) {
                owner.journal(this, instance, relation, collection.members().committed());
            }
        }
    }

    private void forgetChanges(Object instance) {
        olds = null;
        flags &= ~(MODIFIED | DIRTY);
        if (rare != null) {
            rare.flagged = null;
        }
        trapWrite = layout.trackedBits;
        for (RelationAttribute relation : layout.collections) {
            TrackedCollection<?> collection = TrackedCollections.existing(instance, this, relation);
            if (collection != null) {
                collection.members().flushed();
            }
        }
    }

    // ---- what sessions do to states

    /** Joins a session as new. */
    public void toPending(UnitOfWork owner) {
        session();
        attachment = owner.attachment();
        status = Status.PENDING;
    }

    /** Its row exists now under this key. References that were never set load from their foreign key when asked. */
    public void toPersistent(Object instance, EntityKey newKey) {
        boolean isNew = key == null;
        key = newKey;
        status = Status.PERSISTENT;
        if (!isNew) {
            return;
        }
        for (RelationAttribute relation : layout.relations) {
            if (!relation.isCollection() && relation.get(instance, this) == null) {
                setUnloaded(relation.index(), true);
            }
        }
    }

    /** Comes (back) into a session with the key it has. */
    public void attach(UnitOfWork owner, Object instance) {
        attachment = owner.attachment();
        status = Status.PERSISTENT;
        flags &= ~MODIFIED;
        if (hasChanges()) {
            touch(instance);
        }
    }

    /** A flush has deleted its row. */
    public void toDeleted() {
        status = Status.DELETED;
    }

    /** The deletion was undone. */
    public void undelete() {
        status = Status.PERSISTENT;
    }

    /** Leaves its session, keeping key and values; one whose row is gone stays deleted. */
    public void toDetached() {
        attachment = null;
        if (status != Status.DELETED) {
            status = key == null ? Status.TRANSIENT : Status.DETACHED;
        }
        flags &= ~MODIFIED;
    }

    /** Becomes an object that no session knows, with the values that are loaded, its key among them. */
    public void forgetIdentity(Object instance) {
        flags &= ~GENERATED_KEY;
        Expiry.clear(this, instance);
        toTransient(instance);
    }

    /** Becomes an object that no session knows; a key that the database generated is taken back. */
    public void toTransient(Object instance) {
        Composites.makeLoaded(instance, this);
        if ((flags & GENERATED_KEY) != 0) {
            ColumnAttribute generated = layout.mapper.generatedKey();
            if (generated != null && !generated.isPrimitive()) {
                generated.set(instance, this, null);
            } else if (generated != null) {
                generated.set(instance, this, zero(generated));
            }
        }
        attachment = null;
        key = null;
        status = Status.TRANSIENT;
        for (RelationAttribute relation : layout.collections) {
            TrackedCollection<?> collection = TrackedCollections.existing(instance, this, relation);
            if (collection != null) {
                collection.members().becomeNew();
            }
        }
        ((Instrumented) instance).$aludel_state(null);
    }

    private static Object zero(ColumnAttribute generated) {
        Class<?> type = generated.javaType();
        if (type == long.class) {
            return 0L;
        }
        return type == short.class ? (Object) (short) 0 : (Object) 0;
    }

    /** A key that an update has changed. */
    public void rekey(EntityKey newKey) {
        key = newKey;
    }

    /** What is not loaded comes all at once, with the first that is asked for. */
    public void markExpired() {
        flags |= EXPIRED;
    }

    /** Forgets an attribute's value and change; the next read loads it. A key stays what it is. */
    public void expire(Object instance, MappedAttribute attribute) {
        Expiry.expire(this, instance, attribute);
    }

    /** Expires every attribute and forgets all changes. */
    public void expireAll(Object instance) {
        Expiry.expireAll(this, instance);
    }

    /** Puts back the value an attribute had at a savepoint. */
    public void restore(Object instance, MappedAttribute attribute, @Nullable Object value) {
        Restoration.restore(this, instance, attribute, value);
    }

    /** Undoes all changes since the last flush, from memory. */
    public void revert(Object instance) {
        Restoration.revert(this, instance);
    }

    @Override
    protected @Nullable Serializable snapshot() {
        EntityKey known = key;
        if (known == null) {
            return null;
        }
        layout.tellSerializing(this);
        HashMap<Integer, Object> made = Composites.missing(this);
        BitSet unloaded = new BitSet();
        BitSet changed = new BitSet();
        for (int index = 0; index < layout.fields; index++) {
            MappedAttribute attribute = layout.at(index);
            if (attribute != null && !isLoaded(attribute)) {
                unloaded.set(index);
            } else if (attribute != null && isChanged(attribute)) {
                changed.set(index);
            }
        }
        BitSet mutable = new BitSet();
        for (ColumnAttribute column : layout.mutable()) {
            mutable.set(column.index());
        }
        HashMap<Integer, Object[]> committed = new HashMap<>();
        for (RelationAttribute relation : layout.collections) {
            TrackedCollection<?> tracked = TrackedCollections.existing(instance(), this, relation);
            if (tracked != null && !relation.isDynamic() && tracked.members().isLoaded()) {
                committed.put(relation.index(), (Object[]) tracked.members().committed());
            }
        }
        return new ImportedState.Snapshot(
                layout.mapper.name(), known.value(), layout.names(), unloaded, changed, mutable, made, committed);
    }

    @Override
    public String toString() {
        return layout.mapper.name() + (key == null ? "" : " " + key.value()) + " " + status();
    }
}
