package org.aludel.orm.internal.loading;

import org.aludel.orm.instrument.RowReader;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;

/** A collection whose members stand in the rows of their owner, one in each. */
final class JoinedCollection extends RelationLoad {

    private final RelationAttribute relation;
    private final EntityLoad target;
    private final int place;

    /** @param place dense number among the collections of the statement */
    JoinedCollection(RelationAttribute relation, EntityLoad target, int place) {
        super(relation);
        this.relation = relation;
        this.target = target;
        this.place = place;
    }

    @Override
    void row(RowReader row, EntityState state, Object instance, LoadContext context, boolean isNew) {
        Object member = target.read(row, context);
        JoinedMembers members = context.members(place);
        JoinedMembers.Group group = members.of(instance);
        if (group == null) {
            group = members.begin(instance, state, isNew || isWanted(state, context));
        }
        group.add(member);
    }

    @Override
    void finish(LoadContext context) {
        JoinedMembers members = context.takeMembers(place);
        if (members != null) {
            members.forEach(this::store);
        }
    }

    private void store(JoinedMembers.Group group) {
        if (!group.isWanted()) {
            return;
        }
        EntityState state = group.state();
        if (state.isLoaded(relation)) {
            state.expire(group.owner(), relation);
        }
        state.setLoaded(group.owner(), relation, group.members());
    }
}
