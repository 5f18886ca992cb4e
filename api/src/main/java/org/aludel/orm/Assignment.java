package org.aludel.orm;

import java.util.ArrayList;
import java.util.List;
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

    private final @Nullable Attribute<?, T> attribute;
    private final @Nullable Object value;

    private final @Nullable Hybrid<?, T> hybrid;

    Assignment(Attribute<?, T> attribute, @Nullable Object value) {
        this.attribute = Objects.requireNonNull(attribute, "attribute");
        this.value = value;
        this.hybrid = null;
    }

    Assignment(Hybrid<?, T> hybrid, @Nullable Object value) {
        this.attribute = null;
        this.value = value;
        this.hybrid = Objects.requireNonNull(hybrid, "hybrid");
    }

    /**
     * What it comes to: itself for an attribute, what a hybrid takes the value apart to else.
     *
     * @throws org.aludel.errors.ArgumentException ALU-0621 if the hybrid can't be assigned to
     */
    public List<Assignment<?>> parts() {
        if (hybrid == null) {
            return List.of(this);
        }
        List<Assignment<?>> parts = new ArrayList<>();
        for (Assignment<?> part : hybrid.assignments(value)) {
            parts.addAll(part.parts());
        }
        return parts;
    }

    /** What is assigned to; of a hybrid, ask its {@link #parts}. */
    public Attribute<?, T> attribute() {
        return Objects.requireNonNull(attribute, "a hybrid is assigned to: see parts()");
    }

    /** The value, or an {@link Expr} that the database computes. */
    public @Nullable Object value() {
        return value;
    }

    @Override
    public String toString() {
        return (hybrid == null ? attribute : hybrid) + " = " + value;
    }
}
