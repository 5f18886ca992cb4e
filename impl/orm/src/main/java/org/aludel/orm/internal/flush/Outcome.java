package org.aludel.orm.internal.flush;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aludel.orm.RefreshFlush;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/** What objects learn from a flush, kept back until everything has been written. */
final class Outcome {

    // states, attributes and values in turn
    private @Nullable Object[] assigned;
    private int size;
    private final Map<EntityState, Set<String>> given = new LinkedHashMap<>();
    private final List<EntityState> keyed;
    private final List<EntityState> forgetful = new ArrayList<>();
    private final List<ColumnAttribute> forgotten = new ArrayList<>();

    /** @param objects how many new objects there are, each with a key that may be made by the database */
    Outcome(int objects) {
        assigned = new Object[objects * 3];
        keyed = new ArrayList<>(objects);
    }

    /** The attribute takes a value; an operation in its place stands for the key made by it. */
    void assign(EntityState state, ColumnAttribute attribute, @Nullable Object value) {
        if (size == assigned.length) {
            assigned = Arrays.copyOf(assigned, size * 2 + 24);
        }
        assigned[size] = state;
        assigned[size + 1] = attribute;
        assigned[size + 2] = value;
        size += 3;
    }

    /** The attribute takes a value that the program or the mapping makes in the flush. */
    void give(EntityState state, ColumnAttribute attribute, @Nullable Object value) {
        assign(state, attribute, value);
        given.computeIfAbsent(state, s -> new LinkedHashSet<>()).add(attribute.name());
    }

    /** What was made in the flush, for those who listen: names of attributes by object. */
    void tell(DefaultSession session) {
        if (session.wants(RefreshFlush.class)) {
            given.forEach((state, names) -> session.fire(
                    RefreshFlush.class,
                    () -> new RefreshFlush(session, state.instance(), Collections.unmodifiableSet(names))));
        }
    }

    /** The database makes the object's key. */
    void generated(EntityState state, ColumnAttribute key, RowOperation insert) {
        keyed.add(state);
        assign(state, key, insert);
    }

    /** The database knows the attribute's value better. */
    void forget(EntityState state, ColumnAttribute attribute) {
        forgetful.add(state);
        forgotten.add(attribute);
    }

    /** What is read from expressions may be another after each write. */
    void forgetExpressions(EntityState state, EntityRows entity) {
        for (ColumnAttribute expression : entity.expressions) {
            forget(state, expression);
        }
    }

    /** Values that were to be assigned are others by now. */
    void correct(Map<EntityState, Map<ColumnAttribute, Object>> now) {
        for (int i = 0; i < size; i += 3) {
            EntityState state = (EntityState) Objects.requireNonNull(assigned[i]);
            ColumnAttribute attribute = (ColumnAttribute) Objects.requireNonNull(assigned[i + 1]);
            Object value = now.getOrDefault(state, Map.of()).get(attribute);
            if (value != null) {
                assigned[i + 2] = value;
            }
        }
    }

    void settle() {
        for (int i = 0; i < size; i += 3) {
            EntityState state = (EntityState) Objects.requireNonNull(assigned[i]);
            ColumnAttribute attribute = (ColumnAttribute) Objects.requireNonNull(assigned[i + 1]);
            Object value = RowOperation.settled(assigned[i + 2]);
            Object fitting =
                    value == null || attribute.column().type().javaType().isInstance(value)
                            ? value
                            : attribute.column().type().coerce(value);
            state.assign(state.instance(), attribute, fitting);
        }
        for (EntityState state : keyed) {
            state.keyGenerated();
        }
        for (int i = 0; i < forgetful.size(); i++) {
            forgetful.get(i).forget(forgotten.get(i));
        }
    }
}
