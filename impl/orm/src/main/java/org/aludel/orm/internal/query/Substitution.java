package org.aludel.orm.internal.query;

import java.util.List;
import org.aludel.orm.Alias;
import org.aludel.orm.AliasAttribute;
import org.aludel.orm.Attribute;
import org.aludel.orm.EntityRef;
import org.aludel.orm.Relation;
import org.aludel.orm.internal.mapping.ClauseAdaption;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Ordering;
import org.aludel.sql.Selectable;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands for a class, or a table, in what is added to a query: the rows of a subquery, or what was joined
 * without a name.
 *
 * @param usual what the class is mapped to
 * @param other what stands for it
 * @param alias the occurrence of the class that has it; null where only columns are asked for
 */
record Substitution(
        FromItem usual, FromItem other, @Nullable Alias<?> alias) {

    static <T> Expr<T> adapt(MapperRegistry registry, List<Substitution> all, Expr<T> expression) {
        Expr<T> adapted = expression;
        for (Substitution each : all) {
            adapted = new ClauseAdaption(registry, each.usual, each.other).adapt(adapted);
        }
        return adapted;
    }

    static Ordering adapt(MapperRegistry registry, List<Substitution> all, Ordering ordering) {
        Ordering adapted = ordering;
        for (Substitution each : all) {
            adapted = new ClauseAdaption(registry, each.usual, each.other).adapt(adapted);
        }
        return adapted;
    }

    /** A selected part, where classes are replaced. */
    static Selectable adapt(MapperRegistry registry, List<Substitution> all, Selectable part) {
        if (all.isEmpty()) {
            return part;
        }
        if (part instanceof EntityRef<?> entity) {
            Alias<?> alias = of(all, entity.type());
            return alias == null ? part : alias;
        }
        if (part instanceof Alias<?> || part instanceof AliasAttribute<?, ?>) {
            return part;
        }
        if (part instanceof Attribute<?, ?> attribute) {
            Alias<?> alias = of(all, attribute.owner());
            if (alias != null) {
                return on(alias, attribute);
            }
        }
        return part instanceof Expr<?> expression ? adapt(registry, all, expression) : part;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static AliasAttribute<?, ?> on(Alias<?> alias, Attribute<?, ?> attribute) {
        return ((Alias) alias).get((Attribute) attribute);
    }

    /** A relation that starts from what stands for its class. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static Relation<?, ?> adapt(List<Substitution> all, Relation<?, ?> relation) {
        Alias<?> alias = relation.source() == null ? of(all, relation.owner()) : null;
        return alias == null ? relation : ((Relation) relation).from((Alias) alias);
    }

    /** The occurrence that stands for a class; null if none does. */
    static @Nullable Alias<?> of(List<Substitution> all, Class<?> type) {
        for (Substitution each : all) {
            Alias<?> alias = each.alias;
            if (alias != null && type.isAssignableFrom(alias.type())) {
                return alias;
            }
        }
        return null;
    }
}
