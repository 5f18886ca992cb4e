package org.aludel.engine;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement was executed. A batch is one event.
 *
 * @param sql the text, as the driver got it
 * @param parameterSets the values, one list for each set in the order of the {@code ?} marks, as they were sent; sensitive
 *     ones are among them, but stand as {@code ***} in the text of the lists and of the event
 * @param rowCount rows written; -1 for a query
 * @param elapsed time until the driver answered; rows of a query may still be to come
 * @since 0.1
 */
public record AfterExecute(
        Engine engine,
        Connection connection,
        String sql,
        List<? extends List<? extends @Nullable Object>> parameterSets,
        long rowCount,
        Duration elapsed)
        implements EngineEvent {}
