package org.aludel.orm.internal.flush;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.ColumnPair;
import org.aludel.orm.internal.mapping.Direction;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/** A mapped class's table as its rows are written: attributes by column number, and the relations that set columns. */
final class EntityTable {

    final EntityMapper mapper;
    final TableModel table;

    /** The attribute of each column; null for a column that no attribute holds. */
    final @Nullable ColumnAttribute[] attributes;

    /** Columns that an insert leaves out when their value is null: the program or the database has a default. */
    final boolean[] hasDefault;

    /** Columns whose value the database may change on update unless the update sets it. */
    final int[] changedOnUpdate;

    /** Columns that an update gives a value to which the program has given as a default. */
    final int[] givenOnUpdate;

    /** Columns that the database computes and no statement may set. */
    final boolean[] computed;

    /** Number of the version counter's column, or -1. */
    final int version;

    /** Columns that choose the row of an update or delete: the key, and the version. */
    final int[] where;

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

    /**
     * A relation by foreign key, seen from the side of the object that has the attribute.
     *
     * @param childColumns the referring columns, in the referring table
     * @param childAttributes the same as attributes
     * @param parentColumns the columns referred to
     * @param parentAttributes the same as attributes
     */
    record ReferenceLink(
            RelationAttribute relation,
            int[] childColumns,
            ColumnAttribute[] childAttributes,
            int[] parentColumns,
            ColumnAttribute[] parentAttributes) {}

    /**
     * One side of a table between.
     *
     * @param columns its columns that refer to that side
     * @param keyColumns what they refer to, in the table of that side
     * @param keyAttributes the same as attributes
     */
    record HalfLink(int[] columns, int[] keyColumns, ColumnAttribute[] keyAttributes) {}

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

    EntityTable(EntityMapper mapper, TableModel table, ConstraintModel model) {
        this.mapper = mapper;
        this.table = table;
        int width = table.width();
        attributes = new ColumnAttribute[width];
        hasDefault = new boolean[width];
        computed = new boolean[width];
        int[] onUpdate = new int[width];
        int onUpdateCount = 0;
        int[] given = new int[width];
        int givenCount = 0;
        for (ColumnAttribute attribute : mapper.columns()) {
            Column<?> column = attribute.column();
            int number = model.number(column);
            attributes[number] = attribute;
            hasDefault[number] = column.onInsert() != null
                    || column.serverDefault() != null
                    || column.identityOptions() != null
                    || number == table.generatedKey;
            computed[number] = column.computedBy() != null;
            if (ColumnDefaults.isValue(column.onUpdate())) {
                given[givenCount++] = number;
            } else if (column.onUpdate() != null || column.isServerOnUpdate() || computed[number]) {
                onUpdate[onUpdateCount++] = number;
            }
        }
        changedOnUpdate = Arrays.copyOf(onUpdate, onUpdateCount);
        givenOnUpdate = Arrays.copyOf(given, givenCount);
        ColumnAttribute counter = mapper.version();
        version = counter == null ? -1 : model.number(counter.column());
        where = version < 0 ? table.primaryKey : Arrays.copyOf(table.primaryKey, table.primaryKey.length + 1);
        if (version >= 0) {
            where[where.length - 1] = version;
        }
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
                boolean key = Columns.overlap(link.childColumns, table.primaryKey);
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
    void collectReferrers(EntityTable[] all) {
        List<ReferenceLink> unmirrored = new ArrayList<>();
        Set<ColumnAttribute> held = new LinkedHashSet<>();
        for (EntityTable other : all) {
            for (ReferenceLink[] links : new ReferenceLink[][] {other.references, other.keyReferences}) {
                for (ReferenceLink link : links) {
                    if (link.relation.target() == mapper) {
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

    private ReferenceLink reference(RelationAttribute relation, ConstraintModel model) {
        ColumnPair[] pairs = relation.pairs();
        ColumnAttribute[] local = new ColumnAttribute[pairs.length];
        ColumnAttribute[] remote = new ColumnAttribute[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            local[i] = pairs[i].local();
            ColumnAttribute there = pairs[i].remote();
            remote[i] = there != null ? there : relation.target().forColumn(pairs[i].remoteColumn());
        }
        return relation.direction() == Direction.MANY_TO_ONE
                ? new ReferenceLink(relation, numbers(local, model), local, numbers(remote, model), remote)
                : new ReferenceLink(relation, numbers(remote, model), remote, numbers(local, model), local);
    }

    private static int[] numbers(ColumnAttribute[] attributes, ConstraintModel model) {
        return Arrays.stream(attributes)
                .mapToInt(attribute -> model.number(attribute.column()))
                .toArray();
    }

    private AssociationLink association(RelationAttribute relation, TableModel between, ConstraintModel model) {
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
        return new HalfLink(columns, numbers(key, model), key);
    }
}
