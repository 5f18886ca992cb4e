package org.aludel.orm;

import java.util.List;

/**
 * A flush has written its rows, and the session still shows objects as they were before it: the lists of new, changed and
 * deleted objects are those of the flush, and histories can be read. Objects added or deleted now are
 * part of the next flush; for other changes use {@link AfterFlushPostexec}, changes of attributes made now are forgotten.
 *
 * @since 0.1
 */
public record AfterFlush(Session session, List<Object> inserted, List<Object> updated, List<Object> deleted)
        implements FlushEvent {}
