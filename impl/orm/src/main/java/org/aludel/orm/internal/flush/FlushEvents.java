package org.aludel.orm.internal.flush;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.core.engine.CoreConnection;
import org.aludel.orm.AfterDelete;
import org.aludel.orm.AfterInsert;
import org.aludel.orm.AfterUpdate;
import org.aludel.orm.BeforeDelete;
import org.aludel.orm.BeforeInsert;
import org.aludel.orm.BeforeUpdate;
import org.aludel.orm.MapperEvent;
import org.aludel.orm.OrmEvent;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.session.FlushSet;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.sql.Expr;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * Tells, while a plan is executed, of the objects whose rows are written: of all of a class before its first row, and
 * after its last one. What handlers set before that goes into the rows. There is none for a flush that nobody listens to.
 */
final class FlushEvents {

    private static final List<Class<? extends MapperEvent>> EVENTS = List.of(
            BeforeInsert.class,
            AfterInsert.class,
            BeforeUpdate.class,
            AfterUpdate.class,
            BeforeDelete.class,
            AfterDelete.class);

    private final DefaultSession session;
    private final RowDecomposition decomposition;
    private final FlushPlan plan;
    private final Set<EntityState> told;
    private final ChangedKeys changedKeys = new ChangedKeys();
    private final Map<GroupKey, Group> groups = new LinkedHashMap<>();
    private final Map<EntityState, List<RowOperation>> operations = new IdentityHashMap<>();

    /** Rows that share a statement which passes unique values round. */
    private final Map<EntityState, RowOperation> swaps = new IdentityHashMap<>(0);

    private record GroupKey(EntityMapper mapper, boolean deletes) {}

    /** The objects of a class that are saved, or those that are deleted. */
    private static final class Group {
        final EntityMapper mapper;
        final List<EntityState> inserts = new ArrayList<>();
        final List<EntityState> updates = new ArrayList<>();
        final List<EntityState> deletes = new ArrayList<>();
        int batches;
        boolean begun;

        Group(EntityMapper mapper) {
            this.mapper = mapper;
        }
    }

    private FlushEvents(
            DefaultSession session,
            FlushSet set,
            RowDecomposition decomposition,
            FlushPlan plan,
            Set<EntityState> told) {
        this.session = session;
        this.decomposition = decomposition;
        this.plan = plan;
        this.told = told;
        set.inserts().forEach(state -> group(state, false).inserts.add(state));
        set.updates().forEach(state -> group(state, false).updates.add(state));
        set.deletes().forEach(state -> group(state, true).deletes.add(state));
        for (FlushPlan.Batch batch : plan.batches()) {
            for (Group group : groupsOf(batch)) {
                group.batches++;
            }
            for (RowOperation row : batch.rows()) {
                if (row.subject instanceof EntityState state) {
                    operations.computeIfAbsent(state, any -> new ArrayList<>(1)).add(row);
                }
                for (RowOperation member : row.members) {
                    if (member.subject instanceof EntityState state) {
                        swaps.put(state, member);
                    }
                }
            }
        }
    }

    /**
     * What tells of a plan; null if nobody listens.
     *
     * @param told new objects that handlers have been told of already
     */
    static @Nullable FlushEvents of(
            DefaultSession session,
            FlushSet set,
            RowDecomposition decomposition,
            FlushPlan plan,
            Set<EntityState> told) {
        for (Class<? extends OrmEvent> event : EVENTS) {
            if (session.wants(event)) {
                return new FlushEvents(session, set, decomposition, plan, told);
            }
        }
        return null;
    }

    private Group group(EntityState state, boolean deletes) {
        return groups.computeIfAbsent(new GroupKey(state.mapper(), deletes), key -> new Group(key.mapper()));
    }

    private Set<Group> groupsOf(FlushPlan.Batch batch) {
        Set<Group> concerned = new LinkedHashSet<>();
        boolean deletes = batch.shape().kind == StatementShape.Kind.DELETE;
        for (RowOperation row : batch.rows()) {
            RowOperation[] rows = row.members.length == 0 ? new RowOperation[] {row} : row.members;
            for (RowOperation each : rows) {
                Group group = each.subject instanceof EntityState state
                        ? groups.get(new GroupKey(state.mapper(), deletes))
                        : null;
                if (group != null) {
                    concerned.add(group);
                }
            }
        }
        return concerned;
    }

    /** Before a batch is sent; gives the batches to send in its place. */
    List<FlushPlan.Batch> before(FlushPlan.Batch batch) {
        List<FlushPlan.Batch> send = new ArrayList<>();
        for (Group group : groupsOf(batch)) {
            for (Group other : groups.values()) {
                if (other.batches == 0 && other.mapper.ordinal() <= group.mapper.ordinal()) {
                    whole(other, send);
                }
            }
            begin(group, send);
        }
        regroup(batch, send);
        return send;
    }

    /** After a batch, or what was sent in its place. */
    void after(FlushPlan.Batch batch) {
        for (Group group : groupsOf(batch)) {
            if (--group.batches == 0) {
                end(group);
            }
        }
    }

    /** Classes whose objects have changed without a row to write; gives rows that handlers have made necessary. */
    List<FlushPlan.Batch> rest() {
        List<FlushPlan.Batch> send = new ArrayList<>();
        groups.values().forEach(group -> whole(group, send));
        return send;
    }

    private void whole(Group group, List<FlushPlan.Batch> send) {
        if (!group.begun) {
            begin(group, send);
            end(group);
        }
    }

    private void begin(Group group, List<FlushPlan.Batch> send) {
        if (group.begun) {
            return;
        }
        group.begun = true;
        group.inserts.forEach(this::takeReferences);
        group.updates.forEach(this::takeReferences);
        Map<EntityState, @Nullable Object[]> values = new IdentityHashMap<>();
        group.inserts.forEach(state -> values.put(state, values(state)));
        group.updates.forEach(state -> values.put(state, values(state)));
        CoreConnection connection = connection(group);
        for (EntityState state : group.inserts) {
            if (!told.contains(state)) {
                session.fire(BeforeInsert.class, () -> new BeforeInsert(session, connection, state.instance()));
            }
        }
        for (EntityState state : group.updates) {
            session.fire(BeforeUpdate.class, () -> new BeforeUpdate(session, connection, state.instance()));
        }
        for (EntityState state : group.deletes) {
            session.fire(BeforeDelete.class, () -> new BeforeDelete(session, connection, state.instance()));
        }
        values.forEach((state, before) -> amend(state, before, send));
        changedKeys.passOn(plan, decomposition);
    }

    private CoreConnection connection(Group group) {
        return session.connection(session.flushingEngine(group.mapper.table()));
    }

    private void end(Group group) {
        CoreConnection connection = connection(group);
        for (EntityState state : group.inserts) {
            takeKey(state);
            session.fire(AfterInsert.class, () -> new AfterInsert(session, connection, state.instance()));
        }
        for (EntityState state : group.updates) {
            session.fire(AfterUpdate.class, () -> new AfterUpdate(session, connection, state.instance()));
        }
        for (EntityState state : group.deletes) {
            session.fire(AfterDelete.class, () -> new AfterDelete(session, connection, state.instance()));
        }
    }

    // ---- what objects show to handlers, and what handlers do to objects

    /** Foreign keys are set by now: handlers see them. */
    private void takeReferences(EntityState state) {
        for (RowOperation row : operations.getOrDefault(state, List.of())) {
            @Nullable ColumnAttribute[] attributes = decomposition.entity(state).of(row.table()).attributes;
            for (int column : row.shape.set) {
                ColumnAttribute attribute = attributes[column];
                Object value = row.after[column];
                if (attribute == null || value == row || value == RowOperation.UNKNOWN) {
                    continue;
                }
                Object settled = RowOperation.settled(value);
                boolean known = !(settled instanceof RowOperation);
                if (known && !attribute.sameValue(attribute.get(state.instance(), state), settled)) {
                    store(state, attribute, settled);
                }
            }
        }
    }

    private static void store(EntityState state, ColumnAttribute attribute, @Nullable Object value) {
        Type<?> type = attribute.column().type();
        state.assign(
                state.instance(),
                attribute,
                value == null || type.javaType().isInstance(value) ? value : type.coerce(value));
    }

    /** The key that the database has made: handlers see it. */
    private void takeKey(EntityState state) {
        for (RowOperation row : operations.getOrDefault(state, List.of())) {
            int generated = row.table().generatedKey;
            ColumnAttribute key = generated < 0 || !row.isInsert()
                    ? null
                    : decomposition.entity(state).of(row.table()).attributes[generated];
            if (key != null
                    && key.get(state.instance(), state) != row.after[generated]
                    && row.after[generated] != row) {
                store(state, key, row.after[generated]);
                state.keyGenerated();
            }
        }
    }

    private @Nullable Object[] values(EntityState state) {
        ColumnAttribute[] attributes = state.mapper().columns();
        @Nullable Object[] values = new Object[attributes.length];
        for (int column = 0; column < values.length; column++) {
            ColumnAttribute attribute = attributes[column];
            values[column] = attribute.get(state.instance(), state);
        }
        return values;
    }

    /** Takes what handlers have set into the object's row. */
    private void amend(EntityState state, @Nullable Object[] before, List<FlushPlan.Batch> send) {
        List<RowOperation> rows = operations.getOrDefault(state, List.of());
        ColumnAttribute[] attributes = state.mapper().columns();
        boolean isLate = rows.isEmpty() && state.key() != null;
        for (int i = 0; i < before.length; i++) {
            ColumnAttribute attribute = attributes[i];
            Object now = attribute.get(state.instance(), state);
            if (attribute.expression() != null || attribute.sameValue(before[i], now)) {
                continue;
            }
            RowOperation row = rowOf(rows, attribute);
            if (row == null) {
                isLate = true;
            } else {
                int column = decomposition.column(attribute);
                changedKeys.note(row, column, row.after[column], now);
                set(row, column, now);
            }
        }
        if (isLate) {
            for (RowOperation late : decomposition.changedRows(state)) {
                send(late, rows, swaps.get(state), send);
            }
        }
    }

    /** Sends what handlers have made necessary, unless it is a part of what is sent anyway. */
    private static void send(
            RowOperation late, List<RowOperation> rows, @Nullable RowOperation swap, List<FlushPlan.Batch> send) {
        if (rows.stream().anyMatch(row -> row.table() == late.table())) {
            return;
        }
        if (swap != null && swap.table() == late.table()) {
            int[] rest = Columns.minus(late.shape.set, swap.shape.set);
            if (rest.length == 0) {
                return;
            }
            late.shape = late.table().shape(late.kind(), rest, late.shape.where);
        }
        send.add(new FlushPlan.Batch(late.shape, List.of(late), false));
    }

    /** The first operation on the table that holds an attribute; null if there is none. */
    private @Nullable RowOperation rowOf(List<RowOperation> rows, ColumnAttribute attribute) {
        for (RowOperation row : rows) {
            if (row.table() == decomposition.table(attribute)) {
                return row;
            }
        }
        return null;
    }

    private static void set(RowOperation row, int column, @Nullable Object value) {
        row.after[column] = value;
        StatementShape shape = row.shape;
        if (shape.sets(column)) {
            return;
        }
        int[] columns = Arrays.copyOf(shape.set, shape.set.length + 1);
        columns[columns.length - 1] = column;
        Arrays.sort(columns);
        if (shape.expressions.length == 0) {
            row.shape = row.table().shape(row.kind(), columns, shape.where);
            return;
        }
        @Nullable Expr<?>[] expressions = new Expr<?>[columns.length];
        for (int i = 0, old = 0; i < columns.length; i++) {
            expressions[i] = columns[i] == column ? null : shape.expressions[old++];
        }
        row.shape = new StatementShape(row.table(), row.kind(), columns, shape.where, expressions);
    }

    /** Rows whose shape has changed go in batches of their own. */
    private static void regroup(FlushPlan.Batch batch, List<FlushPlan.Batch> send) {
        List<RowOperation> rows = batch.rows();
        int start = 0;
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size() || rows.get(i).shape != rows.get(start).shape) {
                boolean whole = start == 0 && i == rows.size() && rows.get(0).shape == batch.shape();
                send.add(
                        whole
                                ? batch
                                : new FlushPlan.Batch(
                                        rows.get(start).shape, List.copyOf(rows.subList(start, i)), batch.ordered()));
                start = i;
            }
        }
    }
}
