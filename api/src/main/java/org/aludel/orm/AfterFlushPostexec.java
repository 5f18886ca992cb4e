package org.aludel.orm;

import java.util.List;

/**
 * A flush is over, and the session's objects are in their final state. Objects that are added or changed now are written
 * by the next flush; a commit flushes until nothing is left.
 *
 * @since 0.1
 */
public record AfterFlushPostexec(Session session, List<Object> inserted, List<Object> updated, List<Object> deleted)
        implements FlushEvent {}
