package org.aludel.orm.internal.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.AfterFlush;
import org.aludel.orm.AfterFlushPostexec;
import org.aludel.orm.BeforeFlush;
import org.aludel.orm.StateTransition;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.orm.internal.state.Status;
import org.jspecify.annotations.Nullable;

/** The flushes of one session: from what has changed, through the rows written, to states that are clean again. */
final class FlushCycle {

    private final DefaultSession session;
    private final SessionLifecycle lifecycle;
    private boolean running;

    /** What a flush of some objects leaves alone. */
    private @Nullable SetAside aside;

    /** New, changed and deleted objects that a flush is not about. */
    private record SetAside(
            Map<EntityState, Object> pending, Map<EntityState, Object> modified, Map<EntityState, Object> deleted) {}

    FlushCycle(DefaultSession session, SessionLifecycle lifecycle) {
        this.session = session;
        this.lifecycle = lifecycle;
    }

    boolean isRunning() {
        return running;
    }

    /** Writes the changes of some objects, and of the new ones that they refer to; the others wait. */
    void run(Collection<EntityState> only) {
        if (running) {
            run(); // says why not
        }
        SetAside rest = new SetAside(
                new LinkedHashMap<>(session.pending()),
                new LinkedHashMap<>(session.modified()),
                new LinkedHashMap<>(session.deleted()));
        List<EntityState> wanted = new ArrayList<>(only);
        for (int i = 0; i < wanted.size(); i++) {
            EntityState state = wanted.get(i);
            rest.pending().remove(state);
            rest.modified().remove(state);
            rest.deleted().remove(state);
            wanted.addAll(ChangeScope.needed(state, rest.pending()));
        }
        session.pending().keySet().removeAll(rest.pending().keySet());
        session.modified().keySet().removeAll(rest.modified().keySet());
        session.deleted().keySet().removeAll(rest.deleted().keySet());
        aside = rest;
        try {
            run();
        } finally {
            takeBack();
        }
    }

    private void takeBack() {
        SetAside rest = aside;
        if (rest == null) {
            return;
        }
        aside = null;
        rest.pending().forEach((state, instance) -> {
            if (state.session() == session && state.status() == Status.PENDING) {
                session.pending().putIfAbsent(state, instance);
            }
        });
        rest.modified().forEach((state, instance) -> {
            if (state.session() == session && state.status() == Status.PERSISTENT) {
                session.modified().putIfAbsent(state, instance);
            }
        });
        rest.deleted().forEach((state, instance) -> {
            if (state.session() == session && state.status() == Status.PERSISTENT) {
                session.deleted().putIfAbsent(state, instance);
            }
        });
    }

    /** Writes what has changed; a failure rolls back and comes out as it is. */
    void run() {
        if (running) {
            throw new InvalidRequestException(
                    "ALU-0506",
                    "a flush can't begin inside another; where: " + session
                            + "; what to do: leave flushing to the one that is running");
        }
        lifecycle.requireUsable();
        if (!session.hasWork()) {
            return;
        }
        lifecycle.requireWritable();
        running = true;
        try {
            session.fire(BeforeFlush.class, this::beforeFlush);
            FlushSet set = new FlushPreparation(session).prepare();
            if (!set.isEmpty()) {
                lifecycle.written();
                flush(set);
            }
            List<Object> inserted = FlushSet.instances(set.inserts());
            List<Object> updated = FlushSet.instances(set.updates());
            List<Object> deleted = FlushSet.instances(set.deletes());
            if (!set.isEmpty()) {
                session.fire(AfterFlush.class, () -> new AfterFlush(session, inserted, updated, deleted));
            }
            settle(set);
            readEagerly(set.inserts());
            readEagerly(set.updates());
            inserted.forEach(instance -> session.transition(instance, StateTransition.Kind.PENDING_TO_PERSISTENT));
            if (!set.isEmpty()) {
                session.fire(
                        AfterFlushPostexec.class, () -> new AfterFlushPostexec(session, inserted, updated, deleted));
            }
        } catch (RuntimeException | Error e) {
            running = false;
            takeBack(); // all that has changed is rolled back
            lifecycle.flushFailed(e);
            throw e;
        } finally {
            running = false;
        }
    }

    private void flush(FlushSet set) {
        Flusher flusher = session.factory().flusher();
        SessionShards shards = session.shards();
        if (shards == null) {
            flusher.flush(session, set);
            return;
        }
        shards.split(set)
                .forEach((shard, part) -> shards.in(shard, () -> {
                    flusher.flush(session, part);
                    return shard;
                }));
    }

    private BeforeFlush beforeFlush() {
        FlushSet set = new FlushPreparation(session).prepare();
        return new BeforeFlush(
                session,
                FlushSet.instances(set.inserts()),
                FlushSet.instances(set.updates()),
                FlushSet.instances(set.deletes()));
    }

    /** The rows are written: states follow. */
    private void settle(FlushSet set) {
        Scope scope = set.isEmpty() ? null : lifecycle.scope();
        session.identityMap().presize(set.inserts().size());
        if (scope != null) {
            scope.inserted.ensureCapacity(scope.inserted.size() + set.inserts().size());
        }
        for (EntityState state : set.inserts()) {
            Object instance = state.instance();
            EntityKey key = state.mapper().keyOf(instance, state);
            if (key == null) {
                throw new IllegalStateException(state + " was inserted without a key");
            }
            SessionShards shards = session.shards();
            state.toPersistent(instance, shards == null ? key : shards.settled(state, key));
            session.identityMap().put(state);
            state.flushed();
            session.pending().remove(state);
            if (scope != null) {
                scope.inserted.add(state);
            }
        }
        for (EntityState state : set.deletes()) {
            session.removeDeleted(state, state.instance());
        }
        if (session.modified().isEmpty()) {
            return;
        }
        List<EntityState> changed = new ArrayList<>(session.modified().keySet());
        for (EntityState state : changed) {
            settleUpdated(state, scope);
        }
        session.modified().clear();
    }

    /** What the database has made is read at once where the mapping asks for it. */
    private void readEagerly(List<EntityState> written) {
        for (EntityState state : written) {
            if (state.mapper().options().hasEagerDefaults() && state.isExpired() && state.session() == session) {
                for (ColumnAttribute column : state.mapper().columns()) {
                    if (!column.isDeferred() && !state.isLoaded(column)) {
                        session.load(state, state.instance(), column);
                    }
                }
            }
        }
    }

    private static boolean mayHaveNewKey(EntityState state) {
        for (ColumnAttribute part : state.mapper().primaryKey()) {
            if (state.isWritten(part) || part.isMutable()) {
                return true;
            }
        }
        return false;
    }

    private void settleUpdated(EntityState state, @Nullable Scope scope) {
        EntityKey before = state.key();
        if (!mayHaveNewKey(state)) {
            state.flushed();
            return;
        }
        EntityKey now =
                state.isLoaded(state.mapper().primaryKey()[0]) ? state.mapper().keyOf(state.instance(), state) : before;
        String token = before == null ? null : before.token();
        if (now != null && token != null) {
            now = now.in(token);
        }
        if (before != null && now != null && !before.equals(now)) {
            session.identityMap().remove(state);
            state.rekey(now);
            session.identityMap().put(state);
            if (scope != null) {
                scope.rekeyed.putIfAbsent(state, before);
            }
        }
        state.flushed();
    }
}
