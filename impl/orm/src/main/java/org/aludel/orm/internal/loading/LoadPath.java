package org.aludel.orm.internal.loading;

import org.aludel.orm.internal.mapping.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** The relations that lead from the first entity of a statement to one that is loaded along. */
record LoadPath(@Nullable LoadPath before, @Nullable RelationAttribute relation, int joinedCollections) {

    static final LoadPath ROOT = new LoadPath(null, null, 0);

    LoadPath then(RelationAttribute next, boolean joinedCollection) {
        return new LoadPath(this, next, joinedCollections + (joinedCollection ? 1 : 0));
    }

    /** Whether following the relation once more would go round in a circle, or straight back. */
    boolean closesCircle(RelationAttribute next) {
        if (relation != null && relation.reverse() == next && !next.isCollection()) {
            return true;
        }
        for (LoadPath step = this; step != null; step = step.before) {
            if (step.relation == next) {
                return true;
            }
        }
        return false;
    }
}
