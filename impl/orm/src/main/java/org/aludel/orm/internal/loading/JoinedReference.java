package org.aludel.orm.internal.loading;

import org.aludel.orm.instrument.RowReader;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;

/** A reference to one object whose columns stand in the same row. */
final class JoinedReference extends RelationLoad {

    private final RelationAttribute relation;
    private final EntityLoad target;

    JoinedReference(RelationAttribute relation, EntityLoad target) {
        super(relation);
        this.relation = relation;
        this.target = target;
    }

    @Override
    void row(RowReader row, EntityState state, Object instance, LoadContext context, boolean isNew) {
        // read in any case: the target may have collections of its own in this row
        Object referred = target.read(row, context);
        if (!state.isLoaded(relation)) {
            state.setLoaded(instance, relation, referred);
        } else if (context.isOverwriting() && relation.get(instance, state) != referred) {
            state.expire(instance, relation);
            state.setLoaded(instance, relation, referred);
        }
    }
}
