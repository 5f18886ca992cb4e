package org.aludel.orm.internal.events;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.aludel.errors.ArgumentException;
import org.aludel.orm.EventFilter;
import org.aludel.orm.EventHandler;
import org.aludel.orm.Listens;
import org.aludel.orm.OrmEvent;

/** Reads the handlers that the methods of a listener object are. */
public final class ListenerMethods {

    private ListenerMethods() {}

    /**
     * The handlers of a listener object.
     *
     * @param within the class whose objects are meant where a method does not say
     * @throws ArgumentException ALU-0480 if there is none, or one can't be a handler
     */
    public static List<EventHandler<?>> of(Object listener, Class<?> within) {
        List<EventHandler<?>> handlers = new ArrayList<>();
        for (Class<?> c = listener.getClass(); c != null && c != Object.class; c = c.getSuperclass()) {
            for (Method method : c.getDeclaredMethods()) {
                Listens listens = method.getAnnotation(Listens.class);
                if (listens != null) {
                    handlers.add(handler(listener, method, listens, within));
                }
            }
        }
        if (handlers.isEmpty()) {
            throw new ArgumentException(
                    "ALU-0480",
                    "the listener has no method marked with @Listens; where: "
                            + listener.getClass().getName() + "; what to do: mark the methods that handle events");
        }
        return handlers;
    }

    private static EventHandler<?> handler(Object listener, Method method, Listens listens, Class<?> within) {
        Class<?>[] parameters = method.getParameterTypes();
        if (parameters.length != 1 || !OrmEvent.class.isAssignableFrom(parameters[0]) || !method.trySetAccessible()) {
            throw new ArgumentException(
                    "ALU-0480",
                    "a method marked with @Listens can't handle events; where: " + method
                            + "; what to do: give it one parameter, the event, and make it accessible (open its package"
                            + " to org.aludel.orm)");
        }
        Class<?> type = listens.type() == Object.class ? within : listens.type();
        EventFilter filter = listens.attribute().isEmpty()
                ? type == Object.class ? EventFilter.all() : EventFilter.of(type)
                : EventFilter.of(type, listens.attribute());
        return new EventHandler<>(
                parameters[0].asSubclass(OrmEvent.class), filter, event -> invoke(listener, method, event));
    }

    private static void invoke(Object listener, Method method, OrmEvent event) {
        try {
            method.invoke(listener, event);
        } catch (InvocationTargetException e) {
            ListenerMethods.<RuntimeException>throwAsIs(e.getCause() == null ? e : e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " was made accessible, and is not", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> void throwAsIs(Throwable error) throws X {
        throw (X) error;
    }
}
