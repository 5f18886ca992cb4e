package org.aludel.orm.internal.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.errors.FlushException;
import org.aludel.orm.AfterUpdate;
import org.aludel.orm.BeforeUpdate;
import org.aludel.orm.PassiveDeletes;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.ColumnPair;
import org.aludel.orm.internal.mapping.Direction;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.orm.internal.state.Status;
import org.aludel.orm.internal.state.TrackedCollection;
import org.aludel.orm.internal.state.TrackedCollections;

/**
 * Decides what a flush has to write: orphans become deletions, deletions take along what they own, and what merely refers
 * to a deleted object is parted from it. Runs until nothing new turns up, because each step may load and change objects.
 */
final class FlushPreparation {

    private final DefaultSession session;
    private final Set<EntityState> parted = new HashSet<>();

    FlushPreparation(DefaultSession session) {
        this.session = session;
    }

    FlushSet prepare() {
        boolean again = true;
        while (again) {
            again = deleteOrphans();
            again |= partDeleted();
        }
        List<EntityState> inserts = new ArrayList<>(session.pending().size());
        for (EntityState state : session.pending().keySet()) {
            inserts.add(state);
        }
        List<EntityState> updates = new ArrayList<>(session.modified().size());
        boolean all = session.wants(BeforeUpdate.class) || session.wants(AfterUpdate.class);
        for (EntityState state : session.modified().keySet()) {
            if (state.status() == Status.PERSISTENT
                    && !session.deleted().containsKey(state)
                    && (all || state.hasChanges())) {
                updates.add(state);
            }
        }
        return new FlushSet(inserts, updates, new ArrayList<>(session.deleted().keySet()));
    }

    /** Members that left a relation whose members can't live without it. */
    private boolean deleteOrphans() {
        if (session.modified().isEmpty()) {
            return false;
        }
        List<Object> orphans = new ArrayList<>();
        session.modified().forEach((state, owner) -> collectOrphans(state, owner, orphans));
        boolean found = false;
        for (Object orphan : orphans) {
            EntityState state = EntityState.of(orphan);
            if (state == null || state.session() != session || session.deleted().containsKey(state)) {
                continue;
            }
            if (state.status() == Status.PENDING) {
                session.expungeOrphan(state, orphan);
                found = true;
            } else if (state.status() == Status.PERSISTENT) {
                session.membership().markDeleted(orphan);
                found = true;
            }
        }
        return found;
    }

    private void collectOrphans(EntityState state, Object owner, List<Object> orphans) {
        for (RelationAttribute relation : state.mapper().relations()) {
            if (!relation.deleteOrphan() || relation.index() < 0) {
                continue;
            }
            for (Object gone : departed(state, owner, relation)) {
                if (isParentless(gone, relation)) {
                    orphans.add(gone);
                }
            }
        }
    }

    private static List<Object> departed(EntityState state, Object owner, RelationAttribute relation) {
        if (relation.isCollection()) {
            TrackedCollection<?> tracked = TrackedCollections.existing(owner, state, relation);
            return tracked == null ? List.of() : tracked.members().removed();
        }
        Object before = state.isChanged(relation) ? state.oldValue(relation) : null;
        return before == null || before == EntityState.NO_VALUE ? List.of() : List.of(before);
    }

    private boolean isParentless(Object member, RelationAttribute relation) {
        RelationAttribute back = relation.reverse();
        if (back != null && !back.isCollection()) {
            return back.get(member, EntityState.of(member)) == null;
        }
        return !isTakenIn(session.modified().keySet(), member, relation)
                && !isTakenIn(session.pending().keySet(), member, relation);
    }

    private static boolean isTakenIn(Set<EntityState> owners, Object member, RelationAttribute relation) {
        for (EntityState owner : owners) {
            if (!owner.mapper().inheritance().isA(relation.owner()) || !owner.isLoaded(relation)) {
                continue;
            }
            for (Object other : Related.inMemory(owner.instance(), owner, relation)) {
                if (other == member) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Follows each deletion along the object's relations, once. */
    private boolean partDeleted() {
        if (session.deleted().isEmpty()) {
            return false;
        }
        boolean found = false;
        for (EntityState state : new ArrayList<>(session.deleted().keySet())) {
            if (!parted.add(state)) {
                continue;
            }
            found = true;
            Object instance = state.instance();
            session.membership().markDeleted(instance);
            for (RelationAttribute relation : state.mapper().relations()) {
                if (relation.index() >= 0 && !relation.viewOnly()) {
                    part(state, instance, relation);
                }
            }
        }
        return found;
    }

    private void part(EntityState state, Object instance, RelationAttribute relation) {
        if (relation.direction() == Direction.MANY_TO_ONE) {
            return;
        }
        if (relation.passive() == PassiveDeletes.ALL || !state.isLoaded(relation) && relation.passiveDeletes()) {
            return;
        }
        state.require(instance, relation);
        if (relation.direction() == Direction.MANY_TO_MANY) {
            return;
        }
        for (Object member : List.copyOf(Related.all(session, instance, state, relation))) {
            EntityState child = EntityState.of(member);
            if (child != null
                    && child.session() == session
                    && !session.deleted().containsKey(child)) {
                clearForeignKey(relation, child, member, instance);
            }
        }
    }

    private void clearForeignKey(RelationAttribute relation, EntityState child, Object member, Object parent) {
        RelationAttribute back = relation.reverse();
        if (back != null && !back.isCollection()) {
            Object now = back.get(member, child);
            if (now != null && now != parent) {
                return; // it was given to another parent meanwhile
            }
            if (now == parent) {
                child.assignReference(member, back, null);
            }
        }
        for (ColumnPair pair : relation.pairs()) {
            ColumnAttribute column = pair.remote();
            if (column == null || child.isLoaded(column) && column.get(member, child) == null) {
                continue;
            }
            if (column.isPrimaryKey() || column.isPrimitive()) {
                throw new FlushException(
                        "ALU-0513",
                        "an object can't lose its parent, because its column "
                                + column.column().name()
                                + " can't be null; where: " + relation
                                + ", whose owner is deleted; what to do: delete the"
                                + " members too (cascade DELETE), or leave them to the database with passiveDeletes");
            }
            child.assign(member, column, null);
        }
    }
}
