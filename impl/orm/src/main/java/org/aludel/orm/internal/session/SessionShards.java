package org.aludel.orm.internal.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.aludel.core.engine.CoreEngine;
import org.aludel.engine.Engine;
import org.aludel.orm.Shards;
import org.aludel.orm.internal.mapping.Direction;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/**
 * The shards of one session: which one is worked on at the moment, and where new objects go. Whatever is read or written
 * while a shard is worked on comes from there or goes there.
 */
public final class SessionShards {

    private final Shards shards;
    private final Map<EntityState, String> placed = new IdentityHashMap<>();
    private final Set<EntityState> placing = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable String current;

    private final Predicate<EntityMapper> apart;

    /** @param apart tells classes that have a database of their own, whose rows are in no shard */
    SessionShards(Shards shards, Predicate<EntityMapper> apart) {
        this.shards = shards;
        this.apart = apart;
    }

    /** Whether the rows of a class are in a database of their own, and in no shard. */
    public boolean isApart(EntityMapper mapper) {
        return apart.test(mapper);
    }

    /** Names of all shards. */
    Set<String> all() {
        return shards.engines().keySet();
    }

    /** The shard that is worked on. */
    public @Nullable String current() {
        return current;
    }

    /** Does something on a shard. */
    public <T extends @Nullable Object> T in(@Nullable String shard, Supplier<T> work) {
        String before = enter(shard);
        try {
            return work.get();
        } finally {
            current = before;
        }
    }

    /**
     * Begins to work on a shard.
     *
     * @return the one before, for {@link #leave}
     */
    public @Nullable String enter(@Nullable String shard) {
        String before = current;
        if (shard != null && !shards.engines().containsKey(shard)) {
            throw SessionErrors.noShard(shard, shards.engines().keySet());
        }
        current = shard;
        return before;
    }

    /** Goes back to the shard before. */
    public void leave(@Nullable String before) {
        current = before;
    }

    CoreEngine engine(String what) {
        Engine engine = current == null ? null : shards.engines().get(current);
        if (engine == null) {
            throw SessionErrors.unbound(what + ", which is in several shards");
        }
        return CoreEngine.of(engine);
    }

    /** A key as it is in the shard that is worked on. */
    EntityKey keyed(EntityKey key) {
        return current == null || apart.test(key.root()) ? key : key.in(current);
    }

    List<String> find(EntityMapper mapper, EntityKey key, @Nullable String loadedFrom) {
        return shards.find(new Shards.IdentityRequest(mapper.type(), key.value(), loadedFrom));
    }

    /** The shards that a query goes to. */
    public List<String> query(Shards.QueryRequest request) {
        return shards.query(request);
    }

    /**
     * What a flush writes, by shard; new objects are placed now. Rows of classes with a database of their own stand under
     * null: before the shards, unless they hold keys that the shards are about to make.
     */
    Map<@Nullable String, FlushSet> split(FlushSet set) {
        Map<@Nullable String, FlushSet> parts = new LinkedHashMap<>();
        Set<EntityState> all = Collections.newSetFromMap(new IdentityHashMap<>());
        all.addAll(set.inserts());
        if (!set.inserts().stream().anyMatch(state -> apart.test(state.mapper()) && holdsNewKey(state))) {
            part(parts, null, all);
        }
        set.inserts()
                .forEach(state -> part(parts, isApart(state.mapper()) ? null : place(state), all)
                        .inserts()
                        .add(state));
        set.updates()
                .forEach(state -> part(parts, isApart(state.mapper()) ? null : of(state), all)
                        .updates()
                        .add(state));
        set.deletes()
                .forEach(state -> part(parts, isApart(state.mapper()) ? null : of(state), all)
                        .deletes()
                        .add(state));
        parts.values().removeIf(FlushSet::isEmpty);
        return parts;
    }

    /** Whether a row holds the key of a new one that goes to a shard. */
    private boolean holdsNewKey(EntityState state) {
        for (RelationAttribute relation : state.mapper().relations()) {
            if (relation.direction() == Direction.MANY_TO_ONE && relation.index() >= 0 && state.isLoaded(relation)) {
                Object other = relation.get(state.instance(), state);
                EntityState target = other == null ? null : EntityState.of(other);
                if (target != null && target.key() == null && !apart.test(target.mapper())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static FlushSet part(
            Map<@Nullable String, FlushSet> parts, @Nullable String shard, Set<EntityState> elsewhere) {
        return parts.computeIfAbsent(
                shard, any -> new FlushSet(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), elsewhere));
    }

    /** The shard of an object that has a row. */
    static String of(EntityState state) {
        EntityKey key = state.key();
        String token = key == null ? null : key.token();
        if (token == null) {
            throw SessionErrors.unplaced(state.mapper().name());
        }
        return token;
    }

    /** The shard of an object that is about to get a row. */
    String place(EntityState state) {
        String known = placed.get(state);
        if (known == null) {
            known = shards.place(state.instance());
            if (known == null && placing.add(state)) { // else a circle of new objects, none of which knows its place
                try {
                    known = byReferences(state);
                } finally {
                    placing.remove(state);
                }
            }
            if (known == null) {
                throw SessionErrors.unplaced(state.mapper().name());
            }
            if (!shards.engines().containsKey(known)) {
                throw SessionErrors.noShard(known, shards.engines().keySet());
            }
            placed.put(state, known);
        }
        return known;
    }

    private @Nullable String byReferences(EntityState state) {
        for (RelationAttribute relation : state.mapper().relations()) {
            if (relation.direction() != Direction.MANY_TO_ONE || relation.index() < 0 || !state.isLoaded(relation)) {
                continue;
            }
            Object other = relation.get(state.instance(), state);
            EntityState target = other == null ? null : EntityState.of(other);
            if (target != null && !apart.test(target.mapper())) {
                EntityKey key = target.key();
                return key != null && key.token() != null ? key.token() : place(target);
            }
        }
        return null;
    }

    /** The object has its row: its key says where. */
    EntityKey settled(EntityState state, EntityKey key) {
        String shard = placed.remove(state);
        return shard == null ? key : key.in(shard);
    }

    /** What was not written is placed anew when it is. */
    void forgetPlaces() {
        placed.clear();
    }
}
