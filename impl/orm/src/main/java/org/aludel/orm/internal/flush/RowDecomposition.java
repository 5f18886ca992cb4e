package org.aludel.orm.internal.flush;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.errors.FlushException;
import org.aludel.orm.internal.flush.EntityTable.AssociationLink;
import org.aludel.orm.internal.flush.EntityTable.HalfLink;
import org.aludel.orm.internal.flush.EntityTable.ReferenceLink;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.session.FlushSet;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.orm.internal.state.IdentityMap;
import org.aludel.orm.internal.state.Status;
import org.aludel.orm.internal.state.TrackedCollection;
import org.aludel.orm.internal.state.TrackedCollections;
import org.aludel.schema.ColumnDefault;
import org.aludel.sql.Expr;
import org.jspecify.annotations.Nullable;

/**
 * Turns the states of a flush into row operations: foreign keys take the keys of the objects that relations lead to,
 * many-to-many collections become rows of the table between.
 *
 * <p>Keys that the database has yet to make are written as the operation that makes them; the objects get the values in
 * {@link Outcome#settle()}, when everything has been sent.
 */
final class RowDecomposition {

    /** In place of null where null means that a relation says nothing. */
    private static final Object NULL = new Object();

    private final ConstraintModel model;
    private final FlushSet set;
    private final Map<EntityState, RowOperation> inserts;
    private final Map<EntityState, @Nullable Object[]> updates = new IdentityHashMap<>();
    private final Set<EntityState> deleted;
    private final Set<AssociationRow> linked = new HashSet<>();
    private final Set<AssociationRow> unlinked = new HashSet<>();
    private final List<RowOperation> associations = new ArrayList<>();
    private final Outcome outcome = new Outcome();
    private final RowSwitches switches;
    private final ColumnDefaults defaults;
    private final IdentityMap identities;
    private int[] scratch = new int[32];

    /** A row between two objects, whichever side it is seen from. */
    private record AssociationRow(TableModel between, List<@Nullable Object> values) {}

    RowDecomposition(ConstraintModel model, FlushSet set, DefaultSession session) {
        this.model = model;
        this.set = set;
        switches = new RowSwitches(set);
        defaults = new ColumnDefaults(session::connection);
        identities = session.identityMap();
        inserts = new IdentityHashMap<>(set.inserts().size());
        deleted = set.deletes().isEmpty() ? Set.of() : Collections.newSetFromMap(new IdentityHashMap<>());
        if (!set.deletes().isEmpty()) {
            deleted.addAll(set.deletes());
        }
    }

    /** What there is to assign to objects when the rows are written. */
    Outcome outcome() {
        return outcome;
    }

    /** The operations: inserts, updates, rows of associations, deletes, each in the order of the flush set. */
    List<RowOperation> run() {
        for (EntityState state : set.inserts()) {
            inserts.put(state, newRow(state));
        }
        for (EntityState state : set.updates()) {
            updates.put(state, null);
        }
        for (EntityState state : set.deletes()) {
            wipeAssociations(state);
        }
        referByKey();
        List<EntityState> updated = new ArrayList<>(set.updates());
        updated.forEach(this::passKeyOn);
        updated.forEach(this::abandonChildren);
        set.inserts().forEach(this::relate);
        updated.forEach(this::relate);
        return operations();
    }

    private List<RowOperation> operations() {
        List<RowOperation> operations = new ArrayList<>(inserts.size()
                + updates.size()
                + associations.size()
                + set.deletes().size());
        for (EntityState state : set.inserts()) {
            RowOperation insert = inserts.get(state);
            if (insert != null) {
                finishInsert(state, insert);
                EntityState replaced = switches.replacedBy(state);
                operations.add(replaced == null ? insert : switchedRow(state, replaced, insert));
            }
        }
        for (EntityState state : set.updates()) {
            RowOperation update = changedRow(state);
            if (update != null) {
                operations.add(update);
            }
        }
        operations.addAll(associations);
        for (EntityState state : set.deletes()) {
            if (!switches.keepsRow(state)) {
                operations.add(goneRow(state));
            }
        }
        return operations;
    }

    // ---- rows of objects

    private EntityTable entity(EntityState state) {
        return model.entity(state.mapper());
    }

    private RowOperation newRow(EntityState state) {
        EntityTable entity = entity(state);
        TableModel table = entity.table;
        Object instance = state.instance();
        @Nullable Object[] row = new Object[table.width()];
        for (int column = 0; column < row.length; column++) {
            ColumnAttribute attribute = entity.attributes[column];
            row[column] = attribute == null ? null : attribute.get(instance, state);
            if (row[column] == null && attribute != null && entity.hasDefault[column]) {
                row[column] = defaultValue(state, entity, attribute, row);
            }
        }
        StatementShape shape = table.shape(StatementShape.Kind.INSERT, scratch, 0, new int[0]);
        RowOperation insert = RowOperation.insert(state, shape, row);
        int generated = table.generatedKey;
        if (generated >= 0) {
            Object key = row[generated];
            ColumnAttribute attribute = entity.attributes[generated];
            if (key == null || attribute != null && attribute.isPrimitive() && ((Number) key).longValue() == 0) {
                row[generated] = insert;
                outcome.generated(state, attribute(entity, generated), insert);
            }
        }
        return insert;
    }

    /** A default that the program gives is taken here, so that the object has it too. */
    private @Nullable Object defaultValue(
            EntityState state, EntityTable entity, ColumnAttribute attribute, @Nullable Object[] row) {
        Object value = defaults.value(attribute.column().onInsert(), entity, row);
        if (value != null) {
            outcome.assign(state, attribute, value);
        }
        return value;
    }

    /** The row of a deleted object becomes that of a new one. */
    private RowOperation switchedRow(EntityState state, EntityState replaced, RowOperation insert) {
        EntityTable entity = entity(state);
        TableModel table = entity.table;
        @Nullable Object[] before = goneRow(replaced).before;
        @Nullable Object[] after = insert.after;
        if (scratch.length < table.width()) {
            scratch = new int[table.width()];
        }
        int count = 0;
        for (int column = 0; column < table.width(); column++) {
            ColumnAttribute attribute = entity.attributes[column];
            if (attribute == null || entity.computed[column]) {
                continue;
            }
            if (column == entity.version) {
                after[column] = Versions.next(attribute, before[column]);
                outcome.assign(state, attribute, after[column]);
            } else if (table.isKey(column)
                    || after[column] == null && entity.hasDefault[column]
                    || state.pendingExpression(attribute) != null) {
                continue;
            }
            scratch[count++] = column;
        }
        return RowOperation.update(
                state, table.shape(StatementShape.Kind.UPDATE, scratch, count, entity.where), before, after);
    }

    private void finishInsert(EntityState state, RowOperation insert) {
        EntityTable entity = entity(state);
        TableModel table = entity.table;
        @Nullable Object[] row = insert.after;
        if (entity.version >= 0) {
            Object version = row[entity.version];
            if (version == null || version instanceof Number number && number.longValue() == 0) {
                ColumnAttribute counter = attribute(entity, entity.version);
                row[entity.version] = Versions.first(counter);
                outcome.assign(state, counter, row[entity.version]);
            }
        }
        if (scratch.length < row.length) {
            scratch = new int[row.length];
        }
        if (entity.setsLater && entity.givenOnUpdate.length > 0) {
            giveOnUpdate(state, entity, row);
        }
        boolean expressions = false;
        int count = 0;
        for (int column = 0; column < row.length; column++) {
            Object value = row[column];
            ColumnAttribute attribute = entity.attributes[column];
            if (attribute == null || column == table.generatedKey && value == insert) {
                continue;
            }
            if (state.pendingExpression(attribute) != null) {
                expressions = true;
                outcome.forget(state, attribute);
                scratch[count++] = column;
                continue;
            }
            if (entity.computed[column] || value == null && entity.hasDefault[column]) {
                outcome.forget(state, attribute);
                continue;
            }
            if (value == null && table.isKey(column)) {
                throw keyWithoutValue(state, attribute);
            }
            scratch[count++] = column;
        }
        insert.shape = expressions
                ? expressionShape(state, entity, StatementShape.Kind.INSERT, insert.shape.where, count)
                : table.shape(StatementShape.Kind.INSERT, scratch, count, insert.shape.where);
    }

    /** What an update gives to columns is there from the start where an update may follow the insert at once. */
    private void giveOnUpdate(EntityState state, EntityTable entity, @Nullable Object[] row) {
        for (ReferenceLink link : entity.references) {
            if (link.relation().postUpdate()
                    && row[link.childColumns()[0]] instanceof RowOperation) {
                for (int column : entity.givenOnUpdate) {
                    if (row[column] == null) {
                        ColumnAttribute attribute = attribute(entity, column);
                        row[column] = defaults.value(attribute.column().onUpdate(), entity, row);
                        outcome.assign(state, attribute, row[column]);
                    }
                }
                return;
            }
        }
    }

    /** The attributes of an object by column number. */
    @Nullable
    ColumnAttribute[] attributes(EntityState state) {
        return entity(state).attributes;
    }

    /** The update that an object with a row needs; null if nothing of its row has changed. */
    @Nullable
    RowOperation changedRow(EntityState state) {
        EntityTable entity = entity(state);
        TableModel table = entity.table;
        @Nullable Object[] references = updates.get(state);
        @Nullable ColumnAttribute[] attributes = entity.attributes;
        if (scratch.length < attributes.length + 1 + entity.givenOnUpdate.length) {
            scratch = new int[attributes.length + 1 + entity.givenOnUpdate.length];
        }
        boolean expressions = false;
        int count = 0;
        for (int column = 0; column < attributes.length; column++) {
            ColumnAttribute attribute = attributes[column];
            if (attribute == null || column == entity.version) {
                continue;
            }
            if (references != null && references[column] != null) {
                scratch[count++] = column;
            } else if (state.isWritten(attribute)) {
                boolean expression = state.pendingExpression(attribute) != null;
                if (expression || state.isChanged(attribute)) {
                    expressions |= expression;
                    scratch[count++] = column;
                }
            }
        }
        if (count == 0) {
            return null;
        }
        int written = count;
        if (entity.version >= 0) {
            scratch[count++] = entity.version;
        }
        for (int column : entity.givenOnUpdate) {
            if (!Columns.contains(scratch, written, column)) {
                scratch[count++] = column;
            }
        }
        if (count > written) {
            Arrays.sort(scratch, 0, count);
        }
        StatementShape shape = expressions
                ? expressionShape(state, entity, StatementShape.Kind.UPDATE, entity.where, count)
                : table.shape(StatementShape.Kind.UPDATE, scratch, count, entity.where);
        return update(state, entity, shape, references);
    }

    private StatementShape expressionShape(
            EntityState state, EntityTable entity, StatementShape.Kind kind, int[] where, int count) {
        int[] columns = Arrays.copyOf(scratch, count);
        @Nullable Expr<?>[] expressions = new Expr<?>[count];
        for (int i = 0; i < count; i++) {
            expressions[i] = state.pendingExpression(attribute(entity, columns[i]));
        }
        return new StatementShape(entity.table, kind, columns, where, expressions);
    }

    private RowOperation update(
            EntityState state, EntityTable entity, StatementShape shape, @Nullable Object @Nullable [] references) {
        Object instance = state.instance();
        @Nullable Object[] before = new Object[entity.table.width()];
        @Nullable Object[] after = new Object[before.length];
        for (UniqueSlot slot : shape.slots) {
            keep(state, instance, entity, slot.columns, before, after);
        }
        for (ForeignKeyModel key : shape.foreignKeys) {
            keep(state, instance, entity, key.columns, before, after);
        }
        putKey(state, entity, before);
        putKey(state, entity, after);
        for (int i = 0; i < shape.set.length; i++) {
            int column = shape.set[i];
            ColumnAttribute attribute = attribute(entity, column);
            if (!entity.table.isKey(column)) {
                before[column] = known(state.oldValue(attribute));
            }
            if (column == entity.version) {
                Object next = Versions.next(attribute, before[column]);
                after[column] = next;
                outcome.assign(state, attribute, next);
            } else if (shape.expressions.length > 0 && shape.expressions[i] != null) {
                after[column] = RowOperation.UNKNOWN;
            } else if (references != null && references[column] != null) {
                after[column] = unmasked(references[column]);
            } else {
                after[column] = attribute.get(instance, state);
            }
        }
        for (int column : entity.givenOnUpdate) {
            ColumnAttribute attribute = attribute(entity, column);
            boolean explicit = references != null && references[column] != null
                    || state.isWritten(attribute) && state.isChanged(attribute)
                    || state.pendingExpression(attribute) != null;
            if (!explicit) {
                after[column] = null;
                after[column] = defaults.value(attribute.column().onUpdate(), entity, after);
                outcome.assign(state, attribute, after[column]);
            }
        }
        for (int column : entity.changedOnUpdate) {
            if (!shape.sets(column)) {
                outcome.forget(state, attribute(entity, column));
            }
        }
        return RowOperation.update(state, shape, before, after);
    }

    /** Fills in columns that a constraint needs and the statement does not set. */
    private static void keep(
            EntityState state,
            Object instance,
            EntityTable entity,
            int[] columns,
            @Nullable Object[] before,
            @Nullable Object[] after) {
        for (int column : columns) {
            ColumnAttribute attribute = entity.attributes[column];
            Object value = attribute != null && state.isLoaded(attribute)
                    ? attribute.get(instance, state)
                    : RowOperation.UNKNOWN;
            before[column] = value;
            after[column] = value;
        }
    }

    private RowOperation goneRow(EntityState state) {
        EntityTable entity = entity(state);
        TableModel table = entity.table;
        @Nullable Object[] before = new Object[table.width()];
        for (UniqueSlot slot : table.slots) {
            putOld(state, entity, slot.columns, before);
        }
        for (ForeignKeyModel key : table.foreignKeys) {
            putOld(state, entity, key.columns, before);
        }
        if (entity.version >= 0) {
            ColumnAttribute counter = attribute(entity, entity.version);
            Object old = state.oldValue(counter);
            if (old == EntityState.NO_VALUE) {
                state.require(state.instance(), counter);
                old = state.oldValue(counter);
            }
            before[entity.version] = old;
        }
        putKey(state, entity, before);
        StatementShape shape = table.shape(StatementShape.Kind.DELETE, scratch, 0, entity.where);
        return RowOperation.delete(state, shape, before);
    }

    private static void putOld(EntityState state, EntityTable entity, int[] columns, @Nullable Object[] row) {
        for (int column : columns) {
            ColumnAttribute attribute = entity.attributes[column];
            row[column] = attribute == null ? RowOperation.UNKNOWN : known(state.oldValue(attribute));
        }
    }

    private static void putKey(EntityState state, EntityTable entity, @Nullable Object[] row) {
        EntityKey key = key(state);
        int[] columns = entity.table.primaryKey;
        for (int i = 0; i < columns.length; i++) {
            row[columns[i]] = key.part(i);
        }
    }

    private static EntityKey key(EntityState state) {
        EntityKey key = state.key();
        if (key == null) {
            throw new IllegalStateException(state + " has no row");
        }
        return key;
    }

    private static @Nullable Object known(@Nullable Object value) {
        return value == EntityState.NO_VALUE ? RowOperation.UNKNOWN : value;
    }

    private static ColumnAttribute attribute(EntityTable entity, int column) {
        ColumnAttribute attribute = entity.attributes[column];
        if (attribute == null) {
            throw new IllegalStateException(entity.table.columns[column] + " is not mapped");
        }
        return attribute;
    }

    // ---- references

    /** Foreign keys that are part of a primary key go first, parents before children: others may copy that key. */
    private void referByKey() {
        List<EntityState> keyed = new ArrayList<>();
        for (EntityState state : set.inserts()) {
            if (entity(state).keyReferences.length > 0) {
                keyed.add(state);
            }
        }
        keyed.sort(Comparator.comparingInt(state -> state.mapper().ordinal()));
        for (EntityState state : keyed) {
            for (ReferenceLink link : entity(state).keyReferences) {
                refer(state, link);
            }
        }
    }

    private void relate(EntityState state) {
        EntityTable entity = entity(state);
        for (ReferenceLink link : entity.references) {
            refer(state, link);
        }
        if (!inserts.containsKey(state)) {
            for (ReferenceLink link : entity.keyReferences) {
                refer(state, link);
            }
        }
        for (ReferenceLink link : entity.children) {
            if (!keepsItself(link)) {
                for (Object child : members(state, link.relation(), true)) {
                    take(childState(link.relation(), state, child), link, state);
                }
            }
        }
        for (AssociationLink link : entity.associations) {
            if (link.relation().isCollection()) {
                for (Object member : members(state, link.relation(), true)) {
                    associate(link, state, childState(link.relation(), state, member));
                }
                for (Object member : members(state, link.relation(), false)) {
                    EntityState far = EntityState.of(member);
                    if (far != null && far.key() != null) {
                        dissociate(link, state, far);
                    }
                }
            }
        }
    }

    /** What holds the key of an object follows when the key changes. */
    private void passKeyOn(EntityState state) {
        EntityTable entity = entity(state);
        if (!entity.hasChangedReferred(state)) {
            return;
        }
        for (ReferenceLink link : entity.children) {
            RelationAttribute relation = link.relation();
            if (KeyChanges.affects(state, relation)) {
                for (Object member : KeyChanges.staying(state, relation)) {
                    follow(childState(relation, state, member), link, state);
                }
            }
        }
        for (ReferenceLink link : entity.referrers) {
            for (EntityState other : identities.states()) {
                if (other.mapper() == link.relation().owner()
                        && other.status() == Status.PERSISTENT
                        && other.isLoaded(link.relation())
                        && !other.isChanged(link.relation())
                        && link.relation().get(other.instance(), other) == state.instance()) {
                    follow(other, link, state);
                }
            }
        }
        for (AssociationLink link : entity.associations) {
            RelationAttribute relation = link.relation();
            if (!relation.passiveUpdates() && KeyChanges.affects(state, relation)) {
                for (Object member : KeyChanges.staying(state, relation)) {
                    moveAssociation(link, state, childState(relation, state, member));
                }
            }
        }
    }

    /** The foreign key of a child takes the parent's new key: by the database, or by an update of ours. */
    private void follow(EntityState child, ReferenceLink link, EntityState parent) {
        if (!link.relation().passiveUpdates()) {
            take(child, link, parent);
            return;
        }
        if (deleted.contains(child)) {
            return;
        }
        for (int i = 0; i < link.childColumns().length; i++) {
            ColumnAttribute attribute = link.childAttributes()[i];
            if (!child.isWritten(attribute)) {
                Object value = keyPart(parent, link.parentColumns()[i], link.parentAttributes()[i]);
                outcome.assign(child, attribute, value);
            }
        }
    }

    private void moveAssociation(AssociationLink link, EntityState owner, EntityState member) {
        @Nullable Object[] after = associationRow(link, owner, member);
        if (!linked.add(row(link, after))) {
            return;
        }
        @Nullable Object[] before = new Object[link.between().width()];
        putOldParts(link.own(), owner, before);
        putOldParts(link.far(), member, before);
        int[] both = link.delete().where;
        associations.add(RowOperation.update(
                null, link.between().shape(StatementShape.Kind.UPDATE, both, both), before, after));
    }

    private static void putOldParts(HalfLink half, EntityState state, @Nullable Object[] row) {
        for (int i = 0; i < half.columns().length; i++) {
            row[half.columns()[i]] = state.oldValue(half.keyAttributes()[i]);
        }
    }

    /** A one-to-many relation whose other side is mapped too is written from there. */
    private static boolean keepsItself(ReferenceLink link) {
        RelationAttribute reverse = link.relation().reverse();
        return reverse != null && !reverse.viewOnly();
    }

    private void refer(EntityState state, ReferenceLink link) {
        RelationAttribute relation = link.relation();
        Object instance = state.instance();
        boolean isNew = inserts.containsKey(state);
        if (!isNew && !state.isChanged(relation)) {
            return;
        }
        Object target = relation.get(instance, state);
        if (target != null) {
            take(state, link, childState(relation, state, target));
        } else if (!isNew) {
            letGo(state, link);
        }
    }

    /** The state of an object that a relation leads to; it must have a row, or be about to get one. */
    private EntityState childState(RelationAttribute relation, EntityState owner, Object object) {
        EntityState state = EntityState.of(object);
        if (state == null || state.key() == null && !inserts.containsKey(state)) {
            throw new FlushException(
                    "ALU-0603",
                    relation + " leads to an object that is not in the session; where: " + owner + " -> "
                            + relation.target().name()
                            + "; what to do: session.add(...) the object, or let the relation cascade SAVE_UPDATE");
        }
        return state;
    }

    /** Writes the parent's key into the child's foreign key. */
    private void take(EntityState child, ReferenceLink link, EntityState parent) {
        if (deleted.contains(child)) {
            return;
        }
        for (int i = 0; i < link.childColumns().length; i++) {
            Object value = keyPart(parent, link.parentColumns()[i], link.parentAttributes()[i]);
            write(child, link.childColumns()[i], link.childAttributes()[i], value);
        }
    }

    private @Nullable Object keyPart(EntityState parent, int column, ColumnAttribute attribute) {
        RowOperation insert = inserts.get(parent);
        if (insert != null) {
            return insert.after[column];
        }
        @Nullable Object[] references = updates.get(parent);
        if (references != null && references[column] != null) {
            return unmasked(references[column]);
        }
        Object instance = parent.instance();
        if (attribute.isPrimaryKey() && !parent.isWritten(attribute)) {
            ColumnAttribute[] key = parent.mapper().primaryKey();
            for (int i = 0; i < key.length; i++) {
                if (key[i] == attribute) {
                    return key(parent).part(i);
                }
            }
        }
        parent.require(instance, attribute);
        return attribute.get(instance, parent);
    }

    private void write(EntityState child, int column, ColumnAttribute attribute, @Nullable Object value) {
        RowOperation insert = inserts.get(child);
        Object fitting = value instanceof RowOperation ? value : fit(attribute, value);
        if (insert != null) {
            insert.after[column] = fitting;
            outcome.assign(child, attribute, fitting);
            return;
        }
        @Nullable Object[] known = updates.get(child);
        boolean rewritten = known != null && known[column] != null;
        if (!rewritten
                && child.isLoaded(attribute)
                && attribute.sameValue(attribute.get(child.instance(), child), fitting)) {
            return;
        }
        references(child)[column] = fitting == null ? NULL : fitting;
        outcome.assign(child, attribute, fitting);
    }

    private static @Nullable Object fit(ColumnAttribute attribute, @Nullable Object value) {
        if (value == null || attribute.column().type().javaType().isInstance(value)) {
            return value;
        }
        return attribute.column().type().coerce(value);
    }

    private static @Nullable Object unmasked(@Nullable Object value) {
        return value == NULL ? null : value;
    }

    /** Foreign keys that relations give to an object with a row, by column; where there are none yet, an empty row. */
    private @Nullable Object[] references(EntityState child) {
        markUpdated(child);
        @Nullable Object[] known = updates.get(child);
        if (known == null) {
            known = new Object[entity(child).table.width()];
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

    /** Empties the child's foreign key. */
    private void letGo(EntityState child, ReferenceLink link) {
        if (deleted.contains(child)) {
            return;
        }
        for (int i = 0; i < link.childColumns().length; i++) {
            ColumnAttribute attribute = link.childAttributes()[i];
            if (attribute.isPrimaryKey() || attribute.isPrimitive()) {
                throw new FlushException(
                        "ALU-0604",
                        link.relation() + " was emptied, but its foreign key " + attribute
                                + (attribute.isPrimaryKey() ? " is part of the primary key" : " can't hold null")
                                + "; where: " + child
                                + "; what to do: delete the object, or cascade DELETE_ORPHAN from its parent");
            }
            write(child, link.childColumns()[i], attribute, null);
        }
    }

    /** Members that left a collection whose other side is not mapped. */
    private void abandonChildren(EntityState state) {
        for (ReferenceLink link : entity(state).children) {
            if (!keepsItself(link)) {
                for (Object child : members(state, link.relation(), false)) {
                    EntityState left = EntityState.of(child);
                    if (left != null && left.key() != null && left.status() != Status.DELETED) {
                        letGo(left, link);
                    }
                }
            }
        }
    }

    private static List<Object> members(EntityState state, RelationAttribute relation, boolean added) {
        Object instance = state.instance();
        if (!relation.isCollection()) {
            Object now = relation.get(instance, state);
            Object old = state.key() == null ? null : state.oldValue(relation);
            Object chosen = added ? now : old;
            boolean none = chosen == null || chosen == EntityState.NO_VALUE || now == old;
            return none ? List.of() : List.of(chosen);
        }
        TrackedCollection<?> collection = TrackedCollections.existing(instance, state, relation);
        if (collection == null) {
            return List.of();
        }
        return added ? collection.members().added() : collection.members().removed();
    }

    // ---- associations

    private void associate(AssociationLink link, EntityState owner, EntityState member) {
        if (deleted.contains(owner) || deleted.contains(member)) {
            return;
        }
        @Nullable Object[] row = associationRow(link, owner, member);
        if (link.relation().reverse() == null || linked.add(row(link, row))) {
            associations.add(RowOperation.insert(null, link.insert(), row));
        }
    }

    private void dissociate(AssociationLink link, EntityState owner, EntityState member) {
        if (deleted.contains(owner) || deleted.contains(member) && isWiped(member, link.between())) {
            return;
        }
        if (member.status() == Status.DELETED) {
            return; // an earlier flush has deleted it, and its rows in the table between
        }
        @Nullable Object[] row = associationRow(link, owner, member);
        if (unlinked.add(row(link, row))) {
            associations.add(RowOperation.delete(null, link.delete(), row));
        }
    }

    private static AssociationRow row(AssociationLink link, @Nullable Object[] row) {
        return new AssociationRow(link.between(), Arrays.asList(row));
    }

    private @Nullable Object[] associationRow(AssociationLink link, EntityState owner, EntityState member) {
        @Nullable Object[] row = new Object[link.between().width()];
        putParts(link.own(), owner, row);
        putParts(link.far(), member, row);
        return row;
    }

    private void putParts(HalfLink half, EntityState state, @Nullable Object[] row) {
        for (int i = 0; i < half.columns().length; i++) {
            row[half.columns()[i]] = keyPart(state, half.keyColumns()[i], half.keyAttributes()[i]);
        }
    }

    private boolean isWiped(EntityState state, TableModel between) {
        for (AssociationLink link : entity(state).associations) {
            if (link.between() == between && !link.relation().passiveDeletes()) {
                return true;
            }
        }
        return false;
    }

    /** All rows between a deleted object and others go by one statement, whether the collection is loaded or not. */
    private void wipeAssociations(EntityState state) {
        for (AssociationLink link : entity(state).associations) {
            if (link.relation().passiveDeletes()) {
                continue;
            }
            @Nullable Object[] row = new Object[link.between().width()];
            Arrays.fill(row, RowOperation.UNKNOWN);
            putParts(link.own(), state, row);
            if (unlinked.add(row(link, row))) {
                RowOperation wipe = RowOperation.delete(null, link.wipe(), row);
                wipe.anyCount = true;
                associations.add(wipe);
            }
        }
    }

    // ---- errors

    private static FlushException keyWithoutValue(EntityState state, ColumnAttribute attribute) {
        return new FlushException(
                "ALU-0605",
                "the key " + attribute + " has no value; where: new object " + state + ", column "
                        + attribute.column()
                        + "; what to do: set it before the flush, or let the database generate it (@Id on a single"
                        + " integer, or a default)");
    }
}
