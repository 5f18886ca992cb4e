package org.aludel.orm.internal.query;

import java.util.LinkedHashSet;
import java.util.Set;
import org.aludel.orm.Attribute;
import org.aludel.orm.EntityRef;
import org.aludel.orm.Orm;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.sql.Node;
import org.aludel.sql.Selectable;
import org.aludel.sql.tree.Traversal;

/**
 * The attributes that a class with a table of its own has from its superclass: the metamodel knows them as the superclass's,
 * but in a query of the class alone they mean its own columns.
 */
final class ConcreteAttributes {

    private final Set<Class<?>> present = new LinkedHashSet<>();
    private final Set<Class<?>> apart = new LinkedHashSet<>();

    /** @param parts the query, whose classes decide what attributes mean */
    ConcreteAttributes(MapperRegistry registry, QueryParts parts) {
        if (!registry.hasConcrete()) {
            return;
        }
        for (Selectable part : parts.selected) {
            if (part instanceof EntityRef<?> entity) {
                add(registry.mapper(entity.type()));
            }
        }
        for (Object from : parts.froms) {
            if (from instanceof Class<?> type) {
                add(registry.mapper(type));
            }
        }
        for (JoinStep step : parts.joins) {
            if (step instanceof JoinStep.ByCondition join && join.target() instanceof Class<?> type) {
                add(registry.mapper(type));
            } else if (step instanceof JoinStep.ByRelation join
                    && join.target() == null
                    && join.relation().occurrence() == null) {
                Class<?> narrowed = join.relation().subclass();
                add(
                        narrowed != null
                                ? registry.mapper(narrowed)
                                : registry.resolution()
                                        .relation(join.relation())
                                        .target());
            }
        }
    }

    private void add(EntityMapper mapper) {
        present.add(mapper.type());
        if (mapper.inheritance().isApart()) {
            apart.add(mapper.type());
        }
    }

    /** Whether there is any such class. */
    boolean isNeeded() {
        return !apart.isEmpty();
    }

    /** The same, with attributes as they are meant. */
    <N extends Node> N meant(N node) {
        return apart.isEmpty() ? node : Traversal.replace(node, this::own);
    }

    private Node own(Node node) {
        if (!(node instanceof Attribute<?, ?> attribute) || present.contains(attribute.owner())) {
            return node;
        }
        Class<?> only = null;
        for (Class<?> type : apart) {
            if (attribute.owner().isAssignableFrom(type)) {
                if (only != null) {
                    return node;
                }
                only = type;
            }
        }
        return only == null ? node : Orm.attribute(only, attribute.name());
    }
}
