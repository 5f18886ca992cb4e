package org.aludel.orm.internal.loading;

import java.util.List;
import org.aludel.orm.instrument.RowReader;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;

/** A relation that the query asked to leave empty. */
final class EmptyLoad extends RelationLoad {

    private final RelationAttribute relation;

    EmptyLoad(RelationAttribute relation) {
        super(relation);
        this.relation = relation;
    }

    @Override
    void row(RowReader row, EntityState state, Object instance, LoadContext context, boolean isNew) {
        if (!state.isLoaded(relation)) {
            state.setLoaded(instance, relation, relation.isCollection() ? List.of() : null);
        }
    }
}
