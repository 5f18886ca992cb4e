package org.aludel.orm;

import java.util.Set;

/**
 * A flush has set attributes of an object: defaults, what an update gives, version counters. Keys and foreign keys are not
 * told.
 *
 * @param attributes the attributes that were set
 * @since 0.1
 */
public record RefreshFlush(Session session, Object target, Set<String> attributes)
        implements InstanceEvent, SessionEvent {}
