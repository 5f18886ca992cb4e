package org.aludel.orm.internal.loading;

import java.util.List;
import org.aludel.orm.Attribute;
import org.aludel.orm.LoadOption;
import org.aludel.orm.Relation;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Refuses options that name what a class does not have, or that do not link from one class to the next. */
public final class OptionPaths {

    private final MapperRegistry registry;

    public OptionPaths(MapperRegistry registry) {
        this.registry = registry;
    }

    /**
     * Looks at all options, down to the last one nested.
     *
     * @throws org.aludel.errors.ArgumentException ALU-0721 naming the path that does not hold together
     */
    public void check(List<LoadOption> options) {
        check(options, null, "");
    }

    private void check(List<LoadOption> options, @Nullable Class<?> from, String path) {
        for (LoadOption option : options) {
            for (Attribute<?, ?> attribute : option.attributes()) {
                links(attribute.owner(), from, path + attribute);
                MappedAttribute mapped = registry.mapper(attribute.owner()).find(attribute.name());
                if (mapped == null || mapped instanceof RelationAttribute) {
                    throw LoadErrors.strangePath(path + attribute, attribute + " is no mapped column");
                }
            }
            if (option.kind() == LoadOption.Kind.CLASS) {
                check(option.nested(), option.classes().get(0), path);
            }
            Relation<?, ?> relation = option.relation();
            if (relation != null) {
                relation(option, relation, from, path + relation);
            }
        }
    }

    private void relation(LoadOption option, Relation<?, ?> relation, @Nullable Class<?> from, String path) {
        links(relation.owner(), from, path);
        if (!(registry.mapper(relation.owner()).find(relation.name()) instanceof RelationAttribute mapped)) {
            throw LoadErrors.strangePath(path, relation + " is no mapped relation");
        }
        check(option.nested(), mapped.target().type(), path + " -> ");
    }

    private static void links(Class<?> owner, @Nullable Class<?> from, String path) {
        if (from != null && !owner.isAssignableFrom(from) && !from.isAssignableFrom(owner)) {
            throw LoadErrors.strangePath(
                    path, "it arrives at " + from.getSimpleName() + ", and goes on from " + owner.getSimpleName());
        }
    }
}
