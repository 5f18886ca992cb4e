package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.Alias;
import org.aludel.orm.AliasAttribute;
import org.aludel.orm.Attribute;
import org.aludel.orm.RelationCondition;
import org.aludel.orm.internal.loading.OptionScope;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.Node;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Select;
import org.aludel.sql.spi.Unresolved;
import org.aludel.sql.tree.Traversal;
import org.jspecify.annotations.Nullable;

/**
 * Makes SELECTs of the core that select attributes mean rows of their classes: what a class's attributes are spread over
 * is joined, and rows of a shared table that belong to other classes, or that criteria hide, are not there. Conditions on
 * relations follow the criteria that options give.
 */
final class ClassSelects {

    private final MapperRegistry registry;
    private final OptionScope scope;

    /** An occurrence of a class among what is selected. */
    private record Occurrence(EntityMapper mapper, FromItem item, boolean isAlias) {}

    ClassSelects(MapperRegistry registry, OptionScope scope) {
        this.registry = registry;
        this.scope = scope;
    }

    /** Whether there is anything to do for any statement. */
    boolean isNeeded() {
        return registry.isNarrowing() || scope.hasCriteria();
    }

    /** The same statement, or part of one, in which the selects inside mean rows of classes. */
    <N extends Node> N limited(N root) {
        return isNeeded() && holdsAny(root) ? Traversal.replace(root, this::replaced) : root;
    }

    private static boolean holdsAny(Node root) {
        boolean[] found = {false};
        Traversal.walk(root, node -> found[0] |= node instanceof Select || node instanceof RelationCondition);
        return found[0];
    }

    private Node replaced(Node node) {
        if (node instanceof Select select) {
            return select(select);
        }
        return node instanceof RelationCondition condition ? condition(condition) : node;
    }

    private Node condition(RelationCondition condition) {
        List<Expr<Boolean>> inside = new ArrayList<>();
        boolean changed = false;
        for (Expr<Boolean> each : condition.conditions()) {
            Expr<Boolean> other = limited(each);
            inside.add(other);
            changed |= other != each;
        }
        if (condition.kind() == RelationCondition.Kind.EXISTS
                || condition.kind() == RelationCondition.Kind.NOT_EXISTS) {
            RelationAttribute relation = registry.resolution().relation(condition.relation());
            Class<?> narrowed = condition.relation().subclass();
            EntityMapper target = narrowed == null ? relation.target() : registry.mapper(narrowed);
            List<Expr<Boolean>> demanded = scope.demanded(target, false);
            inside.addAll(demanded);
            changed |= !demanded.isEmpty();
        }
        return changed ? condition.withOnly(inside) : condition;
    }

    private Select select(Select given) {
        Select select = given.mapParts(part -> Traversal.replace(part, this::replaced));
        List<Occurrence> occurrences = new ArrayList<>();
        select.columns().forEach(part -> collect(part, occurrences));
        for (Occurrence occurrence : occurrences) {
            if (occurrence.item() instanceof Join join && given.froms().isEmpty()) {
                select = from(select, join);
            }
            Expr<Boolean> criterion =
                    scope.criterion(registry, occurrence.mapper(), occurrence.item(), occurrence.isAlias());
            if (criterion != null) {
                select = select.where(criterion);
            }
        }
        return select;
    }

    /** Adds a join unless a larger one is there already; a smaller one gives way. */
    private static Select from(Select select, Join join) {
        List<FromItem> froms = new ArrayList<>(select.froms());
        if (froms.stream().anyMatch(known -> known instanceof Join other && covers(other, join))) {
            return select;
        }
        froms.removeIf(known -> known instanceof Join other && covers(join, other));
        froms.add(join);
        return select.withFrom(froms.toArray(new FromItem[0]));
    }

    private static boolean covers(FromItem whole, FromItem part) {
        if (whole == part) {
            return true;
        }
        if (part instanceof Join inner) {
            return covers(whole, inner.left()) && covers(whole, inner.right());
        }
        return whole instanceof Join join && join.holds(part);
    }

    private void collect(Object part, List<Occurrence> found) {
        if (part instanceof Attribute<?, ?> attribute) {
            EntityMapper mapper = registry.mapper(attribute.owner());
            add(new Occurrence(mapper, mapper.from().item(), false), found);
        } else if (part instanceof AliasAttribute<?, ?> attribute) {
            Alias<?> alias = attribute.alias();
            add(new Occurrence(registry.mapper(alias.type()), alias.item(registry), true), found);
        } else if (part instanceof Unresolved<?> unresolved && !(part instanceof RelationCondition)) {
            Expr<?> resolved = resolvedOnce(unresolved);
            if (resolved != null) {
                collect(resolved, found);
            }
        } else if (part instanceof Expr<?> expression && !(part instanceof QueryExpression)) {
            expression.forEachChild(child -> collect(child, found));
        }
    }

    private @Nullable Expr<?> resolvedOnce(Unresolved<?> unresolved) {
        Expr<?> resolved = unresolved.resolve(registry);
        return resolved == unresolved ? null : resolved;
    }

    private static void add(Occurrence occurrence, List<Occurrence> found) {
        if (!found.contains(occurrence)) {
            found.add(occurrence);
        }
    }
}
