package org.aludel.orm;

/**
 * A collection was replaced by another and is a plain one from now on.
 *
 * @since 0.1
 */
public final class DisposeCollection implements AttributeEvent {

    private final Object target;
    private final String attribute;
    private final Initiator initiator;
    private final Object collection;

    /** Made where the attribute changes. */
    public DisposeCollection(Object target, String attribute, Object collection, Initiator initiator) {
        this.target = target;
        this.attribute = attribute;
        this.collection = collection;
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

    /** The collection that was replaced. */
    public Object collection() {
        return collection;
    }
}
