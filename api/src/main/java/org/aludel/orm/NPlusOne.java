package org.aludel.orm;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.aludel.engine.EventRegistration;

/**
 * Lazy loads that repeat along one path: an attribute was loaded by a statement of its own for one object after the other
 * of one result. Told once for each path of a session.
 *
 * <p>Whoever wants to know makes the sessions watch: a handler of a factory or a session ({@code
 * sessions.on(NPlusOne.class, ...)}), a listener of all sessions ({@link #listen}), the category {@link
 * org.aludel.engine.EchoCategory#N_PLUS_ONE} of an engine, or the extension of {@code aludel-junit}. Sessions that nobody
 * watches keep no books.
 *
 * @param session where it happened
 * @param entity the class whose attribute was loaded
 * @param attribute the name of the attribute
 * @param path how the objects were come by, from the class of the result: {@code User.addresses.street}
 * @param loads how many objects it was loaded for when it was told
 * @param place the place in the application's code that read the attribute
 * @param cure what would have loaded it along: {@code selectinLoad(User_.addresses)}
 * @since 0.1
 */
public record NPlusOne(
        Session session,
        Class<?> entity,
        String attribute,
        String path,
        int loads,
        StackTraceElement place,
        String cure)
        implements SessionEvent {

    /** Code of the message. */
    public static final String CODE = "ALU-0780";

    private static final List<Consumer<? super NPlusOne>> LISTENERS = new CopyOnWriteArrayList<>();

    /**
     * Calls a listener for what happens in any session of any factory, until the registration is closed. It is called
     * for a path with the second object, the third and so on.
     */
    public static EventRegistration listen(Consumer<? super NPlusOne> listener) {
        Consumer<NPlusOne> own = listener::accept;
        LISTENERS.add(own);
        return () -> LISTENERS.remove(own);
    }

    /** Whether anybody listens to all sessions. */
    public static boolean isHeard() {
        return !LISTENERS.isEmpty();
    }

    /** Tells those who listen to all sessions. */
    public static void tell(NPlusOne found) {
        LISTENERS.forEach(listener -> listener.accept(found));
    }

    /** What happened, where, and what to do. */
    public String message() {
        return CODE + " " + entity.getSimpleName() + "." + attribute
                + " is loaded by a statement of its own for one object after the other of one result (N+1); where: "
                + place + ", path " + path + "; what to do: " + cure;
    }
}
