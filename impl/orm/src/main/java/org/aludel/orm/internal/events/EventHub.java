package org.aludel.orm.internal.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.aludel.engine.EventRegistration;
import org.aludel.orm.AttributeEvent;
import org.aludel.orm.CreateInstance;
import org.aludel.orm.EventFilter;
import org.aludel.orm.EventHandler;
import org.aludel.orm.InstanceEvent;
import org.aludel.orm.Load;
import org.aludel.orm.OrmEvent;
import org.aludel.orm.Refresh;
import org.aludel.orm.ResultItem;
import org.aludel.orm.StateTransition;
import org.jspecify.annotations.Nullable;

/** The handlers of one factory or one session. Safe for use by many threads. */
public final class EventHub {

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final Map<Class<?>, Boolean> wanted = new ConcurrentHashMap<>();
    private volatile @Nullable Runnable onChange;

    /** Whether somebody listens to what happens for each row that is read. */
    private volatile boolean hearsLoading;

    /** A handler that was registered. */
    static final class Entry {
        final Class<? extends OrmEvent> type;
        final EventFilter filter;
        final EventHandler<?> registered;
        private final EventHub hub;
        private final Consumer<OrmEvent> handler;

        <E extends OrmEvent> Entry(EventHub hub, EventHandler<E> registered) {
            this.registered = registered;
            this.hub = hub;
            this.type = registered.type();
            this.filter = registered.filter();
            this.handler =
                    event -> registered.handler().accept(registered.type().cast(event));
        }

        void offer(OrmEvent event) {
            if (type.isInstance(event) && admits(event)) {
                if (filter.isOnce() && !hub.remove(this)) {
                    return;
                }
                handler.accept(event);
            }
        }

        /** The class of the object that an event is about, or will be about. */
        private static @Nullable Class<?> about(OrmEvent event) {
            if (event instanceof InstanceEvent instance) {
                return instance.target().getClass();
            }
            if (event instanceof CreateInstance creating) {
                return creating.type();
            }
            Object item = event instanceof ResultItem result ? result.item() : null;
            return item == null ? null : item.getClass();
        }

        private boolean admits(OrmEvent event) {
            if (filter == EventFilter.all()) {
                return true;
            }
            Class<?> about = about(event);
            if (about != null && !filter.admits(about)) {
                return false;
            }
            String name = filter.attribute();
            return name == null
                    || event instanceof AttributeEvent attribute
                            && attribute.attribute().equals(name);
        }
    }

    /** Has something done after handlers came or went: what is kept about them elsewhere is made anew. */
    public void onChange(Runnable action) {
        onChange = action;
        action.run();
    }

    /** A hub of its own that begins with the same handlers. */
    public EventHub copy() {
        EventHub copy = new EventHub();
        for (Entry entry : entries) {
            copy.entries.add(new Entry(copy, entry.registered));
        }
        copy.changed();
        return copy;
    }

    public <E extends OrmEvent> EventRegistration add(EventHandler<E> handler) {
        Entry entry = new Entry(this, handler);
        if (handler.filter().isFirst()) {
            entries.add(0, entry);
        } else {
            entries.add(entry);
        }
        changed();
        return () -> remove(entry);
    }

    /** Registers several handlers, which one registration removes. */
    public EventRegistration addAll(List<EventHandler<?>> handlers) {
        List<EventRegistration> registrations = new ArrayList<>();
        handlers.forEach(handler -> registrations.add(add(handler)));
        return () -> registrations.forEach(EventRegistration::close);
    }

    private boolean remove(Entry entry) {
        boolean removed = entries.remove(entry);
        if (removed) {
            changed();
        }
        return removed;
    }

    private void changed() {
        wanted.clear();
        hearsLoading = !entries.isEmpty() && (find(Load.class) || find(Refresh.class) || find(StateTransition.class));
        Runnable action = onChange;
        if (action != null) {
            action.run();
        }
    }

    /** Whether somebody listens to loads and refreshes; quick enough to be asked for each row. */
    public boolean hearsLoading() {
        return hearsLoading;
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Whether anybody listens to events of a type. */
    public boolean wants(Class<? extends OrmEvent> type) {
        return !entries.isEmpty() && wanted.computeIfAbsent(type, this::find);
    }

    private boolean find(Class<?> type) {
        for (Entry entry : entries) {
            if (entry.type.isAssignableFrom(type)) {
                return true;
            }
        }
        return false;
    }

    /** Whether anybody listens to events of a type that happen to objects of a class. */
    public boolean wants(Class<? extends OrmEvent> type, Class<?> target) {
        if (!wants(type)) {
            return false;
        }
        for (Entry entry : entries) {
            if (entry.type.isAssignableFrom(type) && entry.filter.admits(target)) {
                return true;
            }
        }
        return false;
    }

    /** Tells the handlers of an event. */
    public void fire(OrmEvent event) {
        for (Entry entry : entries) {
            entry.offer(event);
        }
    }

    /** Tells the handlers of an event, which is made only if there are any. */
    public <E extends OrmEvent> void fire(Class<E> type, Supplier<? extends E> event) {
        if (wants(type)) {
            fire(event.get());
        }
    }

    /** The listeners of an attribute of a class, its subclasses and superclasses; null if there are none. */
    public @Nullable AttributeListeners of(Class<?> owner, String attribute) {
        if (entries.isEmpty()) {
            return null;
        }
        List<Entry> found = new ArrayList<>();
        for (Entry entry : entries) {
            boolean related =
                    entry.filter.type().isAssignableFrom(owner) || owner.isAssignableFrom(entry.filter.type());
            boolean named =
                    entry.filter.attribute() == null || entry.filter.attribute().equals(attribute);
            if (related && named && AttributeListeners.concerns(entry.type)) {
                found.add(entry);
            }
        }
        return found.isEmpty() ? null : new AttributeListeners(attribute, found);
    }
}
