package org.aludel.orm.internal.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.Cascade;
import org.aludel.orm.Expire;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.orm.internal.state.Status;
import org.aludel.sql.LockMode;
import org.jspecify.annotations.Nullable;

/** What a session reads for single objects: by key, anew, attribute by attribute; and what it forgets of them. */
final class ObjectReads {

    private final DefaultSession session;
    private boolean refreshing;

    ObjectReads(DefaultSession session) {
        this.session = session;
    }

    /** Whether a row is read because all of an object is refreshed. */
    boolean isRefreshing() {
        return refreshing;
    }

    // ---- by key

    /** The object of a key as a program gives it; null if there is no such row. */
    @Nullable
    Object get(EntityMapper mapper, Object key, @Nullable LockMode lock) {
        if (mapper.primaryKey().length > 1 && hasNull(key)) {
            return null; // no row has such a key
        }
        return get(mapper, mapper.key(key), lock);
    }

    @Nullable
    Object get(EntityMapper mapper, EntityKey key, @Nullable LockMode lock) {
        SessionShards shards = session.shards();
        if (shards == null || key.token() != null || shards.isApart(mapper)) {
            return getFrom(mapper, key, lock);
        }
        for (String shard : shards.find(mapper, key, shards.current())) {
            Object found = shards.in(shard, () -> getFrom(mapper, key.in(shard), lock));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static boolean hasNull(Object key) {
        Iterable<?> parts = key instanceof Map<?, ?> named
                ? named.values()
                : key instanceof List<?> list ? list : key instanceof Object[] array ? Arrays.asList(array) : List.of();
        for (Object part : parts) {
            if (part == null) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Object getFrom(EntityMapper mapper, EntityKey key, @Nullable LockMode lock) {
        EntityState state = session.identityMap().find(key);
        Object present = state == null ? null : state.get();
        if (state == null || present == null) {
            session.autoflush();
            return session.loader().byKey(session, mapper, key, lock);
        }
        if (lock != null) {
            session.autoflush();
            expire(state, present);
        } else if (!state.isExpired() || !state.hasUnloadedColumns()) {
            return present;
        }
        if (!session.loader().refresh(session, state, lock)) {
            return null;
        }
        state.refreshed();
        return present;
    }

    // ---- attributes that are not loaded

    void load(EntityState state, Object instance, MappedAttribute attribute) {
        String before = enterShard(state);
        try {
            if (attribute instanceof RelationAttribute relation) {
                loadRelation(state, instance, relation);
            } else {
                loadColumn(state, (ColumnAttribute) attribute);
            }
        } finally {
            leaveShard(before);
        }
    }

    private void loadRelation(EntityState state, Object instance, RelationAttribute relation) {
        session.autoflush();
        for (var pair : relation.pairs()) {
            if (!state.isLoaded(pair.local())) {
                loadColumn(state, pair.local());
            }
        }
        if (!state.isLoaded(relation)) {
            SessionShards shards = session.shards();
            Object found = shards != null && shards.isApart(state.mapper()) && !shards.isApart(relation.target())
                    ? relatedInShards(shards, state, relation)
                    : session.loader().related(session, state, relation);
            state.setLoaded(instance, relation, found);
        }
    }

    /** What an object outside the shards is related to: one of them has it, or all of them have members of it. */
    private @Nullable Object relatedInShards(SessionShards shards, EntityState state, RelationAttribute relation) {
        List<Object> members = new ArrayList<>();
        for (String shard : shards.all()) {
            Object found = shards.in(shard, () -> session.loader().related(session, state, relation));
            if (found instanceof Collection<?> some && relation.isCollection()) {
                members.addAll(some);
            } else if (found != null) {
                return found;
            }
        }
        return relation.isCollection() ? members : null;
    }

    private void loadColumn(EntityState state, ColumnAttribute column) {
        if (state.isExpired()) {
            session.autoflush();
            if (!session.loader().refresh(session, state, null)) {
                throw rowGone(state);
            }
            state.refreshed();
        }
        if (!state.isLoaded(column)) {
            session.autoflush();
            session.loader().deferred(session, state, column);
        }
    }

    // ---- anew

    void refresh(Object object, @Nullable LockMode lock) {
        session.membership().requirePersistent(object, "refresh");
        for (Object each : withRelated(object)) {
            EntityState state = EntityState.of(each);
            if (state == null || state.session() != session || state.status() != Status.PERSISTENT) {
                continue;
            }
            expire(state, each);
            String before = enterShard(state);
            refreshing = true;
            try {
                if (!session.loader().refresh(session, state, each == object ? lock : null)) {
                    throw rowGone(state);
                }
            } finally {
                refreshing = false;
                leaveShard(before);
            }
            state.refreshed();
        }
    }

    private static InvalidRequestException rowGone(EntityState state) {
        return new InvalidRequestException(
                "ALU-0521",
                "the row of an object is not there any more; where: "
                        + state.mapper().name() + " with key " + state.key()
                        + "; what to do: let the object go with session.expunge(object)");
    }

    // ---- forgetting

    void expire(Object object) {
        session.membership().requirePersistent(object, "expire");
        for (Object each : withRelated(object)) {
            EntityState state = EntityState.of(each);
            if (state != null && state.session() == session && state.status() == Status.PERSISTENT) {
                expire(state, each);
            }
        }
    }

    void expire(Object object, String... attributes) {
        EntityState state = session.membership().requirePersistent(object, "expire");
        for (String name : attributes) {
            state.expire(object, state.mapper().attribute(name));
        }
        if (!state.hasChanges()) {
            session.modified().remove(state);
        }
        session.fire(Expire.class, () -> new Expire(session, object, Set.of(attributes)));
    }

    private void expire(EntityState state, Object object) {
        state.expireAll(object);
        session.modified().remove(state);
        session.fire(Expire.class, () -> new Expire(session, object, null));
    }

    void expireAll() {
        for (EntityState state : session.identityMap().states()) {
            Object instance = state.get();
            if (instance != null && !session.isSetAside(state)) {
                state.expireAll(instance);
            }
        }
        session.modified().clear();
        if (session.wants(Expire.class)) {
            for (Object instance : session.identityMap().instances()) {
                session.fire(Expire.class, () -> new Expire(session, instance, null));
            }
        }
    }

    private List<Object> withRelated(Object object) {
        List<Object> all = new ArrayList<>();
        Related.walk(session, object, Cascade.REFRESH_EXPIRE, all::add);
        return all;
    }

    /** What an object loads comes from its own shard. */
    private @Nullable String enterShard(EntityState state) {
        EntityKey key = state.key();
        SessionShards shards = session.shards();
        return shards == null || key == null ? null : shards.enter(key.token());
    }

    private void leaveShard(@Nullable String before) {
        SessionShards shards = session.shards();
        if (shards != null) {
            shards.leave(before);
        }
    }
}
