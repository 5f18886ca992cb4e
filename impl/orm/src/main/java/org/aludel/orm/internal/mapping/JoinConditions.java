package org.aludel.orm.internal.mapping;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.orm.Alias;
import org.aludel.orm.AliasAttribute;
import org.aludel.orm.JoinMark;
import org.aludel.orm.internal.mapping.RelationAttribute.Connection;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Node;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Traversal;
import org.jspecify.annotations.Nullable;

/** Reads how a relation is connected from the conditions that were given. */
final class JoinConditions {

    private static final ColumnPair[] NO_PAIRS = {};

    private final MappingProblems problems;
    private final DeclaredAttributes attributes;
    private final RelationDeclaration relation;
    private final EntityMapper own;
    private final EntityMapper target;
    private final @Nullable FromItem occurrence;
    private final Set<Column<?>> foreign;
    private final Set<Column<?>> remote;
    private final List<Expr<Boolean>> rest = new ArrayList<>();
    private boolean foreignHere;
    private boolean foreignThere;

    JoinConditions(
            MappingProblems problems,
            DeclaredAttributes attributes,
            RelationDeclaration relation,
            List<Column<?>> foreign,
            List<Column<?>> remote) {
        this.problems = problems;
        this.attributes = attributes;
        this.relation = relation;
        this.own = requireNonNull(relation.owner.mapper);
        this.target = requireNonNull(requireNonNull(relation.target).mapper);
        Alias<?> alias = relation.hints.alias();
        this.occurrence = alias == null ? null : alias.selectable();
        this.foreign = new HashSet<>(foreign);
        this.remote = new HashSet<>(remote);
    }

    /** The connection, or null if it is not clear, which is reported. */
    @Nullable
    Connection connect() {
        Expr<Boolean> given = relation.hints.primaryJoin();
        if (given == null || relation.hints.alias() != null && occurrence == null) {
            problems.add(
                    "ALU-0460",
                    relation.owner.type,
                    relation.name(),
                    "a relation to an alias needs an alias of a selectable, and a condition; write"
                            + " relationship(aliased(X.class, selectable)).primaryJoin(...)");
            return null;
        }
        Expr<Boolean> first = plain(given);
        FromItem between = relation.secondary != null ? relation.secondary : relation.hints.secondary();
        if (between != null) {
            return throughSecondary(between, first);
        }
        List<ColumnPair> pairs = new ArrayList<>();
        for (Expr<?> part : parts(first)) {
            ColumnPair pair = pair(part);
            if (pair == null) {
                rest.add(asCondition(part));
            } else {
                pairs.add(pair);
            }
        }
        if (pairs.isEmpty() || foreignHere == foreignThere) {
            problems.add(
                    "ALU-0461",
                    relation.owner.type,
                    relation.name(),
                    "the condition " + given + " does not tell which columns hold the key of the other side; mark them"
                            + " with foreign(...), or name them with foreignKey(...)");
            return null;
        }
        Direction direction = foreignHere ? Direction.MANY_TO_ONE : Direction.ONE_TO_MANY;
        return new Connection(direction, pairs.toArray(NO_PAIRS), NO_PAIRS, null, rest(), occurrence);
    }

    private Connection throughSecondary(FromItem between, Expr<Boolean> first) {
        List<ColumnPair> near = new ArrayList<>();
        for (Expr<?> part : parts(first)) {
            add(half(part, own, between), part, near);
        }
        Expr<Boolean> second = relation.hints.secondaryJoin();
        List<ColumnPair> far = new ArrayList<>();
        if (second != null) {
            for (Expr<?> part : parts(plain(second))) {
                add(half(part, target, between), part, far);
            }
        } else if (between instanceof Table table) {
            for (Table own : target.tables()) {
                for (TableLink link : TableLink.between(table, own)) {
                    for (int i = 0; i < link.columns().size(); i++) {
                        far.add(new ColumnPair(
                                target.forColumn(link.referred().get(i)),
                                link.columns().get(i),
                                null));
                    }
                }
            }
        }
        return new Connection(
                Direction.MANY_TO_MANY, near.toArray(NO_PAIRS), far.toArray(NO_PAIRS), between, rest(), occurrence);
    }

    private void add(@Nullable ColumnPair pair, Expr<?> part, List<ColumnPair> pairs) {
        if (pair == null) {
            rest.add(asCondition(part));
        } else {
            pairs.add(pair);
        }
    }

    /** An equality of a side's column with one of the table between. */
    private @Nullable ColumnPair half(Expr<?> part, EntityMapper side, FromItem between) {
        if (!(part instanceof Comparison comparison)
                || comparison.operator() != Operator.EQ
                || !(comparison.left() instanceof Column<?> left)
                || !(comparison.right() instanceof Column<?> right)) {
            return null;
        }
        Column<?> there = belongs(left, between) ? left : belongs(right, between) ? right : null;
        Column<?> here = there == left ? right : left;
        ColumnAttribute attribute = there == null ? null : side.findColumn(here);
        return attribute == null ? null : new ColumnPair(attribute, requireNonNull(there), null);
    }

    private static boolean belongs(Column<?> column, FromItem item) {
        return item.columns().contains(column);
    }

    private @Nullable Expr<Boolean> rest() {
        return rest.isEmpty() ? null : Junction.of(Operator.AND, rest);
    }

    /** The condition on columns, its marks noted and taken off. */
    private Expr<Boolean> plain(Expr<Boolean> condition) {
        Expr<Boolean> onColumns = attributes.resolve(ofAlias(condition));
        return Traversal.replace(onColumns, this::unmarked);
    }

    private Expr<Boolean> ofAlias(Expr<Boolean> condition) {
        return Traversal.replace(
                condition,
                node -> node instanceof AliasAttribute<?, ?> attribute
                                && attribute.alias() == relation.hints.alias()
                                && occurrence != null
                        ? occurrence.c(requireNonNull(requireNonNull(relation.target)
                                .column(attribute.attribute().name())))
                        : node);
    }

    private Node unmarked(Node node) {
        if (!(node instanceof JoinMark<?> mark)) {
            return node;
        }
        Expr<?> inner = mark.operand();
        boolean isForeign = mark.isForeign();
        boolean isRemote = mark.isRemote();
        while (inner instanceof JoinMark<?> nested) {
            isForeign |= nested.isForeign();
            isRemote |= nested.isRemote();
            inner = nested.operand();
        }
        if (inner instanceof Column<?> column) {
            if (isForeign) {
                foreign.add(column);
            }
            if (isRemote) {
                remote.add(column);
            }
        }
        return inner;
    }

    private static List<Expr<?>> parts(Expr<?> condition) {
        List<Expr<?>> parts = new ArrayList<>();
        if (condition instanceof Junction junction && junction.operator() == Operator.AND) {
            junction.members().forEach(member -> parts.addAll(parts(member)));
        } else {
            parts.add(condition);
        }
        return parts;
    }

    @SuppressWarnings("unchecked")
    private static Expr<Boolean> asCondition(Expr<?> part) {
        return (Expr<Boolean>) part;
    }

    /** The pair of an equality between the two sides, one of whose columns holds the other's key; else null. */
    private @Nullable ColumnPair pair(Expr<?> part) {
        if (!(part instanceof Comparison comparison)
                || comparison.operator() != Operator.EQ
                || !(comparison.left() instanceof Column<?> left)
                || !(comparison.right() instanceof Column<?> right)) {
            return null;
        }
        ColumnPair pair = pair(left, right);
        return pair != null ? pair : pair(right, left);
    }

    private @Nullable ColumnPair pair(Column<?> here, Column<?> there) {
        ColumnAttribute local = own.findColumn(here);
        ColumnAttribute far = far(there);
        if (local == null
                || far == null
                || remote.contains(here)
                || occurrence == null && far.column() != there && target.findColumn(there) == null) {
            return null;
        }
        if (occurrence != null && !belongs(there, occurrence)) {
            return null;
        }
        boolean either = own.findColumn(there) != null && target.findColumn(here) != null && occurrence == null;
        if (either && !remote.contains(there) && !isRemoteByForeign(here, there)) {
            return null;
        }
        boolean refersHere = isForeign(here, there);
        boolean refersThere = isForeign(there, here);
        if (!refersHere && !refersThere) {
            return null;
        }
        foreignHere |= refersHere;
        foreignThere |= refersThere && !refersHere;
        return new ColumnPair(local, there, far);
    }

    /** The target's attribute of a column; by name, where the occurrence was selected from another table object. */
    private @Nullable ColumnAttribute far(Column<?> there) {
        ColumnAttribute found = target.findColumn(stored(there));
        if (found != null || occurrence == null || !belongs(there, occurrence)) {
            return found;
        }
        for (ColumnAttribute attribute : target.columns()) {
            if (attribute.column().name().equals(there.name())) {
                return attribute;
            }
        }
        return null;
    }

    /** In a relation to the same table: a collection's members hold the key, a single reference's owner does. */
    private boolean isRemoteByForeign(Column<?> here, Column<?> there) {
        return remote.isEmpty() && (relation.isCollection() ? isForeign(there, here) : isForeign(here, there));
    }

    private static Column<?> stored(Column<?> column) {
        Column<?> stored = column;
        while (stored.origin() != null) {
            stored = requireNonNull(stored.origin());
        }
        return stored;
    }

    private boolean isForeign(Column<?> column, Column<?> other) {
        if (!foreign.isEmpty()) {
            return foreign.contains(column);
        }
        Table table = stored(column).table();
        if (table == null) {
            return false;
        }
        for (TableLink link : TableLink.of(table)) {
            int place = link.columns().indexOf(stored(column));
            if (place >= 0 && link.referred().get(place) == stored(other)) {
                return true;
            }
        }
        return false;
    }
}
