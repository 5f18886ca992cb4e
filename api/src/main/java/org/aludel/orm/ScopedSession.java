package org.aludel.orm;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One session for each scope: a thread, a request, or whatever a function tells apart. Code that has no other way to get
 * at the session of its surroundings asks for {@link #current()}; who ends the scope calls {@link #remove()}.
 *
 * <pre>{@code
 * ScopedSession sessions = ScopedSession.byThread(factory);
 * sessions.current().add(new User("ed"));
 * sessions.current().commit();
 * sessions.remove();
 * }</pre>
 *
 * @since 0.1
 */
public final class ScopedSession implements AutoCloseable {

    private final SessionFactory factory;
    private final Supplier<?> scope;
    private final Map<Object, Session> open = new ConcurrentHashMap<>();

    private ScopedSession(SessionFactory factory, Supplier<?> scope) {
        this.factory = factory;
        this.scope = scope;
    }

    /** A session for each thread. */
    public static ScopedSession byThread(SessionFactory factory) {
        return new ScopedSession(factory, Thread::currentThread);
    }

    /**
     * A session for each scope that a function tells apart.
     *
     * @param scope gives an object that stands for the current scope; equal objects are one scope
     */
    public static ScopedSession by(SessionFactory factory, Supplier<?> scope) {
        return new ScopedSession(factory, scope);
    }

    /** The factory that the sessions come from. */
    public SessionFactory factory() {
        return factory;
    }

    /** The session of the current scope; opened if there is none, or it was closed. */
    public Session current() {
        return Objects.requireNonNull(open.compute(
                key(), (any, present) -> present == null || present.isClosed() ? factory.open() : present));
    }

    /** Whether the current scope has a session. */
    public boolean isPresent() {
        Session present = open.get(key());
        return present != null && !present.isClosed();
    }

    /** Closes the session of the current scope, rolling back what was not committed. Does nothing if there is none. */
    public void remove() {
        @Nullable Session present = open.remove(key());
        if (present != null) {
            present.close();
        }
    }

    private Object key() {
        return Objects.requireNonNull(scope.get(), "the scope function gave no scope");
    }

    /** Closes the sessions of all scopes. */
    @Override
    public void close() {
        for (Object key : open.keySet()) {
            Session present = open.remove(key);
            if (present != null) {
                present.close();
            }
        }
    }
}
