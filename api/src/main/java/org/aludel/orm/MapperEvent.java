package org.aludel.orm;

import org.aludel.engine.Connection;

/**
 * A flush writes the row of an object. Handlers may read and write columns of the object and execute statements on the
 * connection; the session can't be flushed, and changes of other objects may come too late for this flush: make them in
 * {@link BeforeFlush}.
 *
 * @since 0.1
 */
public interface MapperEvent extends InstanceEvent, SessionEvent {

    /** The connection on which the flush writes. */
    Connection connection();
}
