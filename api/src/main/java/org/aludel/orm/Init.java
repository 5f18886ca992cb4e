package org.aludel.orm;

/**
 * A constructor of a mapped class begins to run: the object has no values yet. Objects made from rows have no such event.
 *
 * @since 0.1
 */
public record Init(Object target) implements InstanceEvent {}
