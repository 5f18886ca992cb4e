package org.aludel.orm.internal.flush;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.ColumnPair;
import org.aludel.orm.internal.mapping.Direction;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/** How objects of one class become rows: its tables, those of superclasses first, and the relations that set columns. */
final class EntityRows {

    final EntityMapper mapper;
    final EntityTable[] tables;

    /** Number of columns of all tables. */
    final int width;

    /** Attributes that are read from expressions, and may be others after each write. */
    final ColumnAttribute[] expressions;

    /** Columns of later tables that repeat columns of earlier ones. */
    final Repeat[] repeats;

    /** The column that tells the class, as an attribute; null if none does. */
    final @Nullable ColumnAttribute discriminator;

    /** References whose foreign key is here. */
    ReferenceLink[] references = {};

    /** References whose foreign key is a part of the primary key here. */
    ReferenceLink[] keyReferences = {};

    /** Collections of rows that hold a foreign key to here. */
    ReferenceLink[] children = {};

    AssociationLink[] associations = {};

    /** References of other classes to here that no collection of this class mirrors. */
    ReferenceLink[] referrers = {};

    /** Whether a foreign key of a new row may be written by an update of its own. */
    boolean setsLater;

    /** Attributes that other rows refer to. */
    private ColumnAttribute[] referred = {};

    /** A column that repeats the value which another table of the object has. */
    record Repeat(EntityTable from, int column, EntityTable to, int repeating) {}

    /**
     * A relation by foreign key, seen from the side of the object that has the attribute.
     *
     * @param child the referring table
     * @param childColumns the referring columns
     * @param childAttributes the same as attributes
     * @param parent the table referred to
     * @param parentColumns the columns referred to
     * @param parentAttributes the same as attributes
     */
    record ReferenceLink(
            RelationAttribute relation,
            TableModel child,
            int[] childColumns,
            ColumnAttribute[] childAttributes,
            TableModel parent,
            int[] parentColumns,
            ColumnAttribute[] parentAttributes) {}

    /**
     * One side of a table between.
     *
     * @param columns its columns that refer to that side
     * @param key the table of that side
     * @param keyColumns what they refer to there
     * @param keyAttributes the same as attributes
     */
    record HalfLink(int[] columns, TableModel key, int[] keyColumns, ColumnAttribute[] keyAttributes) {}

    /**
     * A relation by a table between.
     *
     * @param own the side of the object with the attribute
     * @param far the side of the members
     * @param insert shape of the rows' inserts
     * @param delete shape of the rows' deletes
     * @param wipe shape of the delete of all rows of one object
     */
    record AssociationLink(
            RelationAttribute relation,
            TableModel between,
            HalfLink own,
            HalfLink far,
            StatementShape insert,
            StatementShape delete,
            StatementShape wipe) {}

    EntityRows(EntityMapper mapper, ConstraintModel model) {
        this.mapper = mapper;
        Table[] sources = mapper.tables();
        tables = new EntityTable[sources.length];
        int columns = 0;
        for (int i = 0; i < tables.length; i++) {
            tables[i] = new EntityTable(mapper, sources[i], columns, model);
            columns += tables[i].table.width();
        }
        width = columns;
        expressions = Arrays.stream(mapper.columns())
                .filter(attribute -> attribute.expression() != null)
                .toArray(ColumnAttribute[]::new);
        repeats = repeats(model);
        ColumnAttribute told = mapper.inheritance().discriminatorAttribute();
        discriminator = mapper.inheritance().identity() == null ? null : told;
    }

    private Repeat[] repeats(ConstraintModel model) {
        List<Repeat> found = new ArrayList<>();
        for (EntityTable later : tables) {
            for (int column = 0; column < later.repeated.length; column++) {
                if (later.repeated[column]) {
                    ColumnAttribute attribute = later.attribute(column);
                    Table source = Objects.requireNonNull(attribute.column().table());
                    found.add(new Repeat(of(model.table(source)), model.number(attribute.column()), later, column));
                }
            }
        }
        return found.toArray(new Repeat[0]);
    }

    /** The object's part in a table. */
    EntityTable of(TableModel table) {
        for (EntityTable own : tables) {
            if (own.table == table) {
                return own;
            }
        }
        throw new IllegalStateException(mapper + " has no rows in " + table);
    }

    void connect(ConstraintModel model) {
        List<ReferenceLink> toOne = new ArrayList<>();
        List<ReferenceLink> toKey = new ArrayList<>();
        List<ReferenceLink> toMany = new ArrayList<>();
        List<AssociationLink> between = new ArrayList<>();
        for (RelationAttribute relation : mapper.relations()) {
            if (relation.viewOnly()) {
                continue;
            }
            Table secondary = relation.secondary();
            if (secondary != null) {
                between.add(association(relation, model.table(secondary), model));
                continue;
            }
            ReferenceLink link = reference(relation, model);
            if (relation.direction() == Direction.MANY_TO_ONE) {
                boolean key = Columns.overlap(link.childColumns, link.child.primaryKey);
                (key ? toKey : toOne).add(link);
            } else {
                toMany.add(link);
            }
        }
        references = toOne.toArray(new ReferenceLink[0]);
        keyReferences = toKey.toArray(new ReferenceLink[0]);
        children = toMany.toArray(new ReferenceLink[0]);
        associations = between.toArray(new AssociationLink[0]);
        setsLater = toOne.stream().anyMatch(link -> link.relation.postUpdate());
    }

    /** Collects what refers to here, once all tables are connected. */
    void collectReferrers(EntityRows[] all) {
        List<ReferenceLink> unmirrored = new ArrayList<>();
        Set<ColumnAttribute> held = new LinkedHashSet<>();
        for (EntityRows other : all) {
            for (ReferenceLink[] links : new ReferenceLink[][] {other.references, other.keyReferences}) {
                for (ReferenceLink link : links) {
                    // a subclass has the relations of its superclass, and is referred to by those that lead there
                    if (link.relation.owner() == other.mapper
                            && mapper.inheritance().isA(link.relation.target())) {
                        held.addAll(List.of(link.parentAttributes));
                        RelationAttribute mirror = link.relation.reverse();
                        if (mirror == null || mirror.viewOnly()) {
                            unmirrored.add(link);
                        }
                    }
                }
            }
        }
        for (ReferenceLink link : children) {
            held.addAll(List.of(link.parentAttributes));
        }
        for (AssociationLink link : associations) {
            held.addAll(List.of(link.own.keyAttributes));
        }
        referrers = unmirrored.toArray(new ReferenceLink[0]);
        referred = held.toArray(new ColumnAttribute[0]);
    }

    /** Whether a value that other rows may hold has changed. */
    boolean hasChangedReferred(EntityState state) {
        for (ColumnAttribute attribute : referred) {
            if (state.isWritten(attribute) && state.isChanged(attribute)) {
                return true;
            }
        }
        return false;
    }

    private static ReferenceLink reference(RelationAttribute relation, ConstraintModel model) {
        ColumnPair[] pairs = relation.pairs();
        ColumnAttribute[] local = new ColumnAttribute[pairs.length];
        ColumnAttribute[] remote = new ColumnAttribute[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            local[i] = pairs[i].local();
            ColumnAttribute there = pairs[i].remote();
            remote[i] = there != null ? there : relation.target().forColumn(pairs[i].remoteColumn());
        }
        boolean toOne = relation.direction() == Direction.MANY_TO_ONE;
        ColumnAttribute[] child = toOne ? local : remote;
        ColumnAttribute[] parent = toOne ? remote : local;
        return new ReferenceLink(
                relation,
                table(child, model),
                numbers(child, model),
                child,
                table(parent, model),
                numbers(parent, model),
                parent);
    }

    private static TableModel table(ColumnAttribute[] attributes, ConstraintModel model) {
        return model.table(Objects.requireNonNull(attributes[0].column().table()));
    }

    private static int[] numbers(ColumnAttribute[] attributes, ConstraintModel model) {
        return Arrays.stream(attributes)
                .mapToInt(attribute -> model.number(attribute.column()))
                .toArray();
    }

    private static AssociationLink association(RelationAttribute relation, TableModel between, ConstraintModel model) {
        HalfLink own = half(relation.pairs(), model);
        HalfLink far = half(relation.secondaryPairs(), model);
        int[] both = Arrays.copyOf(own.columns, own.columns.length + far.columns.length);
        System.arraycopy(far.columns, 0, both, own.columns.length, far.columns.length);
        Arrays.sort(both); // both sides of a relation share their statements
        int[] ownSorted = own.columns.clone();
        Arrays.sort(ownSorted);
        return new AssociationLink(
                relation,
                between,
                own,
                far,
                between.shape(StatementShape.Kind.INSERT, both, new int[0]),
                between.shape(StatementShape.Kind.DELETE, new int[0], both),
                between.shape(StatementShape.Kind.DELETE, new int[0], ownSorted));
    }

    private static HalfLink half(ColumnPair[] pairs, ConstraintModel model) {
        int[] columns = Arrays.stream(pairs)
                .mapToInt(pair -> model.number(pair.remoteColumn()))
                .toArray();
        ColumnAttribute[] key = Arrays.stream(pairs).map(ColumnPair::local).toArray(ColumnAttribute[]::new);
        return new HalfLink(columns, table(key, model), numbers(key, model), key);
    }

    @Override
    public String toString() {
        return mapper + Arrays.toString(tables);
    }
}
