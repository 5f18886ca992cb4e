package org.aludel.orm;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of an object were forgotten; they are read again when they are needed.
 *
 * @param attributes the attributes that were forgotten; null for all
 * @since 0.1
 */
public record Expire(
        Session session, Object target, @Nullable Set<String> attributes) implements InstanceEvent, SessionEvent {}
