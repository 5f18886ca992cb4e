package org.aludel.orm.internal.flush;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.orm.internal.flush.EntityRows.AssociationLink;
import org.aludel.orm.internal.flush.EntityRows.HalfLink;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.orm.internal.state.Status;
import org.jspecify.annotations.Nullable;

/** Makes the row operations of many-to-many relations: rows of the tables between. */
final class AssociationRows {

    private final FlushRows rows;
    private final Set<AssociationRow> linked = new HashSet<>();
    private final Set<AssociationRow> unlinked = new HashSet<>();
    private final List<RowOperation> operations = new ArrayList<>();

    /** A row between two objects, whichever side it is seen from. */
    private record AssociationRow(TableModel between, List<@Nullable Object> values) {}

    AssociationRows(FlushRows rows) {
        this.rows = rows;
    }

    List<RowOperation> operations() {
        return operations;
    }

    /** Adds the row between two objects. */
    void associate(AssociationLink link, EntityState owner, EntityState member) {
        if (rows.deleted.contains(owner) || rows.deleted.contains(member)) {
            return;
        }
        @Nullable Object[] row = associationRow(link, owner, member);
        if (link.relation().reverse() == null || linked.add(row(link, row))) {
            operations.add(RowOperation.insert(null, link.insert(), row));
        }
    }

    /** Removes the row between two objects. */
    void dissociate(AssociationLink link, EntityState owner, EntityState member) {
        if (rows.deleted.contains(owner) || rows.deleted.contains(member) && isWiped(member, link.between())) {
            return;
        }
        if (member.status() == Status.DELETED) {
            return; // an earlier flush has deleted it, and its rows in the table between
        }
        @Nullable Object[] row = associationRow(link, owner, member);
        if (unlinked.add(row(link, row))) {
            operations.add(RowOperation.delete(null, link.delete(), row));
        }
    }

    /** The row between two objects one of which changes its key. */
    void move(AssociationLink link, EntityState owner, EntityState member) {
        @Nullable Object[] after = associationRow(link, owner, member);
        if (!linked.add(row(link, after))) {
            return;
        }
        @Nullable Object[] before = new Object[link.between().width()];
        putOldParts(link.own(), owner, before);
        putOldParts(link.far(), member, before);
        int[] both = link.delete().where;
        operations.add(
                RowOperation.update(null, link.between().shape(StatementShape.Kind.UPDATE, both, both), before, after));
    }

    private static void putOldParts(HalfLink half, EntityState state, @Nullable Object[] row) {
        for (int i = 0; i < half.columns().length; i++) {
            row[half.columns()[i]] = state.oldValue(half.keyAttributes()[i]);
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
            row[half.columns()[i]] = rows.keyPart(state, half.key(), half.keyColumns()[i], half.keyAttributes()[i]);
        }
    }

    private boolean isWiped(EntityState state, TableModel between) {
        for (AssociationLink link : rows.entity(state).associations) {
            if (link.between() == between && !link.relation().passiveDeletes()) {
                return true;
            }
        }
        return false;
    }

    /** All rows between a deleted object and others go by one statement, whether the collection is loaded or not. */
    void wipeAssociations(EntityState state) {
        for (AssociationLink link : rows.entity(state).associations) {
            if (link.relation().passiveDeletes()) {
                continue;
            }
            @Nullable Object[] row = new Object[link.between().width()];
            Arrays.fill(row, RowOperation.UNKNOWN);
            putParts(link.own(), state, row);
            if (unlinked.add(row(link, row))) {
                RowOperation wipe = RowOperation.delete(null, link.wipe(), row);
                wipe.anyCount = true;
                operations.add(wipe);
            }
        }
    }
}
