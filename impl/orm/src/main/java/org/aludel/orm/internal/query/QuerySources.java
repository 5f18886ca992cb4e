package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aludel.errors.AludelException;
import org.aludel.orm.Alias;
import org.aludel.orm.AliasAttribute;
import org.aludel.orm.Attribute;
import org.aludel.orm.EntityRef;
import org.aludel.orm.LoadOption;
import org.aludel.orm.Many;
import org.aludel.orm.Relation;
import org.aludel.orm.internal.loading.EntitySource;
import org.aludel.orm.internal.loading.OptionScope;
import org.aludel.orm.internal.mapping.AttributeResolution;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.mapping.PolymorphicFrom;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.schema.Column;
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
    private final OptionScope scope;
    private final AttributeResolution resolution;
    private final List<FromItem> selected = new ArrayList<>();
    private final List<FromItem> trees = new ArrayList<>();
    private final List<Joined> joined = new ArrayList<>();
    private final List<Occurrence> occurrences = new ArrayList<>();
    private final Map<EntityMapper, PolymorphicFrom> widened = new HashMap<>();
    private final List<FromItem> criteriaInJoins = new ArrayList<>();
    private boolean multiplying;

    /** A relation that the program joined, and as what. */
    private record Joined(RelationAttribute relation, EntitySource target) {}

    /** A class of a shared table, whose rows must be told from others. */
    private record Occurrence(EntityMapper mapper, EntitySource source, Expr<Boolean> criterion) {}

    QuerySources(MapperRegistry registry, QueryParts parts) {
        this.registry = registry;
        this.scope = OptionScope.of(parts.options, parts.defaults);
        widen(parts);
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

    /** Classes that the query reads with the columns of subclasses, whatever the mapping says. */
    private void widen(QueryParts parts) {
        for (LoadOption option : parts.options) {
            if (option.kind() == LoadOption.Kind.INLINE) {
                Class<?> type = option.classes().get(0);
                widened.put(
                        registry.mapper(type),
                        registry.from(
                                type,
                                option.classes().subList(1, option.classes().size())));
            }
        }
    }

    /** What a class, alias or table is in FROM. */
    FromItem itemOf(Object part) {
        return part instanceof FromItem item ? item : sourceOf(part).item();
    }

    /** What a class or alias is in FROM, with its columns; one that the rows have to be told apart for is noted. */
    EntitySource sourceOf(Object part) {
        EntitySource source = occurrenceOf(part);
        note(typeOf(part), source, part instanceof Alias<?>);
        return source;
    }

    private EntitySource occurrenceOf(Object part) {
        if (part instanceof Alias<?> alias) {
            return new EntitySource(alias.item(registry), false, usual(alias));
        }
        EntityMapper mapper = registry.mapper(typeOf(part));
        PolymorphicFrom wider = widened.get(mapper);
        return wider == null ? EntitySource.of(mapper) : new EntitySource(wider.item(), false, wider);
    }

    private PolymorphicFrom usual(Alias<?> alias) {
        return registry.from(alias.type(), alias.whole() == alias ? alias.subclasses() : null);
    }

    private static Class<?> typeOf(Object part) {
        if (part instanceof Class<?> type) {
            return type;
        }
        if (part instanceof EntityRef<?> entity) {
            return entity.type();
        }
        if (part instanceof Alias<?> alias) {
            return alias.type();
        }
        throw QueryErrors.notSelectable(part);
    }

    private void note(Class<?> type, EntitySource source, boolean alias) {
        EntityMapper mapper = registry.mapper(type);
        Expr<Boolean> criterion = scope.criterion(registry, mapper, source.item(), alias);
        if (criterion == null) {
            return;
        }
        boolean known = joined.stream().anyMatch(join -> join.target().item() == source.item())
                || occurrences.stream()
                        .anyMatch(other ->
                                other.mapper() == mapper && other.source().item() == source.item());
        if (!known) {
            occurrences.add(new Occurrence(mapper, source, criterion));
        }
    }

    /** What rows of shared tables must meet to be of the classes that are asked for. */
    List<Expr<Boolean>> criteria() {
        List<Expr<Boolean>> criteria = new ArrayList<>();
        for (Occurrence occurrence : occurrences) {
            FromItem item = occurrence.source().item();
            boolean inJoin = criteriaInJoins.contains(item)
                    || joined.stream().anyMatch(join -> join.target().item() == item);
            if (!inJoin) {
                criteria.add(occurrence.criterion());
            }
        }
        return criteria;
    }

    /** The tables and aliases that a selected part comes from. */
    private void collect(Object part, List<FromItem> found) {
        if (part instanceof Many<?> many) {
            Relation<?, ?> relation = many.relation();
            if (relation != null) {
                add(
                        sourceOf(relation.source() == null ? relation.owner() : relation.source())
                                .item(),
                        found);
            }
            many.owners().forEach(owner -> collect(owner, found));
        } else if (part instanceof Attribute<?, ?> attribute) {
            add(sourceOf(attribute.owner()).item(), found);
        } else if (part instanceof AliasAttribute<?, ?> attribute) {
            add(sourceOf(attribute.alias()).item(), found);
        } else if (part instanceof Unresolved<?> unresolved) {
            Expr<?> resolved = unresolved.resolve(registry);
            if (resolved != null) {
                collect(resolved, found);
            }
        } else if (part instanceof Column<?> column) {
            FromItem owner = column.owner();
            if (owner != null) {
                add(owner, found);
            }
        } else if (part instanceof QueryExpression) {
            return; // correlates by itself
        } else if (part instanceof Expr<?> expression) {
            expression.forEachChild(child -> collect(child, found));
        } else {
            add(itemOf(part), found);
        }
    }

    /** Adds what is not there yet; a join takes the place of its sides. */
    private static void add(FromItem item, List<FromItem> found) {
        for (FromItem other : found) {
            if (holds(other, item)) {
                return;
            }
        }
        found.removeIf(other -> holds(item, other));
        found.add(item);
    }

    // ---- joins

    private void join(JoinStep.ByRelation step) {
        RelationAttribute relation = resolution.relation(step.relation());
        FromItem source = resolution.source(step.relation());
        EntitySource target = target(step, relation);
        int left = treeOf(source);
        if (left < 0) {
            source = anchor(relation, source);
            left = treeOf(source);
        }
        if (left < 0) {
            if (!isSelected(source) && !(selected.isEmpty() && trees.isEmpty())) {
                throw QueryErrors.notInQuery(
                        step.relation(),
                        step.relation().source() == null
                                ? relation.owner()
                                : step.relation().source());
            }
            trees.add(selectedWith(source));
            left = trees.size() - 1;
        }
        refuseTwice(target.item());
        Join.Kind kind = step.kind();
        FromItem tree = trees.get(left);
        FromItem usual = relation.between();
        FromItem between = usual == null || treeOf(usual) < 0 ? usual : PolymorphicFrom.another(usual, null);
        List<Expr<Boolean>> conditions = resolution.joined(relation, source, target.item(), between);
        int near = relation.pairs().length;
        List<Expr<Boolean>> last = new ArrayList<>(conditions);
        if (between != null) {
            tree = new Join(kind, tree, between, Junction.of(Operator.AND, conditions.subList(0, near)));
            last = new ArrayList<>(conditions.subList(near, conditions.size()));
        }
        Class<?> narrowed = step.relation().subclass();
        EntityMapper member = narrowed == null ? relation.target() : registry.mapper(narrowed);
        for (Expr<Boolean> condition : step.relation().conditions()) {
            last.add(OptionScope.on(registry, member, target.item(), condition));
        }
        Expr<Boolean> criterion = scope.criterion(registry, member, target.item(), aliasOf(step) != null);
        if (criterion != null) {
            last.add(criterion);
        }
        trees.set(left, new Join(kind, tree, target.item(), Junction.of(Operator.AND, last)));
        joined.add(new Joined(relation, target));
        multiplying |= relation.isCollection();
    }

    /** What a join leads to: the alias given, or the relation's class or the subclass that it is narrowed to. */
    private EntitySource target(JoinStep.ByRelation step, RelationAttribute relation) {
        Alias<?> alias = aliasOf(step);
        if (alias != null) {
            return occurrenceOf(alias);
        }
        Class<?> subclass = step.relation().subclass();
        if (subclass != null) {
            return occurrenceOf(subclass);
        }
        if (relation.hasOwnTarget()) {
            return new EntitySource(
                    relation.targetItem(), false, relation.target().from());
        }
        return occurrenceOf(relation.target().type());
    }

    private static @Nullable Alias<?> aliasOf(JoinStep.ByRelation step) {
        return step.target() != null ? step.target() : step.relation().occurrence();
    }

    /** Where a relation's own columns are, if not all that its class is mapped to is in the query. */
    private FromItem anchor(RelationAttribute relation, FromItem source) {
        FromItem owner = relation.pairs().length == 0
                ? null
                : relation.pairs()[0].local().column().owner();
        return owner != null && source instanceof Join join && join.holds(owner) && treeOf(owner) >= 0 ? owner : source;
    }

    private boolean isSelected(FromItem source) {
        return selected.stream().anyMatch(item -> holds(item, source));
    }

    private FromItem selectedWith(FromItem source) {
        return selected.stream().filter(item -> holds(item, source)).findFirst().orElse(source);
    }

    private void join(JoinStep.ByCondition step) {
        EntitySource source = step.target() instanceof FromItem ? null : occurrenceOf(step.target());
        FromItem target = source == null ? (FromItem) step.target() : source.item();
        refuseTwice(target);
        Expr<Boolean> on = step.on();
        if (on == null) {
            joinByForeignKey(step, target);
        } else {
            refuseSelfComparison(on);
            int left = someTree(step.target(), target);
            trees.set(left, new Join(step.kind(), trees.get(left), target, on));
        }
        if (source != null) {
            demand(source, step.target());
        }
        multiplying = true;
    }

    /** Puts what rows of the class must meet into the join that was made last, so that an outer join stays one. */
    private void demand(EntitySource source, Object target) {
        EntityMapper mapper = registry.mapper(typeOf(target));
        occurrences.removeIf(known -> known.source().item() == source.item());
        Expr<Boolean> on = scope.criterion(registry, mapper, source.item(), target instanceof Alias<?>);
        if (on == null) {
            return;
        }
        int tree = treeOf(source.item());
        Join join = (Join) trees.get(tree);
        Expr<Boolean> known = join.on();
        trees.set(
                tree,
                new Join(
                        join.kind(),
                        join.left(),
                        join.right(),
                        known == null ? on : Junction.of(Operator.AND, List.of(known, on))));
        criteriaInJoins.add(source.item());
    }

    private int someTree(Object step, FromItem target) {
        if (trees.isEmpty()) {
            FromItem first =
                    selected.stream().filter(item -> item != target).findFirst().orElse(null);
            if (first == null) {
                throw QueryErrors.notInQuery(step, "nothing");
            }
            trees.add(first);
        }
        return trees.size() - 1;
    }

    /** To what is there and has one foreign key to the target, or from it. */
    private void joinByForeignKey(JoinStep.ByCondition step, FromItem target) {
        List<FromItem> candidates = new ArrayList<>(trees);
        selected.stream().filter(item -> item != target && treeOf(item) < 0).forEach(candidates::add);
        List<Join> found = new ArrayList<>();
        AludelException failure = null;
        for (FromItem left : candidates) {
            try {
                found.add(Join.byForeignKey(step.kind(), left, target));
            } catch (AludelException e) {
                failure = e;
            }
        }
        if (found.isEmpty() || found.size() > 1 && trees.isEmpty()) {
            throw QueryErrors.noForeignKey(target.label(), candidates, failure);
        }
        Join join = found.get(0);
        int place = trees.indexOf(join.left());
        if (place >= 0) {
            trees.set(place, join);
        } else {
            trees.add(join);
        }
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
                add(item, all);
            }
        }
        return all;
    }

    /** Whether joins or products may repeat an entity. */
    boolean mayRepeat() {
        return multiplying || froms().size() > 1;
    }

    /** Whether an outer join may leave a row without what it joins. */
    boolean mayBeMissing(FromItem item) {
        return trees.stream().anyMatch(tree -> mayBeMissing(tree, item));
    }

    private static boolean mayBeMissing(FromItem tree, FromItem item) {
        if (!(tree instanceof Join join) || tree == item) {
            return false;
        }
        return join.kind() == Join.Kind.FULL && holds(join, item)
                || join.kind() == Join.Kind.LEFT && holds(join.right(), item)
                || mayBeMissing(join.left(), item)
                || mayBeMissing(join.right(), item);
    }

    /** Where the program's joins brought the objects of a relation; null if it joined none. */
    @Nullable
    EntitySource present(LoadOption option) {
        Alias<?> alias = option.alias();
        if (alias != null) {
            EntitySource source = occurrenceOf(alias);
            return treeOf(source.item()) < 0 ? null : source;
        }
        var relation = option.relation();
        if (relation == null) {
            return null;
        }
        RelationAttribute mapped = resolution.relation(relation);
        for (int i = joined.size() - 1; i >= 0; i--) {
            if (joined.get(i).relation() == mapped) {
                return joined.get(i).target();
            }
        }
        EntitySource source = EntitySource.of(mapped.target());
        return treeOf(source.item()) < 0 ? null : source;
    }
}
