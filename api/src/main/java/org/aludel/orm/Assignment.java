package org.aludel.orm;

import java.util.Objects;
import org.aludel.sql.Expr;
import org.jspecify.annotations.Nullable;

/**
 * A new value for an attribute in a bulk update.
 *
 * @param <T> type of the attribute
 * @see Orm#set
 * @since 0.1
 */
public final class Assignment<T> {

    private final Attribute<?, T> attribute;
    private final @Nullable Object value;

    Assignment(Attribute<?, T> attribute, @Nullable Object value) {
        this.attribute = Objects.requireNonNull(attribute, "attribute");
        this.value = value;
    }

    /** What is assigned to. */
    public Attribute<?, T> attribute() {
        return attribute;
    }

    /** The value, or an {@link Expr} that the database computes. */
    public @Nullable Object value() {
        return value;
    }

    @Override
    public String toString() {
        return attribute + " = " + value;
    }
}
