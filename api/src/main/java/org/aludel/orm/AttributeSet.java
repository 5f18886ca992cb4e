package org.aludel.orm;

import org.jspecify.annotations.Nullable;

/**
 * A value or reference is about to be assigned. Handlers may replace the value; an exception keeps the old one.
 *
 * @since 0.1
 */
public final class AttributeSet implements AttributeEvent {

    private final Object target;
    private final String attribute;
    private final Initiator initiator;
    private final @Nullable Object oldValue;
    private final boolean oldKnown;
    private @Nullable Object value;

    /** Made where the attribute changes. */
    public AttributeSet(
            Object target,
            String attribute,
            @Nullable Object oldValue,
            boolean oldKnown,
            @Nullable Object value,
            Initiator initiator) {
        this.target = target;
        this.attribute = attribute;
        this.oldValue = oldValue;
        this.oldKnown = oldKnown;
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

    /** The value before; null also if it is not known, see {@link #isOldValueKnown()}. */
    public @Nullable Object oldValue() {
        return oldValue;
    }

    /** Whether the value before was in memory; a filter with {@link EventFilter#activeHistory()} has it loaded. */
    public boolean isOldValueKnown() {
        return oldKnown;
    }

    /** The value to be assigned. */
    public @Nullable Object value() {
        return value;
    }

    /** Assigns another value instead. */
    public void replace(@Nullable Object other) {
        value = other;
    }
}
