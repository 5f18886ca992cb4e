package org.aludel.orm.internal.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.errors.StaleDataException;
import org.aludel.orm.Cascade;
import org.aludel.orm.instrument.InstanceState;
import org.aludel.orm.instrument.Instrumented;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.orm.internal.state.ImportedState;
import org.aludel.orm.internal.state.Members;
import org.aludel.orm.internal.state.Status;
import org.aludel.orm.internal.state.TrackedCollections;
import org.jspecify.annotations.Nullable;

/** One merge: brings objects from elsewhere onto the session's objects of their keys. What was not loaded is left alone. */
final class Merge {

    private final DefaultSession session;
    private final Map<Object, Object> done = new IdentityHashMap<>();

    /** The objects whose references and collections are being followed, innermost last. */
    private final ArrayDeque<Object> path = new ArrayDeque<>();

    Merge(DefaultSession session) {
        this.session = session;
    }

    Object merge(Object source) {
        Object known = done.get(source);
        if (known != null) {
            return known;
        }
        EntityState own = EntityState.of(source);
        if (own != null && own.session() == session && own.status() != Status.DELETED) {
            return source;
        }
        EntityMapper mapper = session.mapperOf(source);
        EntityKey key = keyOf(source, mapper, own);
        Object target = key == null ? null : session.getForMerge(mapper, key);
        boolean isNew = target == null;
        if (target == null) {
            target = mapper.newInstance();
            session.membership().addNew(target);
        }
        done.put(source, target);
        EntityState state = Objects.requireNonNull(EntityState.of(target));
        if (!isNew) {
            checkVersion(source, own, target, state);
        }
        if (((Instrumented) source).$aludel_state() instanceof ImportedState imported) {
            imported.settle(source);
        }
        boolean isMadeByHand = own == null && !(((Instrumented) source).$aludel_state() instanceof ImportedState);
        for (ColumnAttribute column : mapper.columns()) {
            if (isLoaded(source, column) && !(isMadeByHand && column.get(source, null) == null)) {
                copyColumn(source, own, column, target, state);
            }
        }
        path.addLast(source);
        for (RelationAttribute relation : mapper.relations()) {
            if (relation.index() >= 0
                    && relation.cascades(Cascade.MERGE)
                    && isLoaded(source, relation)
                    && !(isMadeByHand && saysNothing(source, relation))) {
                copyRelation(source, own, relation, target, state);
            }
        }
        path.removeLast();
        return target;
    }

    /**
     * Whether an object made by hand says nothing with a relation: a reference or collection that was never filled, or one
     * that only the other side has filled, from which the merge comes.
     */
    private boolean saysNothing(Object source, RelationAttribute relation) {
        Object value = relation.get(source, null);
        if (value == null) {
            return true;
        }
        if (!relation.isCollection()) {
            return false;
        }
        List<Object> members = TrackedCollections.inMemory(relation, value);
        return members.isEmpty()
                || relation.reverse() != null && members.stream().allMatch(this::isOnPath);
    }

    private boolean isOnPath(@Nullable Object member) {
        for (Object object : path) {
            if (object == member) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable EntityKey keyOf(Object source, EntityMapper mapper, @Nullable EntityState state) {
        if (state != null && state.key() != null) {
            return state.key().root() == mapper.root()
                    ? state.key()
                    : mapper.key(state.key().value());
        }
        if (((Instrumented) source).$aludel_state() instanceof ImportedState imported) {
            return mapper.key(imported.key());
        }
        ColumnAttribute generated = mapper.generatedKey();
        if (generated != null
                && generated.isPrimitive()
                && generated.get(source, state) instanceof Number number
                && number.longValue() == 0) {
            return null; // the value of a primitive that nobody has set
        }
        return mapper.keyOf(source, state);
    }

    private static boolean isLoaded(Object source, MappedAttribute attribute) {
        InstanceState state = ((Instrumented) source).$aludel_state();
        if (state instanceof EntityState own) {
            return own.isLoaded(attribute);
        }
        if (attribute.index() < 0) {
            return attribute instanceof ColumnAttribute column
                    && column.composite() != null
                    && isLoaded(source, column.composite());
        }
        return !(state instanceof ImportedState imported) || imported.isLoaded(attribute.index());
    }

    private static void checkVersion(Object source, @Nullable EntityState own, Object target, EntityState state) {
        ColumnAttribute version = state.mapper().version();
        if (version == null || !isLoaded(source, version)) {
            return;
        }
        Object theirs = version.get(source, own);
        Object ours = version.get(target, state);
        if (theirs != null && ours != null && !version.sameValue(theirs, ours)) {
            throw new StaleDataException(
                    "ALU-0514",
                    "the object to merge is of version " + theirs + ", the row of version " + ours + "; where: "
                            + state.mapper().name() + " with key " + state.key()
                            + "; what to do: load the object anew and make the changes on it");
        }
    }

    private static void copyColumn(
            Object source, @Nullable EntityState own, ColumnAttribute column, Object target, EntityState state) {
        Object value = column.get(source, own);
        if (state.isLoaded(column) && column.sameValue(column.get(target, state), value)) {
            return;
        }
        state.assign(target, column, value);
    }

    private void copyRelation(
            Object source, @Nullable EntityState own, RelationAttribute relation, Object target, EntityState state) {
        Object value = relation.get(source, own);
        if (!relation.isCollection()) {
            Object merged = value == null ? null : merge(value);
            if (!state.isLoaded(relation) || relation.get(target, state) != merged) {
                write(target, state, relation, merged);
            }
            return;
        }
        if (value == null) {
            return;
        }
        List<Object> sources = List.copyOf(TrackedCollections.inMemory(relation, value));
        List<Object> merged = new ArrayList<>();
        for (Object member : sources) {
            merged.add(merge(member));
        }
        if (relation.isDynamic()) {
            Members members = TrackedCollections.made(target, state, relation).members();
            merged.forEach(members::addMerged);
            return;
        }
        state.require(target, relation);
        if (!sameMembers(Related.inMemory(target, state, relation), merged)) {
            TrackedCollections.assign(target, state, relation, merged);
        }
    }

    private static boolean sameMembers(List<Object> a, List<Object> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (a.get(i) != b.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static void write(Object target, EntityState state, RelationAttribute relation, @Nullable Object value) {
        relation.set(target, state, state.onWrite(target, relation.index(), value));
    }
}
