package org.aludel.orm;

/**
 * Something that happens to one object of a mapped class.
 *
 * @since 0.1
 */
public interface InstanceEvent extends OrmEvent {

    /** The object. */
    Object target();
}
