package org.aludel.orm.internal.flush;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.session.FlushSet;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.orm.internal.state.IdentityMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the rows of a flush while they come into being: inserts by object, and the foreign keys that relations
 * give to objects with rows.
 */
final class FlushRows {

    /** In place of null where null means that a relation says nothing. */
    private static final Object NULL = new Object();

    final ConstraintModel model;
    final FlushSet set;
    final Outcome outcome;
    final RowSwitches switches;
    final ColumnDefaults defaults;
    final IdentityMap identities;

    /** The first insert of each new object; those into its further tables hang on it. */
    final NewRows inserts;

    /** Foreign keys that relations give to objects with rows, by column of all their tables; null for none. */
    final Map<EntityState, @Nullable Object[]> updates;

    final Set<EntityState> deleted;

    FlushRows(ConstraintModel model, FlushSet set, DefaultSession session) {
        this.model = model;
        this.set = set;
        outcome = new Outcome(set.inserts().size());
        switches = new RowSwitches(set);
        defaults = new ColumnDefaults(session::connection);
        identities = session.identityMap();
        inserts = new NewRows(set.inserts().size());
        updates = new IdentityHashMap<>(set.updates().size());
        deleted = set.deletes().isEmpty() ? Set.of() : Collections.newSetFromMap(new IdentityHashMap<>());
        if (!set.deletes().isEmpty()) {
            deleted.addAll(set.deletes());
        }
    }

    EntityRows entity(EntityState state) {
        return model.entity(state.mapper());
    }

    boolean isNew(EntityState state) {
        return inserts.of(state) != null;
    }

    /** The insert of a new object into one of its tables; null if the object has rows. */
    @Nullable
    RowOperation insert(EntityState state, TableModel table) {
        RowOperation insert = inserts.of(state);
        while (insert != null && insert.table() != table) {
            insert = insert.next;
        }
        return insert;
    }

    /** The value of a column that others refer to: possibly the insert that makes it. */
    @Nullable
    Object keyPart(EntityState parent, TableModel table, int column, ColumnAttribute attribute) {
        RowOperation insert = insert(parent, table);
        if (insert != null) {
            return insert.after[column];
        }
        @Nullable Object[] references = updates.get(parent);
        if (references != null) {
            Object given = references[entity(parent).of(table).offset + column];
            if (given != null) {
                return unmasked(given);
            }
        }
        Object instance = parent.instance();
        if (attribute.isPrimaryKey() && parent.key() != null && !parent.isWritten(attribute)) {
            ColumnAttribute[] key = parent.mapper().primaryKey();
            for (int i = 0; i < key.length; i++) {
                if (key[i] == attribute) {
                    return StoredValues.key(parent).part(i);
                }
            }
        }
        parent.require(instance, attribute);
        return attribute.get(instance, parent);
    }

    /** Gives a column of an object a value that comes from a relation. */
    void write(EntityState child, TableModel table, int column, ColumnAttribute attribute, @Nullable Object value) {
        Object fitting = value instanceof RowOperation ? value : fit(attribute, value);
        RowOperation insert = insert(child, table);
        if (insert != null) {
            insert.after[column] = fitting;
            repeat(child, table, column, fitting);
            outcome.assign(child, attribute, fitting);
            return;
        }
        int place = entity(child).of(table).offset + column;
        @Nullable Object[] known = updates.get(child);
        boolean rewritten = known != null && known[place] != null;
        if (!rewritten
                && child.isLoaded(attribute)
                && attribute.sameValue(attribute.get(child.instance(), child), fitting)) {
            return;
        }
        references(child)[place] = fitting == null ? NULL : fitting;
        outcome.assign(child, attribute, fitting);
    }

    /** A value of a new object that stands in further tables too. */
    private void repeat(EntityState child, TableModel table, int column, @Nullable Object value) {
        for (EntityRows.Repeat repeat : entity(child).repeats) {
            if (repeat.from().table == table && repeat.column() == column) {
                RowOperation insert = insert(child, repeat.to().table);
                if (insert != null) {
                    insert.after[repeat.repeating()] = value;
                }
            }
        }
    }

    private static @Nullable Object fit(ColumnAttribute attribute, @Nullable Object value) {
        if (value == null || attribute.column().type().javaType().isInstance(value)) {
            return value;
        }
        return attribute.column().type().coerce(value);
    }

    static @Nullable Object unmasked(@Nullable Object value) {
        return value == NULL ? null : value;
    }

    /** Foreign keys that relations give to an object with a row, by column; where there are none yet, an empty row. */
    private @Nullable Object[] references(EntityState child) {
        markUpdated(child);
        @Nullable Object[] known = updates.get(child);
        if (known == null) {
            known = new Object[entity(child).width];
            updates.put(child, known);
        }
        return known;
    }

    /** An object may be changed by nothing but a collection that it was put into. */
    private void markUpdated(EntityState child) {
        if (!updates.containsKey(child)) {
            updates.put(child, null);
            set.updates().add(child);
        }
    }
}
