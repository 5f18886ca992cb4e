package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.mapping.RelationAttribute;

/** Looks for an attribute by name in a class, and in the classes that its relations lead to, nearest first. */
final class RelationSearch {

    private RelationSearch() {}

    /** The relations to go along to a class that has the attribute; none where the class itself has it. */
    static List<RelationAttribute> pathTo(EntityMapper start, String attribute) {
        Set<EntityMapper> seen = new HashSet<>();
        seen.add(start);
        List<List<RelationAttribute>> level = new ArrayList<>();
        level.add(List.of());
        while (!level.isEmpty()) {
            List<List<RelationAttribute>> found = new ArrayList<>();
            for (List<RelationAttribute> path : level) {
                MappedAttribute mapped = end(start, path).find(attribute);
                if (mapped != null) {
                    found.add(path);
                }
            }
            if (found.size() > 1) {
                throw QueryErrors.ambiguousName(start.name(), attribute, found);
            }
            if (!found.isEmpty()) {
                return found.get(0);
            }
            level = further(start, level, seen);
        }
        throw QueryErrors.nowhere(start.name(), attribute);
    }

    private static List<List<RelationAttribute>> further(
            EntityMapper start, List<List<RelationAttribute>> level, Set<EntityMapper> seen) {
        List<List<RelationAttribute>> next = new ArrayList<>();
        Set<EntityMapper> reached = new HashSet<>();
        for (List<RelationAttribute> path : level) {
            for (RelationAttribute relation : end(start, path).relations()) {
                if (relation.index() >= 0 && !seen.contains(relation.target())) {
                    List<RelationAttribute> longer = new ArrayList<>(path);
                    longer.add(relation);
                    next.add(longer);
                    reached.add(relation.target());
                }
            }
        }
        seen.addAll(reached);
        return next;
    }

    private static EntityMapper end(EntityMapper start, List<RelationAttribute> path) {
        return path.isEmpty() ? start : path.get(path.size() - 1).target();
    }
}
