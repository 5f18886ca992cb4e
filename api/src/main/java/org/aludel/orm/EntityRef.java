package org.aludel.orm;

import java.util.Objects;
import org.aludel.sql.Selected;

/**
 * A mapped class as one part of a row: {@code session.query(entity(User.class), Address_.city)}.
 *
 * @param <E> the mapped class
 * @see Orm#entity
 * @since 0.1
 */
public final class EntityRef<E> implements Selected<E> {

    private final Class<E> type;

    EntityRef(Class<E> type) {
        this.type = Objects.requireNonNull(type, "type");
    }

    /** The mapped class. */
    public Class<E> type() {
        return type;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntityRef<?> ref && ref.type == type;
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }
}
