package org.aludel.orm.internal.flush;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.aludel.errors.FlushException;
import org.aludel.orm.internal.flush.EntityRows.AssociationLink;
import org.aludel.orm.internal.flush.EntityRows.ReferenceLink;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.session.FlushSet;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.orm.internal.state.Status;
import org.aludel.orm.internal.state.TrackedCollection;
import org.aludel.orm.internal.state.TrackedCollections;
import org.jspecify.annotations.Nullable;

/**
 * Turns the states of a flush into row operations: foreign keys take the keys of the objects that relations lead to,
 * many-to-many collections become rows of the table between.
 *
 * <p>Keys that the database has yet to make are written as the operation that makes them; the objects get the values in
 * {@link Outcome#settle()}, when everything has been sent.
 */
final class RowDecomposition {

    private static final System.Logger LOG = System.getLogger("org.aludel.flush");

    private final FlushRows rows;
    private final ObjectRows objects;
    private final ChangedRows changes;
    private final AssociationRows associations;

    RowDecomposition(ConstraintModel model, FlushSet set, DefaultSession session) {
        rows = new FlushRows(model, set, session);
        objects = new ObjectRows(rows);
        changes = new ChangedRows(rows);
        associations = new AssociationRows(rows);
    }

    /** What there is to assign to objects when the rows are written. */
    Outcome outcome() {
        return rows.outcome;
    }

    /** The operations: inserts, updates, rows of associations, deletes, each in the order of the flush set. */
    List<RowOperation> run() {
        FlushSet set = rows.set;
        List<EntityState> keyed = new ArrayList<>();
        for (EntityState state : set.inserts()) {
            rows.inserts.put(state, objects.newRows(state));
            if (rows.entity(state).keyReferences.length > 0) {
                keyed.add(state);
            }
        }
        for (EntityState state : set.updates()) {
            ObjectRows.requireWritable(rows, state);
            rows.updates.put(state, null);
        }
        for (EntityState state : set.deletes()) {
            associations.wipeAssociations(state);
        }
        referByKey(keyed);
        List<EntityState> updated = new ArrayList<>(set.updates());
        updated.forEach(this::passKeyOn);
        updated.forEach(this::abandonChildren);
        set.inserts().forEach(this::relate);
        updated.forEach(this::relate);
        return operations();
    }

    private List<RowOperation> operations() {
        FlushSet set = rows.set;
        List<RowOperation> operations = new ArrayList<>(rows.inserts.size()
                + rows.updates.size()
                + associations.operations().size()
                + set.deletes().size());
        for (EntityState state : set.inserts()) {
            RowOperation insert = rows.inserts.of(state);
            if (insert != null) {
                objects.finishInserts(state, insert, operations);
            }
        }
        for (EntityState state : set.updates()) {
            changes.add(state, operations);
        }
        operations.addAll(associations.operations());
        for (EntityState state : set.deletes()) {
            if (!rows.switches.keepsRow(state)) {
                objects.goneRows(state, operations);
            }
        }
        return operations;
    }

    /** How an object's class is kept in tables. */
    EntityRows entity(EntityState state) {
        return rows.entity(state);
    }

    /** Number of an attribute's column in its table. */
    int column(ColumnAttribute attribute) {
        return rows.model.number(attribute.column());
    }

    /** The table of an attribute's column. */
    TableModel table(ColumnAttribute attribute) {
        return rows.model.table(Objects.requireNonNull(attribute.column().table()));
    }

    /** The updates that an object with a row needs; none if nothing of its rows has changed. */
    List<RowOperation> changedRows(EntityState state) {
        List<RowOperation> changed = new ArrayList<>(1);
        changes.add(state, changed);
        return changed;
    }

    // ---- references

    /** Foreign keys that are part of a primary key go first, parents before children: others may copy that key. */
    private void referByKey(List<EntityState> keyed) {
        keyed.sort(Comparator.comparingInt(state -> state.mapper().ordinal()));
        for (EntityState state : keyed) {
            for (ReferenceLink link : rows.entity(state).keyReferences) {
                refer(state, link);
            }
        }
    }

    private void relate(EntityState state) {
        EntityRows entity = rows.entity(state);
        for (ReferenceLink link : entity.references) {
            refer(state, link);
        }
        if (!rows.isNew(state)) {
            for (ReferenceLink link : entity.keyReferences) {
                refer(state, link);
            }
        }
        for (ReferenceLink link : entity.children) {
            if (!keepsItself(link)) {
                for (Object child : members(state, link.relation(), true)) {
                    EntityState known = knownState(link.relation(), state, child);
                    if (known != null) {
                        take(known, link, state);
                    }
                }
            }
        }
        for (AssociationLink link : entity.associations) {
            if (link.relation().isCollection()) {
                for (Object member : members(state, link.relation(), true)) {
                    EntityState known = knownState(link.relation(), state, member);
                    if (known != null) {
                        associations.associate(link, state, known);
                    }
                }
                for (Object member : members(state, link.relation(), false)) {
                    EntityState far = EntityState.of(member);
                    if (far != null && far.key() != null) {
                        associations.dissociate(link, state, far);
                    }
                }
            }
        }
    }

    /** What holds the key of an object follows when the key changes. */
    private void passKeyOn(EntityState state) {
        EntityRows entity = rows.entity(state);
        if (!entity.hasChangedReferred(state)) {
            return;
        }
        for (ReferenceLink link : entity.children) {
            RelationAttribute relation = link.relation();
            if (KeyChanges.affects(state, relation)) {
                for (Object member : KeyChanges.staying(state, relation)) {
                    follow(stateOf(member), link, state);
                }
            }
        }
        for (ReferenceLink link : entity.referrers) {
            for (EntityState other : rows.identities.states()) {
                if (other.mapper().inheritance().isA(link.relation().owner())
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
                    associations.move(link, state, stateOf(member));
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
        if (rows.deleted.contains(child)) {
            return;
        }
        for (int i = 0; i < link.childColumns().length; i++) {
            ColumnAttribute attribute = link.childAttributes()[i];
            if (!child.isWritten(attribute)) {
                Object value = rows.keyPart(parent, link.parent(), link.parentColumns()[i], link.parentAttributes()[i]);
                rows.outcome.assign(child, attribute, value);
            }
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
        boolean isNew = rows.isNew(state);
        if (!isNew && !state.isChanged(relation)) {
            return;
        }
        Object target = relation.get(instance, state);
        if (target != null) {
            EntityState known = knownState(relation, state, target);
            if (known != null) {
                take(state, link, known);
            }
        } else if (!isNew) {
            letGo(state, link);
        }
    }

    /** The state of an object that a relation leads to; null, with a warning, for one that nobody has added. */
    private @Nullable EntityState knownState(RelationAttribute relation, EntityState owner, Object object) {
        EntityState state = EntityState.of(object);
        if (state != null && state.key() == null && rows.set.elsewhere().contains(state) && !rows.isNew(state)) {
            return state.mapper().keyOf(object, state) == null ? null : state; // written before, or after this
        }
        if (state == null || state.key() == null && !rows.isNew(state)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "ALU-0603 {0} leads to an object that is not in the session, and is not written; where: {1} -> {2};"
                            + " what to do: session.add(...) the object, or let the relation cascade SAVE_UPDATE",
                    relation,
                    owner,
                    relation.target().name());
            return null;
        }
        return state;
    }

    private static EntityState stateOf(Object object) {
        return Objects.requireNonNull(EntityState.of(object));
    }

    /** Writes the parent's key into the child's foreign key. */
    private void take(EntityState child, ReferenceLink link, EntityState parent) {
        if (rows.deleted.contains(child)) {
            return;
        }
        for (int i = 0; i < link.childColumns().length; i++) {
            Object value = rows.keyPart(parent, link.parent(), link.parentColumns()[i], link.parentAttributes()[i]);
            rows.write(child, link.child(), link.childColumns()[i], link.childAttributes()[i], value);
        }
    }

    /** Empties the child's foreign key. */
    private void letGo(EntityState child, ReferenceLink link) {
        if (rows.deleted.contains(child)) {
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
            rows.write(child, link.child(), link.childColumns()[i], attribute, null);
        }
    }

    /** Members that left a collection whose other side is not mapped. */
    private void abandonChildren(EntityState state) {
        for (ReferenceLink link : rows.entity(state).children) {
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
}
