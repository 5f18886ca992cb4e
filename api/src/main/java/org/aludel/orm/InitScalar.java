package org.aludel.orm;

import org.jspecify.annotations.Nullable;

/**
 * An attribute of a new object is read and has no value. Handlers may give one, which then is the attribute's value, without
 * being a change.
 *
 * @since 0.1
 */
public final class InitScalar implements AttributeEvent {

    private final Object target;
    private final String attribute;
    private final Initiator initiator;
    private @Nullable Object value;

    /** Made where the attribute changes. */
    public InitScalar(Object target, String attribute, Initiator initiator) {
        this.target = target;
        this.attribute = attribute;
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

    /** The value given so far. */
    public @Nullable Object value() {
        return value;
    }

    /** Gives the attribute a value. */
    public void replace(@Nullable Object initial) {
        value = initial;
    }
}
