package org.aludel.core.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.BeforeExecute;
import org.aludel.engine.EngineEvent;
import org.aludel.engine.EventRegistration;

/**
 * The handlers of one engine. Reading is lock-free on an immutable array; adding and removing replace it. A handler's
 * exception goes to the caller of the operation: a handler may refuse what is about to happen.
 */
public final class EventHub {

    private record Handler(Class<?> type, Consumer<Object> action) {}

    private static final Handler[] NONE = {};

    private final ReentrantLock changing = new ReentrantLock();
    private volatile Handler[] handlers = NONE;
    private volatile boolean beforeExecute;
    private volatile boolean afterExecute;

    /** Adds a handler for events of a type and its subtypes. */
    @SuppressWarnings("unchecked") // a handler is only given instances of its type
    public <E extends EngineEvent> EventRegistration on(Class<E> type, Consumer<? super E> action) {
        return add(new Handler(type, (Consumer<Object>) (Consumer<?>) action), Integer.MAX_VALUE);
    }

    /** Adds a handler that is called before those that are there. */
    @SuppressWarnings("unchecked") // a handler is only given instances of its type
    public <E extends EngineEvent> EventRegistration onFirst(Class<E> type, Consumer<? super E> action) {
        return add(new Handler(type, (Consumer<Object>) (Consumer<?>) action), 0);
    }

    private EventRegistration add(Handler handler, int place) {
        changing.lock();
        try {
            List<Handler> more = new ArrayList<>(List.of(handlers));
            more.add(Math.min(place, more.size()), handler);
            publish(more.toArray(Handler[]::new));
            return () -> remove(handler);
        } finally {
            changing.unlock();
        }
    }

    private void remove(Handler handler) {
        changing.lock();
        try {
            publish(Arrays.stream(handlers).filter(h -> h != handler).toArray(Handler[]::new));
        } finally {
            changing.unlock();
        }
    }

    private void publish(Handler[] next) {
        handlers = next;
        beforeExecute = anyFor(next, BeforeExecute.class);
        afterExecute = anyFor(next, AfterExecute.class);
    }

    private static boolean anyFor(Handler[] handlers, Class<?> event) {
        return Arrays.stream(handlers).anyMatch(h -> h.type().isAssignableFrom(event));
    }

    /** Whether anyone listens at all; callers make no event otherwise. */
    public boolean isActive() {
        return handlers != NONE && handlers.length > 0;
    }

    /** Whether anyone wants to hear before statements are executed. */
    public boolean wantsBeforeExecute() {
        return beforeExecute;
    }

    /** Whether anyone wants to hear after statements were executed. */
    public boolean wantsAfterExecute() {
        return afterExecute;
    }

    /** Calls the handlers of the event's type, in order of registration. */
    public void fire(EngineEvent event) {
        for (Handler handler : handlers) {
            if (handler.type().isInstance(event)) {
                handler.action().accept(event);
            }
        }
    }
}
