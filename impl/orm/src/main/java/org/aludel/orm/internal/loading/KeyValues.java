package org.aludel.orm.internal.loading;

import java.util.List;
import java.util.Objects;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.ColumnPair;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/** Values that connect rows, in the type of the column they are compared with. */
final class KeyValues {

    private KeyValues() {}

    /** The value as one of a column's type: an Integer key may be referred to by a BIGINT column. */
    static Object as(Type<?> type, Object value) {
        return type.javaType().isInstance(value) ? value : Objects.requireNonNull(type.coerce(value));
    }

    /** An owner's values for the other side of a relation; null if one of them is null. */
    static Object @Nullable [] of(RelationAttribute relation, Object owner, EntityState state) {
        ColumnPair[] pairs = relation.pairs();
        Object[] values = new Object[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            ColumnAttribute local = pairs[i].local();
            state.require(owner, local);
            Object value = stored(local, owner, state);
            if (value == null) {
                return null;
            }
            values[i] = as(pairs[i].remoteColumn().type(), value);
        }
        return values;
    }

    /** The value that rows of the other side hold: of a changed key the one before the change. */
    private static @Nullable Object stored(ColumnAttribute local, Object owner, EntityState state) {
        EntityKey key = state.key();
        if (key != null && local.isPrimaryKey() && state.isWritten(local)) {
            ColumnAttribute[] parts = state.mapper().primaryKey();
            for (int i = 0; i < parts.length; i++) {
                if (parts[i] == local) {
                    return key.part(i);
                }
            }
        }
        return local.get(owner, state);
    }

    /** The identity that a foreign key to a primary key leads to. */
    static EntityKey target(RelationAttribute relation, Object[] values) {
        EntityMapper target = relation.target();
        if (values.length == 1) {
            return new EntityKey(target.root(), values[0]);
        }
        ColumnAttribute[] key = target.primaryKey();
        ColumnPair[] pairs = relation.pairs();
        Object[] parts = new Object[key.length];
        for (int i = 0; i < key.length; i++) {
            for (int p = 0; p < pairs.length; p++) {
                if (pairs[p].remote() == key[i]) {
                    parts[i] = values[p];
                }
            }
        }
        return new EntityKey(target.root(), List.of(parts));
    }

    /** Several values as one key of a map. */
    static Object joined(Object[] values) {
        return values.length == 1 ? values[0] : List.of(values);
    }
}
