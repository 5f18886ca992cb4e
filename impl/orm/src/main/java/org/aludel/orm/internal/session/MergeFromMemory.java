package org.aludel.orm.internal.session;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.Cascade;
import org.aludel.orm.instrument.Instrumented;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.AttributeChanges;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.orm.internal.state.ImportedState;
import org.aludel.orm.internal.state.Status;
import org.aludel.orm.internal.state.TrackedCollections;
import org.jspecify.annotations.Nullable;

/** One merge that asks no database: what objects have counts as loaded, so they must be what their rows are. */
final class MergeFromMemory {

    private final DefaultSession session;
    private final Map<Object, Object> done = new IdentityHashMap<>();

    MergeFromMemory(DefaultSession session) {
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
        ImportedState imported = ((Instrumented) source).$aludel_state() instanceof ImportedState found ? found : null;
        EntityKey key = keyOf(mapper, own, imported);
        EntityState state = session.identityMap().find(session.keyed(key));
        Object target = state == null ? null : state.get();
        if (state == null || target == null) {
            refuseChanged(mapper, own, imported);
            target = mapper.newInstance();
            state = session.attachLoaded(mapper, key, target);
            for (ColumnAttribute column : mapper.columns()) {
                if (!isLoaded(own, imported, column)) {
                    state.expire(target, column);
                }
            }
        }
        done.put(source, target);
        if (imported != null) {
            imported.settle(source);
        }
        for (ColumnAttribute column : mapper.columns()) {
            if (isLoaded(own, imported, column)) {
                AttributeChanges.setCommitted(target, column, column.get(source, own));
            }
        }
        for (RelationAttribute relation : mapper.relations()) {
            if (relation.index() >= 0
                    && !relation.isDynamic()
                    && relation.cascades(Cascade.MERGE)
                    && isLoaded(own, imported, relation)) {
                AttributeChanges.setCommitted(target, relation, related(source, own, relation));
            }
        }
        return target;
    }

    private @Nullable Object related(Object source, @Nullable EntityState own, RelationAttribute relation) {
        Object value = relation.get(source, own);
        if (value == null || !relation.isCollection()) {
            return value == null ? null : merge(value);
        }
        List<Object> merged = new ArrayList<>();
        for (Object member : List.copyOf(TrackedCollections.inMemory(relation, value))) {
            merged.add(merge(member));
        }
        return merged;
    }

    private static boolean isLoaded(
            @Nullable EntityState own, @Nullable ImportedState imported, MappedAttribute attribute) {
        if (own != null) {
            return own.isLoaded(attribute);
        }
        return attribute.index() >= 0 && imported != null && imported.isLoaded(attribute.index());
    }

    private static EntityKey keyOf(EntityMapper mapper, @Nullable EntityState own, @Nullable ImportedState imported) {
        EntityKey key = own == null ? null : own.key();
        if (key == null && imported != null) {
            key = mapper.key(imported.key());
        }
        if (key == null) {
            throw new InvalidRequestException(
                    "ALU-0776",
                    "an object that no session has loaded or saved can't be merged without loading; where: "
                            + mapper.name() + "; what to do: merge(object), or sessions.makeDetached(object) first");
        }
        return key.root() == mapper.root() ? key : mapper.key(Objects.requireNonNull(key.value()));
    }

    private static void refuseChanged(
            EntityMapper mapper, @Nullable EntityState own, @Nullable ImportedState imported) {
        boolean changed = own != null && own.hasChanges();
        if (imported != null) {
            for (ColumnAttribute column : mapper.columns()) {
                changed |= column.index() >= 0 && imported.isChanged(column.index());
            }
        }
        if (changed) {
            throw new InvalidRequestException(
                    "ALU-0777",
                    "an object with changes can't be merged without loading, because they would count as saved; where: "
                            + (own == null ? mapper.name() : own.toString())
                            + "; what to do: merge(object), or flush the changes where it belongs first");
        }
    }
}
