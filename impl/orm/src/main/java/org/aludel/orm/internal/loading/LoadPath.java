package org.aludel.orm.internal.loading;

import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.jspecify.annotations.Nullable;

/**
 * The classes and relations that lead from the first entity of a query to one that is loaded along.
 *
 * @param mapper the class arrived at
 * @param by the relation that led there
 * @param joinedCollections how many collections of this statement's row are on the way
 */
record LoadPath(
        @Nullable LoadPath before,
        EntityMapper mapper,
        @Nullable RelationAttribute by,
        int joinedCollections) {

    /** The first entity of a query. */
    static LoadPath of(EntityMapper mapper) {
        return new LoadPath(null, mapper, null, 0);
    }

    /** What a relation leads to that is read by a statement of its own, later. */
    static LoadPath lazily(RelationAttribute relation) {
        return new LoadPath(null, relation.target(), relation, 0);
    }

    LoadPath then(RelationAttribute next, boolean joinedCollection) {
        return new LoadPath(this, next.target(), next, joinedCollections + (joinedCollection ? 1 : 0));
    }

    /** The same way, to a subclass that is read by a statement of its own. */
    LoadPath as(EntityMapper subclass) {
        return new LoadPath(before, subclass, by, 0);
    }

    /** The way on in a statement of its own. */
    LoadPath thenApart(RelationAttribute next) {
        return new LoadPath(this, next.target(), next, 0);
    }

    /**
     * Whether a relation that the mapping loads along leads back to a class on the way, or deeper than the mapping
     * allows.
     */
    boolean closesCircle(RelationAttribute next) {
        if (by != null && by.reverse() == next && !next.isCollection()) {
            return true;
        }
        if (next.joinDepth() > 0) {
            return length() + 1 > next.joinDepth();
        }
        for (LoadPath step = this; step != null; step = step.before) {
            if (step.mapper.inheritance().isA(next.target())) {
                return true;
            }
        }
        return false;
    }

    private int length() {
        int length = 0;
        for (LoadPath step = before; step != null; step = step.before) {
            length++;
        }
        return length;
    }
}
