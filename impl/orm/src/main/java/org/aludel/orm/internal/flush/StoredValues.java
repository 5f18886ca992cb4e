package org.aludel.orm.internal.flush;

import java.util.Arrays;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.sql.Expr;
import org.jspecify.annotations.Nullable;

/** What the rows of an object hold in the database, as far as the object knows. */
final class StoredValues {

    private StoredValues() {}

    /** The key of an object that has rows. */
    static EntityKey key(EntityState state) {
        EntityKey key = state.key();
        if (key == null) {
            throw new IllegalStateException(state + " has no row");
        }
        return key;
    }

    /** A value; one that was never loaded is unknown. */
    static @Nullable Object known(@Nullable Object value) {
        return value == EntityState.NO_VALUE ? RowOperation.UNKNOWN : value;
    }

    /** The version that the row had when it was read; one that was forgotten is read anew. */
    static @Nullable Object version(EntityState state, EntityTable part) {
        ColumnAttribute counter = part.attribute(part.version);
        if (state.oldValue(counter) == EntityState.NO_VALUE) {
            state.require(state.instance(), counter);
        }
        return known(state.oldValue(counter));
    }

    /** Fills in columns that a constraint needs and the statement does not set. */
    static void keep(
            EntityState state,
            Object instance,
            EntityTable part,
            int[] columns,
            @Nullable Object[] before,
            @Nullable Object[] after) {
        for (int column : columns) {
            ColumnAttribute attribute = part.attributes[column];
            Object value = attribute != null && state.isLoaded(attribute)
                    ? attribute.get(instance, state)
                    : RowOperation.UNKNOWN;
            before[column] = value;
            after[column] = value;
        }
    }

    /** Takes over what columns held when the row was read. */
    static void putOld(EntityState state, EntityTable part, int[] columns, @Nullable Object[] row) {
        for (int column : columns) {
            ColumnAttribute attribute = part.attributes[column];
            row[column] = attribute == null ? RowOperation.UNKNOWN : known(state.oldValue(attribute));
        }
    }

    /** Takes over the key. */
    static void putKey(EntityState state, EntityTable part, @Nullable Object[] row) {
        EntityKey key = key(state);
        int[] columns = part.table.primaryKey.length > 0 ? part.table.primaryKey : part.where;
        for (int i = 0; i < columns.length; i++) {
            ColumnAttribute attribute = part.attributes[columns[i]];
            int place = i < part.keyParts.length ? part.keyParts[i] : keyPart(state, attribute);
            if (place >= 0) {
                row[columns[i]] = key.part(place);
            } else if (attribute != null && columns[i] != part.version) {
                state.require(state.instance(), attribute);
                row[columns[i]] = state.oldValue(attribute);
            }
        }
    }

    static int keyPart(EntityState state, @Nullable ColumnAttribute attribute) {
        return Arrays.asList(state.mapper().primaryKey()).indexOf(attribute);
    }

    /** The shape of a statement that sets columns to expressions. */
    static StatementShape expressionShape(
            EntityState state, EntityTable part, StatementShape.Kind kind, int[] where, int[] set) {
        int[] columns = set;
        @Nullable Expr<?>[] expressions = new Expr<?>[columns.length];
        for (int i = 0; i < columns.length; i++) {
            expressions[i] = state.pendingExpression(part.attribute(columns[i]));
        }
        return new StatementShape(part.table, kind, columns, where, expressions);
    }
}
