package org.aludel.orm.internal.loading;

import org.aludel.orm.instrument.RowReader;
import org.aludel.orm.internal.state.EntityState;

/** What a subclass adds to rows of its superclass, brought by one further statement for all its objects. */
final class SubclassLoad extends RelationLoad {

    private final int place;
    private final SubclassByKeys statement;

    /** @param place dense number among the further statements */
    SubclassLoad(int place, SubclassByKeys statement) {
        super(null);
        this.place = place;
        this.statement = statement;
    }

    @Override
    void row(RowReader row, EntityState state, Object instance, LoadContext context, boolean isNew) {
        if (isNew || state.hasUnloadedColumns()) {
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
