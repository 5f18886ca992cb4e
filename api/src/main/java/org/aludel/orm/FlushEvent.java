package org.aludel.orm;

import java.util.List;

/**
 * A flush that has something to write. The lists are those of the beginning of the flush, after cascades.
 *
 * @since 0.1
 */
public sealed interface FlushEvent extends SessionEvent permits BeforeFlush, AfterFlush, AfterFlushPostexec {

    /** Objects whose rows are inserted. */
    List<Object> inserted();

    /** Objects whose rows are updated, or whose collections are. */
    List<Object> updated();

    /** Objects whose rows are deleted. */
    List<Object> deleted();
}
