package org.aludel.orm;

import java.util.Set;

/**
 * A flush has set attributes: generated keys, defaults, version counters, foreign keys.
 *
 * @param attributes the attributes that were set
 * @since 0.1
 */
public record RefreshFlush(Session session, Object target, Set<String> attributes) implements InstanceEvent, SessionEvent {}
