package org.aludel.orm.internal.events;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.aludel.orm.AttributeModified;
import org.aludel.orm.AttributeSet;
import org.aludel.orm.BulkReplace;
import org.aludel.orm.CollectionAppend;
import org.aludel.orm.CollectionRemove;
import org.aludel.orm.DisposeCollection;
import org.aludel.orm.InitCollection;
import org.aludel.orm.InitScalar;
import org.aludel.orm.Initiator;
import org.aludel.orm.OrmEvent;
import org.jspecify.annotations.Nullable;

/** Those who are told of the changes of one attribute. Immutable. */
public final class AttributeListeners {

    private static final List<Class<? extends OrmEvent>> EVENTS = List.of(
            AttributeSet.class,
            CollectionAppend.class,
            CollectionRemove.class,
            BulkReplace.class,
            AttributeModified.class,
            InitCollection.class,
            DisposeCollection.class,
            InitScalar.class);

    private final String attribute;
    private final EventHub.Entry[] entries;
    private final boolean sets;
    private final boolean appends;
    private final boolean removes;
    private final boolean bulk;
    private final boolean modified;
    private final boolean initCollection;
    private final boolean disposeCollection;
    private final boolean initScalar;
    private final boolean activeHistory;

    AttributeListeners(String attribute, List<EventHub.Entry> entries) {
        this.attribute = attribute;
        this.entries = entries.toArray(new EventHub.Entry[0]);
        this.sets = hears(AttributeSet.class);
        this.appends = hears(CollectionAppend.class);
        this.removes = hears(CollectionRemove.class);
        this.bulk = hears(BulkReplace.class);
        this.modified = hears(AttributeModified.class);
        this.initCollection = hears(InitCollection.class);
        this.disposeCollection = hears(DisposeCollection.class);
        this.initScalar = hears(InitScalar.class);
        this.activeHistory = entries.stream().anyMatch(entry -> entry.filter.isActiveHistory());
    }

    /** Whether events of a type may be events of attributes. */
    static boolean concerns(Class<? extends OrmEvent> type) {
        for (Class<? extends OrmEvent> event : EVENTS) {
            if (type.isAssignableFrom(event)) {
                return true;
            }
        }
        return false;
    }

    private boolean hears(Class<? extends OrmEvent> event) {
        for (EventHub.Entry entry : entries) {
            if (entry.type.isAssignableFrom(event)) {
                return true;
            }
        }
        return false;
    }

    private void fire(OrmEvent event) {
        for (EventHub.Entry entry : entries) {
            entry.offer(event);
        }
    }

    /** Whether a listener wants the old value loaded before a new one is assigned. */
    public boolean activeHistory() {
        return activeHistory;
    }

    /** Whether writes must be told. */
    public boolean hearsWrites() {
        return sets || appends || removes || bulk || modified || initCollection || disposeCollection;
    }

    /** Whether reads of values that were never set must be told. */
    public boolean hearsInitialReads() {
        return initScalar;
    }

    /** A value is assigned; gives the value to take. */
    public @Nullable Object set(
            Object target, @Nullable Object old, boolean oldKnown, @Nullable Object value, Initiator initiator) {
        if (!sets) {
            return value;
        }
        AttributeSet event = new AttributeSet(target, attribute, old, oldKnown, value, initiator);
        fire(event);
        return event.value();
    }

    /** A member is added; gives the one to take. */
    public @Nullable Object append(Object target, @Nullable Object member, Initiator initiator) {
        if (!appends) {
            return member;
        }
        CollectionAppend event = new CollectionAppend(target, attribute, member, initiator);
        fire(event);
        return event.value();
    }

    /** A member is removed. */
    public void remove(Object target, Object member, Initiator initiator) {
        if (removes) {
            fire(new CollectionRemove(target, attribute, member, initiator));
        }
    }

    /** A collection is assigned; gives the members to take. */
    public Collection<?> bulkReplace(Object target, Collection<?> values, Initiator initiator) {
        if (!bulk) {
            return values;
        }
        List<@Nullable Object> list = new ArrayList<>(values);
        fire(new BulkReplace(target, attribute, list, initiator));
        return list;
    }

    /** A value was changed in place. */
    public void modified(Object target, Initiator initiator) {
        if (modified) {
            fire(new AttributeModified(target, attribute, initiator));
        }
    }

    /** An object has got a tracked collection. */
    public void initCollection(Object target, Object collection, Initiator initiator) {
        if (initCollection) {
            fire(new InitCollection(target, attribute, collection, initiator));
        }
    }

    /** A collection was replaced. */
    public void disposeCollection(Object target, Object collection, Initiator initiator) {
        if (disposeCollection) {
            fire(new DisposeCollection(target, attribute, collection, initiator));
        }
    }

    /** A value that was never set is read; gives the value to have, or null. */
    public @Nullable Object initScalar(Object target, Initiator initiator) {
        if (!initScalar) {
            return null;
        }
        InitScalar event = new InitScalar(target, attribute, initiator);
        fire(event);
        return event.value();
    }
}
