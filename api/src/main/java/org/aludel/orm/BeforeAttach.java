package org.aludel.orm;

/**
 * An object is about to enter a session.
 *
 * @since 0.1
 */
public record BeforeAttach(Session session, Object target) implements SessionEvent, InstanceEvent {}
