package org.aludel.itests.corpus.orm;

import java.util.List;
import java.util.Map;
import org.aludel.engine.Engine;
import org.jspecify.annotations.Nullable;

/** A database to run one scenario on, with empty tables for each of its engines. */
interface Place extends AutoCloseable {

    /** Whether the keys that the database generates are the recorded ones. */
    boolean hasRecordedKeys();

    /** The engines by name, in the recorded order. */
    Map<String, Engine> engines();

    /** Makes the tables and fills them; called when the scenario's factories are configured. */
    void prepare(Scenario scenario);

    /** All rows of a table, columns in lower case. */
    List<Map<String, @Nullable Object>> rows(String engine, String table);

    @Override
    void close();
}
