package org.aludel.orm;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aludel.errors.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/**
 * A mapped class whose objects save and delete themselves, in the session of their surroundings. {@link #of} gives the
 * finders of a class.
 *
 * <pre>{@code
 * @Mapped(table = "users")
 * public class User implements ActiveRecord {
 *     public static Records<User> records() { return ActiveRecord.of(User.class); }
 *     ...
 * }
 *
 * ActiveRecord.assign(ScopedSession.byThread(sessions), User.class, Address.class);    // once
 * new User("ed").save();
 * User ed = User.records().getBy("name", "ed");
 * ed.delete();
 * }</pre>
 *
 * @since 0.1
 */
public interface ActiveRecord {

    /** Gives classes the sessions that their objects and finders use. */
    static void assign(ScopedSession sessions, Class<?>... classes) {
        for (Class<?> type : classes) {
            Assigned.SESSIONS.put(type, sessions);
        }
    }

    /**
     * The finders of a class.
     *
     * @throws InvalidRequestException ALU-0467 if no sessions were assigned to it
     */
    static <E> Records<E> of(Class<E> type) {
        return new Records<>(type, Assigned.sessions(type));
    }

    /** Adds the object to the session and writes it, with all that has changed. */
    default void save() {
        Session session = session();
        if (!session.contains(this)) {
            session.add(this);
        }
        session.flush();
    }

    /** Deletes the object's row. */
    default void delete() {
        Session session = session();
        session.delete(this);
        session.flush();
    }

    /** Reads the object anew. */
    default void refresh() {
        session().refresh(this);
    }

    /** Takes the object out of the session. */
    default void expunge() {
        session().expunge(this);
    }

    /** The session that the object is in, or that of its surroundings. */
    private Session session() {
        ScopedSession sessions = Assigned.sessions(getClass());
        Session own = sessions.factory().sessionOf(this);
        return own != null ? own : sessions.current();
    }

    /** Which class has which sessions. */
    final class Assigned {

        private static final Map<Class<?>, ScopedSession> SESSIONS = new ConcurrentHashMap<>();

        private Assigned() {}

        static ScopedSession sessions(Class<?> type) {
            for (@Nullable Class<?> c = type; c != null; c = c.getSuperclass()) {
                ScopedSession found = SESSIONS.get(c);
                if (found != null) {
                    return found;
                }
            }
            throw new InvalidRequestException(
                    "ALU-0467",
                    "no sessions were assigned to " + type.getSimpleName()
                            + "; where: a method of ActiveRecord; what to do: call ActiveRecord.assign(scopedSession, "
                            + type.getSimpleName() + ".class) when the program starts");
        }
    }
}
