package org.aludel.orm;

/**
 * An object was made from a row; its columns are set. Told once for each object that enters the session so.
 *
 * @since 0.1
 */
public record Load(Session session, Object target) implements InstanceEvent, SessionEvent {}
