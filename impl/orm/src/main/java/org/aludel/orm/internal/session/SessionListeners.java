package org.aludel.orm.internal.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.aludel.engine.EventRegistration;
import org.aludel.orm.SessionEvent;

/** The handlers of a factory's session events. */
final class SessionListeners {

    private record Entry<E extends SessionEvent>(Class<E> type, Consumer<? super E> handler) {
        void offer(SessionEvent event) {
            if (type.isInstance(event)) {
                handler.accept(type.cast(event));
            }
        }

        boolean wants(Class<? extends SessionEvent> event) {
            return type.isAssignableFrom(event);
        }
    }

    private final List<Entry<?>> entries = new CopyOnWriteArrayList<>();

    <E extends SessionEvent> EventRegistration add(Class<E> type, Consumer<? super E> handler) {
        Entry<E> entry = new Entry<>(type, handler);
        entries.add(entry);
        return () -> entries.removeIf(other -> other == entry);
    }

    /** Tells the handlers of an event, which is made only if there are any. */
    void fire(Class<? extends SessionEvent> type, Supplier<? extends SessionEvent> event) {
        if (entries.isEmpty()) {
            return;
        }
        boolean wanted = false;
        for (Entry<?> entry : entries) {
            wanted |= entry.wants(type);
        }
        if (wanted) {
            SessionEvent made = event.get();
            for (Entry<?> entry : entries) {
                entry.offer(made);
            }
        }
    }
}
