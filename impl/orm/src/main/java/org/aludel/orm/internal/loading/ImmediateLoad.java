package org.aludel.orm.internal.loading;

import org.aludel.orm.instrument.RowReader;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;

/** A relation that is read like a lazy one, by a statement for each owner, but right after the last row. */
final class ImmediateLoad extends RelationLoad {

    private final int place;

    /** @param place dense number among the further statements */
    ImmediateLoad(RelationAttribute relation, int place) {
        super(relation);
        this.place = place;
    }

    @Override
    void row(RowReader row, EntityState state, Object instance, LoadContext context, boolean isNew) {
        if (isNew || isWanted(state, context)) {
            context.parents(place).add(instance, isNew);
        }
    }

    @Override
    void finish(LoadContext context) {
        ParentSet parents = context.takeParents(place);
        if (parents == null) {
            return;
        }
        for (Object parent : parents.parents()) {
            EntityState state = EntityState.of(parent);
            if (state != null) {
                if (context.isOverwriting() && state.isLoaded(relation())) {
                    state.expire(parent, relation());
                }
                state.require(parent, relation());
            }
        }
    }
}
