package org.aludel.orm.internal.loading;

import org.aludel.orm.instrument.RowReader;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;

/** A relation that a further statement brings for all owners at once, after the last row. */
final class SelectInLoad extends RelationLoad {

    private final RelationAttribute relation;
    private final int place;
    private final RelatedStatement statement;

    /** @param place dense number among the further statements */
    SelectInLoad(RelationAttribute relation, int place, RelatedStatement statement) {
        super(relation);
        this.relation = relation;
        this.place = place;
        this.statement = statement;
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
        if (parents != null) {
            statement.load(context, parents.parents());
        }
    }
}
