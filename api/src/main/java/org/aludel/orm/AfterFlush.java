package org.aludel.orm;

import java.util.List;

/**
 * A flush has written everything; its transaction has not ended.
 *
 * @since 0.1
 */
public record AfterFlush(Session session, List<Object> inserted, List<Object> updated, List<Object> deleted)
        implements FlushEvent {}
