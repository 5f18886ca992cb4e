package org.aludel.orm.internal.session;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.engine.NestedTransaction;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.Direction;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.orm.internal.state.Status;
import org.aludel.orm.internal.state.TrackedCollections;
import org.jspecify.annotations.Nullable;

/**
 * A part of a session's work that is written apart: what had changed before it began is set aside, and no flush sees it
 * until the scope ends, unless it changes again or an object that is written needs its key.
 */
final class ChangeScope implements NestedTransaction {

    private final DefaultSession session;
    private final NestedTransaction savepoint;
    private final @Nullable ChangeScope outer;
    private final Map<EntityState, Object> pending;
    private final Map<EntityState, Object> modified;
    private final Map<EntityState, Object> deleted;
    private final Map<Object, Map<MappedAttribute, @Nullable Object>> before = new IdentityHashMap<>();

    /** What was set aside and is written after all. */
    private final Map<EntityState, Object> again = new LinkedHashMap<>();

    private boolean active = true;

    /** Sets aside what has changed, and a savepoint; nothing is written. */
    ChangeScope(DefaultSession session, @Nullable ChangeScope outer) {
        this.session = session;
        this.outer = outer;
        if (outer != null) {
            outer.gather(); // what changed in it again is its own
        }
        this.pending = taken(session.pending());
        this.modified = taken(session.modified());
        this.deleted = taken(session.deleted());
        pending.forEach((state, instance) -> before.put(instance, values(state, instance)));
        modified.forEach((state, instance) -> before.put(instance, values(state, instance)));
        try {
            this.savepoint = session.beginNested();
        } catch (RuntimeException | Error e) {
            putBack();
            throw e;
        }
    }

    private static Map<EntityState, Object> taken(Map<EntityState, Object> from) {
        Map<EntityState, Object> taken = new LinkedHashMap<>(from);
        from.clear();
        return taken;
    }

    /** What an object has now: the values of columns and references, the members of collections. */
    private static Map<MappedAttribute, @Nullable Object> values(EntityState state, Object instance) {
        Map<MappedAttribute, @Nullable Object> values = new IdentityHashMap<>();
        for (ColumnAttribute column : state.mapper().columns()) {
            if (column.index() >= 0 && state.isLoaded(column)) {
                values.put(column, column.get(instance, state));
            }
        }
        for (RelationAttribute relation : state.mapper().relations()) {
            if (relation.index() >= 0 && !relation.isDynamic()) {
                if (relation.isCollection()) {
                    values.put(relation, List.copyOf(Related.inMemory(instance, state, relation)));
                } else if (state.isLoaded(relation)) {
                    values.put(relation, relation.get(instance, state));
                }
            }
        }
        return values;
    }

    /** Brings back what was set aside and has changed again, and what the objects to be written refer to. */
    void gather() {
        takeAgain(pending, session.pending());
        takeAgain(modified, session.modified());
        List<EntityState> written = new ArrayList<>(session.pending().keySet());
        written.addAll(session.modified().keySet());
        for (int i = 0; i < written.size(); i++) {
            for (EntityState needed : needed(written.get(i), pending)) {
                pending.remove(needed);
                if (isPending(needed)) {
                    again.put(needed, needed.instance());
                    session.pending().put(needed, needed.instance());
                    written.add(needed);
                }
            }
        }
    }

    private void takeAgain(Map<EntityState, Object> aside, Map<EntityState, Object> into) {
        aside.entrySet().removeIf(entry -> {
            EntityState state = entry.getKey();
            Object instance = entry.getValue();
            if (!isPending(state) && !isHere(state)) {
                return true; // it has left the session
            }
            if (!hasChanged(state, instance)) {
                return false;
            }
            again.put(state, instance);
            into.put(state, instance);
            return true;
        });
    }

    /** New objects that were set aside, whose keys the row of an object (or a row between) holds. */
    static List<EntityState> needed(EntityState state, Map<EntityState, Object> aside) {
        List<EntityState> needed = new ArrayList<>();
        for (RelationAttribute relation : state.mapper().relations()) {
            if (relation.index() < 0 || relation.viewOnly() || relation.direction() == Direction.ONE_TO_MANY) {
                continue;
            }
            for (Object other : Related.inMemory(state.instance(), state, relation)) {
                EntityState found = EntityState.of(other);
                if (found != null && aside.containsKey(found)) {
                    needed.add(found);
                }
            }
        }
        return needed;
    }

    private boolean hasChanged(EntityState state, Object instance) {
        Map<MappedAttribute, @Nullable Object> now = values(state, instance);
        Map<MappedAttribute, @Nullable Object> then = before.getOrDefault(instance, Map.of());
        for (Map.Entry<MappedAttribute, @Nullable Object> entry : now.entrySet()) {
            if (!same(entry.getKey(), entry.getValue(), then.get(entry.getKey()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(MappedAttribute attribute, @Nullable Object one, @Nullable Object other) {
        if (attribute instanceof ColumnAttribute) {
            return one == other || Objects.deepEquals(one, other);
        }
        if (one instanceof List<?> members && other instanceof List<?> others) {
            if (members.size() != others.size()) {
                return false;
            }
            for (int i = 0; i < members.size(); i++) {
                if (members.get(i) != others.get(i)) {
                    return false;
                }
            }
            return true;
        }
        return one == other;
    }

    private boolean isPending(EntityState state) {
        return state.session() == session && state.status() == Status.PENDING;
    }

    private boolean isHere(EntityState state) {
        return state.session() == session && state.status() == Status.PERSISTENT;
    }

    /** Whether an object is set aside with changes that must not be lost. */
    boolean holds(EntityState state) {
        return modified.containsKey(state) || outer != null && outer.holds(state);
    }

    @Nullable
    ChangeScope outer() {
        return outer;
    }

    /** Ends the scope without writing or undoing anything: all is the surrounding work's again. */
    void dissolve() {
        active = false;
        putBack();
    }

    private void putBack() {
        Map<EntityState, Object> since = taken(session.pending());
        pending.forEach((state, instance) -> {
            if (isPending(state)) {
                session.pending().put(state, instance);
            }
        });
        session.pending().putAll(since);
        modified.forEach((state, instance) -> {
            if (isHere(state) && state.isTouched()) {
                session.modified().putIfAbsent(state, instance);
            }
        });
        deleted.forEach((state, instance) -> {
            if (isHere(state)) {
                session.deleted().putIfAbsent(state, instance);
            }
        });
    }

    @Override
    public void commit() {
        session.commitChanges(this);
    }

    /** Writes what has changed since; the savepoint is released. */
    void write() {
        gather();
        savepoint.commit();
        active = false;
    }

    @Override
    public void rollback() {
        if (active) {
            session.rollbackChanges(this);
        }
    }

    /** Takes back what has changed since; what was set aside is as it was when the scope began. */
    void undo() {
        active = false;
        try {
            savepoint.rollback();
        } finally {
            again.forEach((state, instance) -> {
                if (EntityState.of(instance) == null) {
                    session.add(instance); // it was written along, and is new again
                }
                restore(EntityState.of(instance), instance);
            });
            pending.forEach((state, instance) -> restore(state, instance));
            modified.forEach((state, instance) -> restore(state, instance));
            putBack();
        }
    }

    private void restore(@Nullable EntityState state, Object instance) {
        if (state == null || state.session() != session) {
            return;
        }
        Map<MappedAttribute, @Nullable Object> now = values(state, instance);
        before.getOrDefault(instance, Map.of()).forEach((attribute, value) -> {
            if (!now.containsKey(attribute) || !same(attribute, now.get(attribute), value)) {
                write(instance, state, attribute, value);
            }
        });
    }

    private static void write(Object instance, EntityState state, MappedAttribute attribute, @Nullable Object value) {
        if (attribute instanceof ColumnAttribute column) {
            state.assign(instance, column, value);
        } else if (attribute instanceof RelationAttribute relation && relation.isCollection()) {
            TrackedCollections.assign(instance, state, relation, members(value));
        } else {
            attribute.set(instance, state, state.onWrite(instance, attribute.index(), value));
        }
    }

    private static List<Object> members(@Nullable Object value) {
        return value instanceof List<?> list ? new ArrayList<>(list) : new ArrayList<>();
    }

    @Override
    public boolean isActive() {
        return active;
    }

    @Override
    public void close() {
        rollback();
    }
}
