package org.aludel.orm;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of an object were read again.
 *
 * @param attributes the attributes that were read; null if all were, by {@code refresh} or {@code populateExisting}
 * @since 0.1
 */
public record Refresh(
        Session session, Object target, @Nullable Set<String> attributes) implements InstanceEvent, SessionEvent {}
