package org.aludel.orm.internal.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.schema.Column;

/**
 * Warns of relations that write the same column although neither is the other direction of the other: an object that is
 * put into one of them gets its foreign key from whichever is written last, and the other one does not know of it.
 */
final class OverlappingRelations {

    private final Map<Column<?>, Map<RelationAttribute, Column<?>>> writers = new IdentityHashMap<>();

    /** Looks at all relations of the mappers, once each, and warns of those that overlap. */
    void warn(Collection<EntityMapper> mappers) {
        for (EntityMapper mapper : mappers) {
            for (RelationAttribute relation : mapper.relations()) {
                if (relation.owner() == mapper && !relation.viewOnly()) {
                    relation(relation);
                }
            }
        }
    }

    private void relation(RelationAttribute relation) {
        for (ColumnPair pair : relation.pairs()) {
            if (relation.direction() == Direction.MANY_TO_ONE) {
                written(relation, pair.remoteColumn(), pair.local().column());
            } else {
                written(relation, pair.local().column(), pair.remoteColumn());
            }
        }
        for (ColumnPair pair : relation.secondaryPairs()) {
            written(relation, pair.local().column(), pair.remoteColumn());
        }
    }

    private void written(RelationAttribute relation, Column<?> from, Column<?> to) {
        Map<RelationAttribute, Column<?>> known = writers.get(to);
        if (known == null) {
            known = new LinkedHashMap<>();
            writers.put(to, known);
        }
        List<String> others = new ArrayList<>();
        for (Map.Entry<RelationAttribute, Column<?>> other : known.entrySet()) {
            if (overlap(relation, other.getKey())) {
                others.add(name(other.getKey()) + " (from " + other.getValue() + ")");
            }
        }
        known.put(relation, from);
        if (!others.isEmpty()) {
            System.getLogger("org.aludel.mapper")
                    .log(
                            System.Logger.Level.WARNING,
                            "ALU-0760 {0} writes column {1} from {2}, and so does {3}; where: the mapping of {4};"
                                    + " what to do: if these are the two directions of one relation, let them name each other with"
                                    + " backref or backPopulates; if one is only read, make it viewOnly; if both are meant, say"
                                    + " overlaps with the name of the other",
                            name(relation),
                            to,
                            from,
                            String.join(", ", others),
                            relation.owner().type().getName());
        }
    }

    private static boolean overlap(RelationAttribute one, RelationAttribute other) {
        return one.reverse() != other
                && other.reverse() != one
                && !one.overlaps().contains(other.name())
                && !other.overlaps().contains(one.name())
                && !isSibling(one.owner(), other.owner())
                && !isSibling(one.target(), other.target())
                && !isSibling(one.owner(), other.target())
                && !isSibling(one.target(), other.owner())
                && !(one.name().equals(other.name()) && isRelated(one.owner(), other.owner()));
    }

    private static boolean isRelated(EntityMapper one, EntityMapper other) {
        return one.inheritance().root() == other.inheritance().root();
    }

    /** Whether an object can't be of both classes, though both have a superclass in common. */
    private static boolean isSibling(EntityMapper one, EntityMapper other) {
        return isRelated(one, other)
                && !one.inheritance().isA(other)
                && !other.inheritance().isA(one);
    }

    private static String name(RelationAttribute relation) {
        return relation.owner().name() + "." + relation.name();
    }
}
