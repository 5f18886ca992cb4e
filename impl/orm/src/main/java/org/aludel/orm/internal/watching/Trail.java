package org.aludel.orm.internal.watching;

import java.util.HashMap;
import java.util.Map;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/** Notes for the objects of one result, further statements included, where they came from. */
public final class Trail {

    private final SessionWatch watch;
    private final @Nullable Origin base;
    private final Map<EntityMapper, Origin> results = new HashMap<>();

    /** @param base where the first entity of the statement came from; null for a result of its own */
    Trail(SessionWatch watch, @Nullable Origin base) {
        this.watch = watch;
        this.base = base;
    }

    /** The first entity of the statement, or one of several selected side by side. */
    public Object start(EntityMapper mapper) {
        return base != null ? base : results.computeIfAbsent(mapper.root(), any -> Origin.ofResult(mapper));
    }

    /** What a relation leads to, from what this method or {@link #start} gave. */
    public Object then(Object from, RelationAttribute relation) {
        return ((Origin) from).then(relation);
    }

    /** An object was read that came from there. */
    public void note(EntityState state, Object from) {
        watch.note(state, (Origin) from);
    }
}
