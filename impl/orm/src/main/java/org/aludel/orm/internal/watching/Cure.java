package org.aludel.orm.internal.watching;

import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.mapping.RelationAttribute;

/** Names the option of the query that would have loaded along what was loaded one by one. */
final class Cure {

    private Cure() {}

    /** For a relation or a deferred column of objects from some origin. */
    static String of(Origin origin, MappedAttribute attribute) {
        if (attribute instanceof RelationAttribute relation) {
            if (relation.isDynamic()) {
                return "ask one query of " + relation.target().name()
                        + " for the members of all, or map " + relation
                        + " as a plain collection, which selectinLoad(" + named(relation) + ") loads along";
            }
            return advice(origin, option(relation));
        }
        ColumnAttribute column = (ColumnAttribute) attribute;
        String group = column.group();
        return advice(origin, group == null ? "undefer(" + named(column) + ")" : "undeferGroup(\"" + group + "\")");
    }

    /** For the columns that a subclass adds. */
    static String ofSubclass(Origin origin, EntityMapper subclass) {
        return advice(
                origin, "selectinPolymorphic(" + origin.mapper().name() + ".class, " + subclass.name() + ".class)");
    }

    private static String advice(Origin origin, String option) {
        String nested = nested(origin, option);
        return "give the query of " + rootOf(origin).mapper().name() + " the option " + nested;
    }

    private static Origin rootOf(Origin origin) {
        Origin before = origin.before();
        return before == null ? origin : rootOf(before);
    }

    private static String nested(Origin origin, String option) {
        Origin before = origin.before();
        RelationAttribute by = origin.by();
        return before == null || by == null ? option : nested(before, option(by) + ".options(" + option + ")");
    }

    private static String option(RelationAttribute relation) {
        return (relation.isCollection() ? "selectinLoad(" : "joinedLoad(") + named(relation) + ")";
    }

    /** As in the generated metamodel. */
    private static String named(MappedAttribute attribute) {
        return attribute.owner().type().getSimpleName() + "_." + attribute.name();
    }
}
