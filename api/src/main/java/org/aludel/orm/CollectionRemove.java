package org.aludel.orm;

/**
 * A member is about to be removed from a collection. An exception keeps it in.
 *
 * @since 0.1
 */
public final class CollectionRemove implements AttributeEvent {

    private final Object target;
    private final String attribute;
    private final Initiator initiator;
    private final Object value;

    /** Made where the attribute changes. */
    public CollectionRemove(Object target, String attribute, Object value, Initiator initiator) {
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
    public Object value() {
        return value;
    }
}
