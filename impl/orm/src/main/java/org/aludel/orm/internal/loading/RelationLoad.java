package org.aludel.orm.internal.loading;

import org.aludel.orm.instrument.RowReader;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;

/** What becomes of one relation of an entity while rows are read, and after the last of them. */
abstract sealed class RelationLoad permits JoinedReference, JoinedCollection, SelectInLoad, EmptyLoad {

    final RelationAttribute relation;

    RelationLoad(RelationAttribute relation) {
        this.relation = relation;
    }

    /**
     * Called for each row that holds the owner.
     *
     * @param isNew whether this row made the owner
     */
    abstract void row(RowReader row, EntityState state, Object instance, LoadContext context, boolean isNew);

    /** Called after the last row (of a portion, if rows are streamed). */
    void finish(LoadContext context) {}

    /** Whether the owner lacks the relation, or is to be overwritten. */
    final boolean isWanted(EntityState state, LoadContext context) {
        return !state.isLoaded(relation) || context.isOverwriting();
    }
}
