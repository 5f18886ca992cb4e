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
    private final Map<GroupKey, Group> groups = new LinkedHashMap<>();
    private final Map<EntityState, List<RowOperation>> operations = new IdentityHashMap<>();

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

    private FlushEvents(DefaultSession session, FlushSet set, RowDecomposition decomposition, FlushPlan plan) {
        this.session = session;
        this.decomposition = decomposition;
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
            }
        }
    }

    /** What tells of a plan; null if nobody listens. */
    static @Nullable FlushEvents of(
            DefaultSession session, FlushSet set, RowDecomposition decomposition, FlushPlan plan) {
        for (Class<? extends OrmEvent> event : EVENTS) {
            if (session.wants(event)) {
                return new FlushEvents(session, set, decomposition, plan);
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
            session.fire(BeforeInsert.class, () -> new BeforeInsert(session, connection, state.instance()));
        }
        for (EntityState state : group.updates) {
            session.fire(BeforeUpdate.class, () -> new BeforeUpdate(session, connection, state.instance()));
        }
        for (EntityState state : group.deletes) {
            session.fire(BeforeDelete.class, () -> new BeforeDelete(session, connection, state.instance()));
        }
        values.forEach((state, before) -> amend(state, before, send));
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
        List<RowOperation> rows = operations.get(state);
        ColumnAttribute[] attributes = state.mapper().columns();
        if (rows == null) {
            if (state.key() != null) {
                for (RowOperation late : decomposition.changedRows(state)) {
                    send.add(new FlushPlan.Batch(late.shape, List.of(late), false));
                }
            }
            return;
        }
        List<RowOperation> late = null;
        for (int i = 0; i < before.length; i++) {
            ColumnAttribute attribute = attributes[i];
            Object now = attribute.get(state.instance(), state);
            if (attribute.expression() != null || attribute.sameValue(before[i], now)) {
                continue;
            }
            RowOperation row = rowOf(rows, attribute);
            if (row != null) {
                set(row, decomposition.column(attribute), now);
            } else if (late == null) {
                late = decomposition.changedRows(state);
                for (RowOperation each : late) {
                    if (rows.stream().noneMatch(other -> other.table() == each.table())) {
                        send.add(new FlushPlan.Batch(each.shape, List.of(each), false));
                    }
                }
            }
        }
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
        if (row.shape.sets(column) || row.shape.expressions.length > 0) {
            return;
        }
        int[] columns = Arrays.copyOf(row.shape.set, row.shape.set.length + 1);
        columns[columns.length - 1] = column;
        Arrays.sort(columns);
        row.shape = row.table().shape(row.kind(), columns, row.shape.where);
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
