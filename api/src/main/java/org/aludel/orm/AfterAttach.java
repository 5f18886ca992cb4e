package org.aludel.orm;

/**
 * An object has entered a session, by {@code add}, a cascade, {@code merge}, or because its row was loaded after a
 * rollback brought it back.
 *
 * @since 0.1
 */
public record AfterAttach(Session session, Object target) implements SessionEvent, InstanceEvent {}
