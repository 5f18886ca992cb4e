package org.aludel.orm;

/**
 * An object has got a tracked collection: an empty one, or one that is about to be loaded or replaced.
 *
 * @since 0.1
 */
public final class InitCollection implements AttributeEvent {

    private final Object target;
    private final String attribute;
    private final Initiator initiator;
    private final Object collection;

    /** Made where the attribute changes. */
    public InitCollection(Object target, String attribute, Object collection, Initiator initiator) {
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

    /** The collection, as it stands in the field. */
    public Object collection() {
        return collection;
    }
}
