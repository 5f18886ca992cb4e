package org.aludel.orm;

/**
 * Something that happens to an attribute of an object.
 *
 * @since 0.1
 */
public interface AttributeEvent extends InstanceEvent {

    /** Name of the attribute. */
    String attribute();

    /** Where the change began. */
    Initiator initiator();

    /** Whether the change came from the other side of the relation. */
    default boolean isBackref() {
        return !(initiator().attribute().equals(attribute())
                && initiator().owner().isInstance(target()));
    }
}
