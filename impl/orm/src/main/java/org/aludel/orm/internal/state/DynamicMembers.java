package org.aludel.orm.internal.state;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.aludel.orm.DynamicRelation;
import org.aludel.orm.Query;
import org.aludel.orm.internal.mapping.RelationAttribute;

/** The dynamic relation in a field: what the program adds and removes waits for the flush, the rest is in the database. */
final class DynamicMembers<T> implements DynamicRelation<T>, TrackedCollection<T> {

    private final RelationAttribute relation;
    private final Members members;

    DynamicMembers(RelationAttribute relation, Members members) {
        this.relation = relation;
        this.members = members;
    }

    @Override
    public Members members() {
        return members;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Query<T> query() {
        Object owner = Objects.requireNonNull(members.owner());
        EntityState state = EntityState.of(owner);
        UnitOfWork session = state == null ? null : state.session();
        if (state == null || session == null) {
            throw EntityState.detached(relation, state);
        }
        return (Query<T>) (Query<?>) session.members(state, owner, relation);
    }

    @Override
    public void add(T member) {
        members.addUnseen(member);
    }

    @Override
    public void remove(T member) {
        members.removeUnseen(member);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Iterator<T> iterator() {
        Object owner = members.owner();
        EntityState state = owner == null ? null : EntityState.of(owner);
        List<?> present = state == null || state.session() == null ? members.added() : query().all();
        return (Iterator<T>) List.copyOf(present).iterator();
    }

    @Override
    public String toString() {
        return "members of " + relation;
    }
}
