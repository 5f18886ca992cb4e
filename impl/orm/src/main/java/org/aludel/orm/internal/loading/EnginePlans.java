package org.aludel.orm.internal.loading;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.Plan;
import org.jspecify.annotations.Nullable;

/** A statement's plans by engine. Nearly always there is one engine, and finding its plan is one comparison. */
final class EnginePlans {

    private volatile @Nullable Entry first;
    private final Map<CoreEngine, Plan> others = new ConcurrentHashMap<>(1);

    private record Entry(CoreEngine engine, Plan plan) {}

    @Nullable
    Plan find(CoreEngine engine) {
        Entry known = first;
        if (known == null) {
            return null;
        }
        return known.engine == engine ? known.plan : others.get(engine);
    }

    Plan keep(CoreEngine engine, Plan plan) {
        Entry known = first;
        if (known == null) {
            first = new Entry(engine, plan);
        } else if (known.engine != engine) {
            others.put(engine, plan);
        }
        return plan;
    }
}
