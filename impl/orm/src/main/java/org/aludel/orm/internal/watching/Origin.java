package org.aludel.orm.internal.watching;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/**
 * Where objects came from: a result, or a relation of the objects that came from somewhere. Objects of one origin share
 * it, whichever statement brought them.
 */
final class Origin {

    private final @Nullable Origin before;
    private final EntityMapper mapper;
    private final @Nullable RelationAttribute by;
    private final boolean single;
    private final Map<RelationAttribute, Origin> next = new HashMap<>();
    private final Map<Object, Set<EntityState>> loaded = new HashMap<>();

    private Origin(@Nullable Origin before, EntityMapper mapper, @Nullable RelationAttribute by, boolean single) {
        this.before = before;
        this.mapper = mapper;
        this.by = by;
        this.single = single;
    }

    /** A result of a query. */
    static Origin ofResult(EntityMapper mapper) {
        return new Origin(null, mapper, null, false);
    }

    /** An object that was asked for by its key, or read anew. */
    static Origin ofOne(EntityMapper mapper) {
        return new Origin(null, mapper, null, true);
    }

    /** What a relation of the objects leads to. */
    Origin then(RelationAttribute relation) {
        return next.computeIfAbsent(relation, by -> new Origin(this, by.target(), by, false));
    }

    /** Whether it is a result, not what a relation led to. */
    boolean isResult() {
        return before == null;
    }

    /** Whether no other object has it, apart from what belongs to the one. */
    boolean isSingle() {
        return single;
    }

    @Nullable
    Origin before() {
        return before;
    }

    EntityMapper mapper() {
        return mapper;
    }

    @Nullable
    RelationAttribute by() {
        return by;
    }

    /**
     * Something was loaded for one of the objects.
     *
     * @return for how many of them by now; 0 if it was not the first time for this one
     */
    int loadedFor(EntityState state, Object what) {
        Set<EntityState> states = loaded.computeIfAbsent(what, any -> Collections.newSetFromMap(new WeakHashMap<>()));
        return states.add(state) ? states.size() : 0;
    }

    /** {@code User.addresses}. */
    @Override
    public String toString() {
        return before == null || by == null ? mapper.name() : before + "." + by.name();
    }
}
