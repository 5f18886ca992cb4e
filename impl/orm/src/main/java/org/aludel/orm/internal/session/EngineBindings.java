package org.aludel.orm.internal.session;

import java.util.Map;
import org.aludel.core.engine.CoreEngine;
import org.aludel.engine.Engine;
import org.aludel.orm.EngineRouter;
import org.aludel.orm.Shards;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * The engines of a factory, as its builder was told.
 *
 * @param usual serves what nothing else is said of; null for none
 * @param classes engines of mapped classes and their subclasses
 * @param tables engines of tables
 * @param router asked first; null for none
 * @param shards databases that share all tables; null for none
 * @param twoPhase whether a session's transaction prepares all engines before it commits any
 */
public record EngineBindings(
        @Nullable CoreEngine usual,
        Map<Class<?>, Engine> classes,
        Map<Table, Engine> tables,
        @Nullable EngineRouter router,
        @Nullable Shards shards,
        boolean twoPhase) {

    public EngineBindings {
        classes = Map.copyOf(classes);
        tables = Map.copyOf(tables);
    }

    /** One engine for everything. */
    public static EngineBindings of(CoreEngine engine) {
        return new EngineBindings(engine, Map.of(), Map.of(), null, null, false);
    }
}
