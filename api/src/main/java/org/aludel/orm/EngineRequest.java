package org.aludel.orm;

import java.util.Set;
import org.aludel.engine.Engine;
import org.aludel.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link EngineRouter} is asked about.
 *
 * @since 0.1
 */
public interface EngineRequest {

    /** The session that is about to work. */
    Session session();

    /** The mapped class it is about; null where there is none, as for a statement of plain tables. */
    @Nullable
    Class<?> type();

    /** The statement of {@link Session#execute}; null for flushes, queries and loads. */
    @Nullable
    Statement statement();

    /** Whether a flush writes changes. */
    boolean isFlush();

    /** Whether rows are written or locked: by a flush, a bulk update or delete, a statement that writes. */
    boolean isWrite();

    /** Whether the session has written in its transaction. */
    boolean hasWritten();

    /** The engines that the session's transaction has used. */
    Set<Engine> engines();
}
