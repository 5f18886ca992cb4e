package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.Alias;
import org.aludel.orm.EntityRef;
import org.aludel.orm.LoadOption;
import org.aludel.orm.internal.loading.EntitySource;
import org.aludel.orm.internal.mapping.AttributeResolution;
import org.aludel.orm.internal.mapping.ColumnPair;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.Node;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Selectable;
import org.aludel.sql.spi.Unresolved;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
import org.jspecify.annotations.Nullable;

/** Builds FROM of a query: what is selected, and the joins the program asked for. */
final class QuerySources {

    private final MapperRegistry registry;
    private final AttributeResolution resolution;
    private final List<FromItem> selected = new ArrayList<>();
    private final List<FromItem> trees = new ArrayList<>();
    private final List<Joined> joined = new ArrayList<>();
    private boolean multiplying;

    /** A relation that the program joined, and as what. */
    private record Joined(RelationAttribute relation, FromItem target) {}

    QuerySources(MapperRegistry registry, QueryParts parts) {
        this.registry = registry;
        this.resolution = registry.resolution();
        for (Selectable part : parts.selected) {
            collect(part, selected);
        }
        for (Object from : parts.froms) {
            trees.add(itemOf(from));
        }
        for (JoinStep step : parts.joins) {
            if (step instanceof JoinStep.ByRelation join) {
                join(join);
            } else if (step instanceof JoinStep.ByCondition join) {
                join(join);
            }
        }
        multiplying |= trees.size() > 1;
    }

    /** What a class, alias or table is in FROM. */
    FromItem itemOf(Object part) {
        if (part instanceof Class<?> type) {
            return registry.mapper(type).table();
        }
        if (part instanceof EntityRef<?> entity) {
            return registry.mapper(entity.type()).table();
        }
        if (part instanceof Alias<?> alias) {
            return alias.table(registry, registry.mapper(alias.type()).table());
        }
        if (part instanceof FromItem item) {
            return item;
        }
        throw QueryErrors.notSelectable(part);
    }

    /** The tables and aliases that a selected part comes from. */
    private void collect(Object part, List<FromItem> found) {
        if (part instanceof Unresolved<?> unresolved) {
            Expr<?> resolved = unresolved.resolve(registry);
            if (resolved != null) {
                collect(resolved, found);
            }
        } else if (part instanceof Column<?> column) {
            FromItem owner = column.owner();
            if (owner != null && !found.contains(owner)) {
                found.add(owner);
            }
        } else if (part instanceof QueryExpression) {
            return; // correlates by itself
        } else if (part instanceof Expr<?> expression) {
            expression.forEachChild(child -> collect(child, found));
        } else {
            FromItem item = itemOf(part);
            if (!found.contains(item)) {
                found.add(item);
            }
        }
    }

    // ---- joins

    private void join(JoinStep.ByRelation step) {
        RelationAttribute relation = resolution.relation(step.relation());
        FromItem source = resolution.source(step.relation(), relation);
        Alias<?> alias = step.target();
        FromItem target = alias == null ? relation.target().table() : itemOf(alias);
        int left = treeOf(source);
        if (left < 0) {
            if (!selected.contains(source) && !(selected.isEmpty() && trees.isEmpty())) {
                throw QueryErrors.notInQuery(
                        step.relation(),
                        step.relation().source() == null
                                ? relation.owner()
                                : step.relation().source());
            }
            trees.add(source);
            left = trees.size() - 1;
        }
        refuseTwice(target);
        Join.Kind kind = step.outer() ? Join.Kind.LEFT : Join.Kind.INNER;
        FromItem tree = trees.get(left);
        Table secondary = relation.secondary();
        if (secondary == null) {
            tree = new Join(kind, tree, target, on(relation.pairs(), source, target));
        } else {
            FromItem between = treeOf(secondary) >= 0 ? secondary.alias() : secondary;
            tree = new Join(kind, tree, between, on(relation.pairs(), source, between));
            tree = new Join(kind, tree, target, on(relation.secondaryPairs(), target, between));
        }
        trees.set(left, tree);
        joined.add(new Joined(relation, target));
        multiplying |= relation.isCollection();
    }

    private static Expr<Boolean> on(ColumnPair[] pairs, FromItem local, FromItem remote) {
        List<Condition> conditions = new ArrayList<>();
        for (ColumnPair pair : pairs) {
            conditions.add(column(local, pair.local().column()).eqAny(column(remote, pair.remoteColumn())));
        }
        return Junction.of(Operator.AND, conditions);
    }

    private static Column<?> column(FromItem item, Column<?> column) {
        return item instanceof Table ? column : item.c(column);
    }

    private void join(JoinStep.ByCondition step) {
        refuseSelfComparison(step.on());
        FromItem target = itemOf(step.target());
        refuseTwice(target);
        if (trees.isEmpty()) {
            FromItem first =
                    selected.stream().filter(item -> item != target).findFirst().orElse(null);
            if (first == null) {
                throw QueryErrors.notInQuery(step.target(), "nothing");
            }
            trees.add(first);
        }
        int left = trees.size() - 1;
        trees.set(left, new Join(step.outer() ? Join.Kind.LEFT : Join.Kind.INNER, trees.get(left), target, step.on()));
        multiplying = true;
    }

    private void refuseTwice(FromItem target) {
        if (treeOf(target) >= 0) {
            throw QueryErrors.joinedTwice(target.label());
        }
    }

    private void refuseSelfComparison(Node node) {
        if (node instanceof Comparison comparison && comparison.left().equals(comparison.right())) {
            throw QueryErrors.comparedWithItself(comparison.left());
        }
        if (!(node instanceof QueryExpression)) {
            node.forEachChild(this::refuseSelfComparison);
        }
    }

    private int treeOf(FromItem item) {
        for (int i = 0; i < trees.size(); i++) {
            if (holds(trees.get(i), item)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean holds(FromItem tree, FromItem item) {
        return tree == item || tree instanceof Join join && (holds(join.left(), item) || holds(join.right(), item));
    }

    // ---- the outcome

    /** FROM, with every entity that is selected. Tables of other expressions are found by the compiler. */
    List<FromItem> froms() {
        List<FromItem> all = new ArrayList<>(trees);
        for (FromItem item : selected) {
            if (treeOf(item) < 0) {
                all.add(item);
            }
        }
        return all;
    }

    /** Whether joins or products may repeat an entity. */
    boolean mayRepeat() {
        return multiplying || froms().size() > 1;
    }

    /** Where the program's joins brought the objects of a relation; null if it joined none. */
    @Nullable
    EntitySource present(LoadOption option) {
        Alias<?> alias = option.alias();
        if (alias != null) {
            FromItem item = itemOf(alias);
            return treeOf(item) < 0 ? null : new EntitySource(item, false);
        }
        var relation = option.relation();
        if (relation == null) {
            return null;
        }
        RelationAttribute mapped = resolution.relation(relation);
        for (int i = joined.size() - 1; i >= 0; i--) {
            if (joined.get(i).relation() == mapped) {
                return new EntitySource(joined.get(i).target(), false);
            }
        }
        Table table = mapped.target().table();
        return treeOf(table) < 0 ? null : new EntitySource(table, false);
    }
}
