package org.aludel.orm;

/**
 * An object with a row is being written to a stream.
 *
 * @since 0.1
 */
public record Serializing(Object target) implements InstanceEvent {}
