package org.aludel.orm;

import org.jspecify.annotations.Nullable;

/**
 * A member is about to be added to a collection. Handlers may replace it; an exception keeps it out.
 *
 * @since 0.1
 */
public final class CollectionAppend implements AttributeEvent {

    private final Object target;
    private final String attribute;
    private final Initiator initiator;
    private @Nullable Object value;

    /** Made where the attribute changes. */
    public CollectionAppend(Object target, String attribute, @Nullable Object value, Initiator initiator) {
        this.target = target;
        this.attribute = attribute;
        this.value = value;
        this.initiator = initiator;
    }

    @Override
    public Object target() {
        return target;
    }

    @Override
    public String attribute() {
        return attribute;
    }

    @Override
    public Initiator initiator() {
        return initiator;
    }

    /** The member. */
    public @Nullable Object value() {
        return value;
    }

    /** Adds another object instead. */
    public void replace(@Nullable Object other) {
        value = other;
    }

    /** Whether the member comes with an assignment of the whole collection. */
    public boolean isBulk() {
        return initiator.operation() == Initiator.Operation.BULK_REPLACE;
    }
}
