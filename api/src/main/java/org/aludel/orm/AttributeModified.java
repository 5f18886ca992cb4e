package org.aludel.orm;

/**
 * A value was changed in place, as that of a {@link MutableMap}, or flagged as changed.
 *
 * @since 0.1
 */
public final class AttributeModified implements AttributeEvent {

    private final Object target;
    private final String attribute;
    private final Initiator initiator;

    /** Made where the attribute changes. */
    public AttributeModified(Object target, String attribute, Initiator initiator) {
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
}
