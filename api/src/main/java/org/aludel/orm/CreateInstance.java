package org.aludel.orm;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import org.aludel.errors.ArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * An object is about to be made from a row. Objects are made without any constructor of the program; a handler may make
 * one in its own way, by a constructor or a factory that gives it what it needs besides its row. The row's values are
 * written to its fields afterwards, as ever.
 *
 * <pre>{@code
 * mapping.on(CreateInstance.class, e -> e.use(new Invoice(clock)));
 * }</pre>
 *
 * @since 0.1
 */
public final class CreateInstance implements SessionEvent {

    private final Session session;
    private final Class<?> type;
    private final Map<String, @Nullable Object> values;
    private @Nullable Object instance;

    /**
     * Meant for the mapper.
     *
     * @param type the class that the row is of
     * @param values what the row has, by names of attributes
     */
    public CreateInstance(Session session, Class<?> type, Map<String, @Nullable Object> values) {
        this.session = session;
        this.type = type;
        this.values = Collections.unmodifiableMap(values);
    }

    @Override
    public Session session() {
        return session;
    }

    /** The class that the row is of. */
    public Class<?> type() {
        return type;
    }

    /** What the row has, by names of attributes. */
    public Map<String, @Nullable Object> values() {
        return values;
    }

    /**
     * Takes this object for the row.
     *
     * @param made a new object of exactly the row's class
     * @throws ArgumentException ALU-0774 if it is of another class
     */
    public void use(Object made) {
        if (Objects.requireNonNull(made, "made").getClass() != type) {
            throw new ArgumentException(
                    "ALU-0774",
                    "an object of " + made.getClass().getName() + " can't stand for a row of " + type.getName()
                            + "; where: a handler of CreateInstance; what to do: make an object of exactly the class that"
                            + " event.type() says");
        }
        instance = made;
    }

    /** The object that a handler has made; null if none has. */
    public @Nullable Object instance() {
        return instance;
    }
}
