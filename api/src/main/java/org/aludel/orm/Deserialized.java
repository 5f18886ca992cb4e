package org.aludel.orm;

/**
 * An object that was read from a stream has come into a session, by {@code add} or {@code merge}.
 *
 * @since 0.1
 */
public record Deserialized(Object target) implements InstanceEvent {}
