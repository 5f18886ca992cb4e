package org.aludel.orm.internal.mapping;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aludel.orm.internal.mapping.RelationAttribute.Connection;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how the two sides of a relation are connected: which foreign key it follows, and in which direction. Where
 * both sides are declared, one is read and the other is its mirror image, so that they can't differ.
 */
final class RelationConnections {

    private static final ColumnPair[] NO_PAIRS = {};

    private final MappingProblems problems;

    private final DeclaredAttributes attributes;

    RelationConnections(MappingProblems problems, DeclaredAttributes attributes) {
        this.problems = problems;
        this.attributes = attributes;
    }

    private record Candidate(Direction direction, TableLink link) {}

    /** The connection of a relation, or null if it is not clear, which is reported. */
    @Nullable
    Connection connect(RelationDeclaration relation) {
        List<Column<?>> foreignKey = named(relation, relation.hints.foreignKey(), relation.hints.foreignColumns());
        List<Column<?>> remoteSide = named(relation, relation.hints.remoteSide(), relation.hints.remoteColumns());
        if (foreignKey == null || remoteSide == null) {
            return null;
        }
        if (relation.hints.primaryJoin() != null || relation.hints.alias() != null) {
            return new JoinConditions(problems, attributes, relation, foreignKey, remoteSide).connect();
        }
        if (relation.hints.saySecondary()) {
            return throughSecondary(relation, foreignKey, remoteSide);
        }
        if (relation.hiddenColumn != null && !relation.owner.hiddenColumns.containsKey(relation.name())) {
            return null; // the reference's own mistake is reported already
        }
        List<Candidate> candidates = candidates(relation, remoteSide);
        if (candidates.isEmpty()) {
            missingForeignKey(relation);
            return null;
        }
        List<Candidate> chosen = narrow(relation, candidates, foreignKey, remoteSide);
        if (chosen.size() != 1) {
            ambiguous(relation, chosen.isEmpty() ? candidates : chosen);
            return null;
        }
        return connection(relation, chosen.get(0));
    }

    /** The same connection seen from the other side. */
    static Connection mirror(Connection connection) {
        if (connection.direction() == Direction.MANY_TO_MANY) {
            return new Connection(
                    Direction.MANY_TO_MANY,
                    connection.secondaryPairs(),
                    connection.pairs(),
                    connection.secondary(),
                    connection.extra(),
                    null);
        }
        ColumnPair[] pairs = connection.pairs();
        ColumnPair[] mirrored = new ColumnPair[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            ColumnAttribute local = pairs[i].local();
            mirrored[i] = new ColumnPair(requireNonNull(pairs[i].remote()), local.column(), local);
        }
        Direction direction =
                connection.direction() == Direction.ONE_TO_MANY ? Direction.MANY_TO_ONE : Direction.ONE_TO_MANY;
        return new Connection(direction, mirrored, NO_PAIRS, null, connection.extra(), null);
    }

    private List<Candidate> candidates(RelationDeclaration relation, List<Column<?>> remoteSide) {
        EntityMapper own = requireNonNull(relation.owner.mapper);
        EntityMapper target = requireNonNull(requireNonNull(relation.target).mapper);
        Set<Table> tables = new LinkedHashSet<>(List.of(own.tables()));
        tables.addAll(List.of(target.tables()));
        boolean many = relation.isCollection();
        boolean partnerMany = relation.partner != null && relation.partner.isCollection();
        List<Candidate> toOne = new ArrayList<>();
        List<Candidate> toMany = new ArrayList<>();
        for (Table table : tables) {
            for (TableLink link : TableLink.of(table)) {
                boolean here = holds(own, link.columns()) && holds(target, link.referred());
                boolean there = holds(target, link.columns()) && holds(own, link.referred());
                if (isSameKey(own, link) || isSameKey(target, link)) {
                    continue; // what connects the tables of one object
                }
                if (here && there) {
                    Direction direction = selfDirection(relation, link, remoteSide);
                    if (direction != null) {
                        toOne.add(new Candidate(direction, link));
                    }
                } else if (here && !many) {
                    toOne.add(new Candidate(Direction.MANY_TO_ONE, link));
                } else if (there && !partnerMany) {
                    toMany.add(new Candidate(Direction.ONE_TO_MANY, link));
                }
            }
        }
        toOne.addAll(toMany);
        return toOne;
    }

    private static boolean holds(EntityMapper mapper, List<Column<?>> columns) {
        for (Column<?> column : columns) {
            if (mapper.findColumn(column) == null) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSameKey(EntityMapper mapper, TableLink link) {
        for (int i = 0; i < link.columns().size(); i++) {
            ColumnAttribute referring = mapper.findColumn(link.columns().get(i));
            if (referring == null
                    || referring != mapper.findColumn(link.referred().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Direction selfDirection(
            RelationDeclaration relation, TableLink link, List<Column<?>> remoteSide) {
        if (relation.isCollection()) {
            return Direction.ONE_TO_MANY;
        }
        if (remoteSide.isEmpty() || link.referred().containsAll(remoteSide)) {
            return Direction.MANY_TO_ONE;
        }
        return link.columns().containsAll(remoteSide) ? Direction.ONE_TO_MANY : null;
    }

    private List<Candidate> narrow(
            RelationDeclaration relation,
            List<Candidate> candidates,
            List<Column<?>> foreignKey,
            List<Column<?>> remoteSide) {
        List<Candidate> chosen = new ArrayList<>(candidates);
        if (!foreignKey.isEmpty()) {
            chosen.removeIf(candidate -> !candidate.link().refersBy(foreignKey));
        }
        if (relation.hiddenColumn != null) {
            Column<?> hidden = relation.owner.hiddenColumns.get(relation.name());
            chosen.removeIf(candidate -> hidden == null || !candidate.link().refersBy(List.of(hidden)));
        }
        if (!remoteSide.isEmpty()) {
            chosen.removeIf(candidate -> !(candidate.direction() == Direction.MANY_TO_ONE
                            ? candidate.link().referred()
                            : candidate.link().columns())
                    .containsAll(remoteSide));
        }
        return chosen;
    }

    private Connection connection(RelationDeclaration relation, Candidate chosen) {
        EntityMapper own = requireNonNull(relation.owner.mapper);
        EntityMapper target = requireNonNull(requireNonNull(relation.target).mapper);
        boolean toOne = chosen.direction() == Direction.MANY_TO_ONE;
        TableLink link = chosen.link();
        ColumnPair[] pairs = new ColumnPair[link.columns().size()];
        for (int i = 0; i < pairs.length; i++) {
            Column<?> local = toOne ? link.columns().get(i) : link.referred().get(i);
            Column<?> remote = toOne ? link.referred().get(i) : link.columns().get(i);
            pairs[i] = new ColumnPair(own.forColumn(local), remote, target.forColumn(remote));
        }
        return Connection.of(chosen.direction(), pairs, NO_PAIRS, null);
    }

    private @Nullable Connection throughSecondary(
            RelationDeclaration relation, List<Column<?>> foreignKey, List<Column<?>> remoteSide) {
        Table between = relation.secondary;
        if (between == null) {
            return null; // reported when the table was looked for
        }
        if (!relation.isCollection()) {
            problems.add(
                    "ALU-0433",
                    relation.owner.type,
                    relation.name(),
                    "a relation through a secondary table leads to many; declare the field as List, Set or Collection");
            return null;
        }
        EntityMapper own = requireNonNull(relation.owner.mapper);
        EntityMapper target = requireNonNull(requireNonNull(relation.target).mapper);
        List<TableLink> near = between(between, own);
        List<TableLink> far = between(between, target);
        if (near.equals(far)) {
            splitSelfReference(near, far, foreignKey, remoteSide);
        } else {
            narrowSecondary(near, foreignKey);
            narrowSecondary(far, remoteSide);
        }
        if (near.isEmpty() || far.isEmpty()) {
            problems.add(
                    "ALU-0436",
                    relation.owner.type,
                    relation.name(),
                    "no foreign key leads from table " + between.name() + " to "
                            + (near.isEmpty() ? own : target).selectable().label()
                            + "; declare one in the secondary table");
            return null;
        }
        if (near.size() > 1 || far.size() > 1) {
            problems.add(
                    "ALU-0423",
                    relation.owner.type,
                    relation.name(),
                    "several foreign keys of table " + between.name()
                            + " fit; name the column that leads to this class with foreignKey and the one that leads to"
                            + " the target with remoteSide");
            return null;
        }
        return Connection.of(
                Direction.MANY_TO_MANY, secondaryPairs(own, near.get(0)), secondaryPairs(target, far.get(0)), between);
    }

    private static List<TableLink> between(Table between, EntityMapper mapper) {
        List<TableLink> links = new ArrayList<>();
        for (Table table : mapper.tables()) {
            links.addAll(TableLink.between(between, table));
        }
        return links;
    }

    /** Of two foreign keys to the same table the first leads to the owner, unless names say otherwise. */
    private static void splitSelfReference(
            List<TableLink> near, List<TableLink> far, List<Column<?>> foreignKey, List<Column<?>> remoteSide) {
        if (!foreignKey.isEmpty()) {
            near.removeIf(link -> !link.refersBy(foreignKey));
            far.removeAll(near);
        } else if (!remoteSide.isEmpty()) {
            far.removeIf(link -> !link.refersBy(remoteSide));
            near.removeAll(far);
        } else if (near.size() == 2) {
            near.remove(1);
            far.remove(0);
        }
    }

    private static void narrowSecondary(List<TableLink> links, List<Column<?>> names) {
        if (links.size() > 1 && !names.isEmpty()) {
            links.removeIf(link -> !link.refersBy(names));
        }
    }

    private static ColumnPair[] secondaryPairs(EntityMapper mapper, TableLink link) {
        ColumnPair[] pairs = new ColumnPair[link.columns().size()];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = new ColumnPair(
                    mapper.forColumn(link.referred().get(i)), link.columns().get(i), null);
        }
        return pairs;
    }

    /** The columns of some names, of either side or of the table between; null if one is unknown, which is reported. */
    private @Nullable List<Column<?>> named(RelationDeclaration relation, List<String> names, List<Expr<?>> given) {
        List<Column<?>> columns = new ArrayList<>();
        for (Expr<?> expression : given) {
            if (attributes.resolve(expression) instanceof Column<?> column) {
                columns.add(column);
            }
        }
        for (String name : names) {
            Column<?> column = named(relation, name);
            if (column == null) {
                problems.add(
                        "ALU-0435",
                        relation.owner.type,
                        relation.name(),
                        "neither " + relation.owner + " nor " + relation.target + " has an attribute or column " + name
                                + "; name one in foreignKey and remoteSide");
                return null;
            }
            columns.add(column);
        }
        return columns;
    }

    private static @Nullable Column<?> named(RelationDeclaration relation, String name) {
        if (relation.secondary != null) {
            return ClassDeclaration.columnOf(relation.secondary, name);
        }
        Column<?> own = relation.owner.column(name);
        Column<?> far = requireNonNull(relation.target).column(name);
        if (own != null && far != null && own != far) {
            // the foreign key stands on one side only: prefer the column that takes part in one
            return isReferring(far) && !isReferring(own) ? far : own;
        }
        return own != null ? own : far;
    }

    private static boolean isReferring(Column<?> column) {
        Table table = column.table();
        return table != null
                && TableLink.of(table).stream().anyMatch(link -> link.columns().contains(column));
    }

    private void missingForeignKey(RelationDeclaration relation) {
        FromItem own = requireNonNull(relation.owner.mapper).selectable();
        FromItem target = requireNonNull(requireNonNull(relation.target).mapper).selectable();
        if (relation.owner.broken || relation.target.broken) {
            return; // the foreign key is there, and that it leads nowhere is reported already
        }
        String key =
                requireNonNull(relation.target.mapper).primaryKey()[0].column().name();
        String ownKey =
                requireNonNull(relation.owner.mapper).primaryKey()[0].column().name();
        boolean many = relation.isCollection();
        problems.add(
                "ALU-0417",
                relation.owner.type,
                relation.name(),
                "no foreign key leads from " + (many ? target : own).label() + " to " + (many ? own : target).label()
                        + "; declare one with @References(\""
                        + (many ? own.label() + "." + ownKey : target.label() + "." + key)
                        + "\")" + (many ? " in " + relation.target + ", or give a secondary table" : ""));
    }

    private void ambiguous(RelationDeclaration relation, List<Candidate> candidates) {
        problems.add(
                "ALU-0423",
                relation.owner.type,
                relation.name(),
                "several foreign keys fit: "
                        + String.join(
                                ", ",
                                candidates.stream()
                                        .map(c -> c.link().toString())
                                        .toList())
                        + "; name the one to follow with foreignKey");
    }
}
