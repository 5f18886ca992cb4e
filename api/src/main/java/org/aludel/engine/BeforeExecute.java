package org.aludel.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement is about to be sent. A batch is one event.
 *
 * @param sql the text, as the driver gets it
 * @param parameterSets the values, one list for each set in the order of the {@code ?} marks, as they were sent; sensitive
 *     ones are among them, but stand as {@code ***} in the text of the lists and of the event
 * @since 0.1
 */
public record BeforeExecute(
        Engine engine,
        Connection connection,
        String sql,
        List<? extends List<? extends @Nullable Object>> parameterSets)
        implements EngineEvent {}
