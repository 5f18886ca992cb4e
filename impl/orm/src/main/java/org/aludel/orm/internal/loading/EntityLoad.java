package org.aludel.orm.internal.loading;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.aludel.orm.instrument.Instrumented;
import org.aludel.orm.instrument.RowReader;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/**
 * How one entity is read from a row: where its columns stand, and what becomes of its relations. Made once per statement
 * shape, immutable, shared by threads.
 */
public final class EntityLoad {

    private final EntityMapper mapper;
    private final int id;
    private final ColumnAttribute[] selected;
    private final int[] positions;
    private final int[] populated;
    private final int[] keyPositions;
    private final boolean plainKey;
    private final ColumnAttribute[] hidden;
    private final ColumnAttribute[] deferred;
    private final RelationLoad[] relations;
    private final @Nullable LoadRules rules;

    /**
     * @param id dense number among the entities of the statement
     * @param selected the columns that are selected
     * @param positions their places in the row
     * @param relations what becomes of the relations that are not simply lazy
     * @param rules what must be remembered for attributes that are read later, if anything
     */
    EntityLoad(
            EntityMapper mapper,
            int id,
            ColumnAttribute[] selected,
            int[] positions,
            List<RelationLoad> relations,
            @Nullable LoadRules rules) {
        this.mapper = mapper;
        this.id = id;
        this.selected = selected;
        this.positions = positions;
        this.relations = relations.toArray(new RelationLoad[0]);
        this.rules = rules;
        ColumnAttribute[] key = mapper.primaryKey();
        this.keyPositions = new int[key.length];
        for (int i = 0; i < key.length; i++) {
            keyPositions[i] = position(key[i]);
        }
        this.plainKey = key.length == 1
                && !key[0].isHidden()
                && holds(key[0].javaType(), key[0].column().type().javaType());
        this.populated = new int[mapper.attributeCount()];
        Arrays.fill(populated, -1);
        for (int i = 0; i < selected.length; i++) {
            // a plain key is read once, for the look-up, and stored from there
            if (!selected[i].isHidden() && !(plainKey && selected[i] == key[0])) {
                populated[selected[i].index()] = positions[i];
            }
        }
        this.hidden = Arrays.stream(selected).filter(ColumnAttribute::isHidden).toArray(ColumnAttribute[]::new);
        this.deferred = Arrays.stream(mapper.columns())
                .filter(column -> position(column) < 0)
                .toArray(ColumnAttribute[]::new);
    }

    private static boolean holds(Class<?> field, Class<?> value) {
        return field == value
                || field == int.class && value == Integer.class
                || field == long.class && value == Long.class;
    }

    public EntityMapper mapper() {
        return mapper;
    }

    RelationLoad[] relations() {
        return relations;
    }

    /** Where a column stands in the row; -1 if it is not selected. */
    int position(ColumnAttribute column) {
        for (int i = 0; i < selected.length; i++) {
            if (selected[i] == column) {
                return positions[i];
            }
        }
        return -1;
    }

    /**
     * Reads the entity of the current row.
     *
     * @return null where an outer join found no partner
     */
    public @Nullable Object read(RowReader row, LoadContext context) {
        Object value = keyValue(row);
        if (value == null) {
            return null;
        }
        LoadContext.Latest latest = context.latest(id);
        if (latest != null && value.equals(latest.key)) {
            related(row, latest.state(), latest.instance(), context, false);
            return latest.instance;
        }
        EntityKey key = context.session.keyed(new EntityKey(mapper.root(), value));
        EntityState state = context.identityMap.find(key);
        Object instance = state == null ? null : state.get();
        boolean isNew = instance == null;
        if (state == null || instance == null) {
            instance = mapper.newInstance();
            state = create(row, context, key, instance);
        } else if (context.isOverwriting()) {
            overwrite(row, context, state, instance);
        } else if (state.hasUnloadedColumns()) {
            complete(row, context, state, instance);
        }
        if (latest != null) {
            latest.set(value, state, instance);
        }
        related(row, state, instance, context, isNew);
        return instance;
    }

    private @Nullable Object keyValue(RowReader row) {
        if (plainKey) {
            return row.getObject(keyPositions[0]);
        }
        @Nullable Object[] parts = new Object[keyPositions.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = row.getObject(keyPositions[i]);
            if (parts[i] == null) {
                return null;
            }
        }
        return mapper.key(parts).value();
    }

    private EntityState create(RowReader row, LoadContext context, EntityKey key, Object instance) {
        Instrumented object = (Instrumented) instance;
        if (plainKey) {
            object.$aludel_raw(mapper.primaryKey()[0].index(), key.value());
        }
        object.$aludel_load(row, populated);
        EntityState state = context.session.attachLoaded(mapper, key, instance);
        readHidden(row, state);
        for (ColumnAttribute column : deferred) {
            state.markUnloaded(column);
        }
        if (rules != null) {
            state.loadRules(rules);
        }
        if (context.session.hearsLoading()) {
            LoadingEvents.loaded(context.session, instance);
        }
        return state;
    }

    private void readHidden(RowReader row, EntityState state) {
        for (ColumnAttribute column : hidden) {
            state.hiddenValues()[column.hiddenSlot()] = row.getObject(position(column));
        }
    }

    /** Takes every selected column from the row, dropping changes. */
    private void overwrite(RowReader row, LoadContext context, EntityState state, Object instance) {
        for (ColumnAttribute column : selected) {
            state.expire(instance, column);
        }
        fill(row, context, state, instance, populated);
        if (context.session.hearsLoading()) {
            LoadingEvents.refreshed(context.session, instance, null);
        }
    }

    /** Takes from the row what the object does not have yet; what it has stays. */
    private void complete(RowReader row, LoadContext context, EntityState state, Object instance) {
        int[] missing = new int[populated.length];
        Arrays.fill(missing, -1);
        for (int i = 0; i < selected.length; i++) {
            ColumnAttribute column = selected[i];
            if (!column.isHidden() && !state.isLoaded(column)) {
                missing[column.index()] = positions[i];
            }
        }
        Set<String> names = context.session.hearsLoading() ? LoadingEvents.missing(state, selected) : Set.of();
        fill(row, context, state, instance, missing);
        if (!names.isEmpty()) {
            LoadingEvents.refreshed(context.session, instance, context.session.isRefreshing() ? null : names);
        }
    }

    private void fill(RowReader row, LoadContext context, EntityState state, Object instance, int[] columns) {
        if (context.session.isJournalling()) {
            for (ColumnAttribute column : selected) {
                if (!state.isLoaded(column)) {
                    context.session.journalLoaded(state, instance, column);
                }
            }
        }
        ((Instrumented) instance).$aludel_load(row, columns);
        for (int i = 0; i < selected.length; i++) {
            ColumnAttribute column = selected[i];
            if (state.isLoaded(column)) {
                continue;
            }
            if (column.isHidden()) {
                state.hiddenValues()[column.hiddenSlot()] = row.getObject(positions[i]);
            } else {
                state.markLoaded(column);
            }
        }
        if (!state.hasUnloadedColumns()) {
            state.refreshed();
        }
    }

    private void related(RowReader row, EntityState state, Object instance, LoadContext context, boolean isNew) {
        for (RelationLoad relation : relations) {
            relation.row(row, state, instance, context, isNew);
        }
    }

    @Override
    public String toString() {
        return mapper.name() + Arrays.toString(selected);
    }
}
