package org.aludel.orm;

import java.util.List;

/**
 * A flush begins. Handlers may change objects, add and delete; what they do is part of the flush.
 *
 * @since 0.1
 */
public record BeforeFlush(Session session, List<Object> inserted, List<Object> updated, List<Object> deleted)
        implements FlushEvent {}
