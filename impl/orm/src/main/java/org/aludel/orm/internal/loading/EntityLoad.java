package org.aludel.orm.internal.loading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aludel.orm.instrument.Instrumented;
import org.aludel.orm.instrument.RowReader;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.orm.internal.state.MutableValues;
import org.jspecify.annotations.Nullable;

/**
 * How one entity is read from a row: where its columns stand, which class the row is of, and what becomes of its
 * relations. Made once per statement shape, immutable, shared by threads.
 */
public final class EntityLoad {

    private final EntityMapper mapper;
    private final int id;
    private final RowColumns row;
    private final Variant own;
    private final int[] keyPositions;
    private final boolean plainKey;
    private final int discriminator;
    private final boolean byName;
    private final @Nullable LoadPath path;

    /** By number of the mapper; null where all rows are of one class. */
    private final @Nullable Variant @Nullable [] variants;

    /** How objects of one class are read. */
    static final class Variant {
        final EntityMapper mapper;
        final EntityMapper root;
        final ColumnAttribute[] selected;
        final int[] positions;
        final int[] populated;
        final boolean plainKey;
        final ColumnAttribute[] hidden;
        final ColumnAttribute[] missing;

        /** Whether all is in the row that is read of an object at once: what lacks is read when it is asked for. */
        final boolean whole;

        final RelationLoad[] relations;
        final RelationAttribute[] lazies;
        final @Nullable LoadRules rules;

        /**
         * @param row what is selected
         * @param relations what becomes of the relations that are not simply lazy
         * @param rules what must be remembered for attributes that are read later, if anything
         */
        Variant(EntityMapper mapper, RowColumns row, List<RelationLoad> relations, @Nullable LoadRules rules) {
            this.mapper = mapper;
            this.root = mapper.root();
            this.selected = row.of(mapper.columns());
            this.positions = row.positions(selected);
            this.relations = relations.toArray(new RelationLoad[0]);
            this.lazies = lazies(mapper, relations);
            this.rules = rules;
            ColumnAttribute[] key = mapper.primaryKey();
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
            this.hidden = hidden(selected);
            this.missing = row.missing(mapper.columns());
            this.whole = isWhole(missing, mapper.root());
        }

        private static RelationAttribute[] lazies(EntityMapper mapper, List<RelationLoad> loads) {
            List<RelationAttribute> lazies = new ArrayList<>();
            for (RelationAttribute relation : mapper.relations()) {
                if (relation.index() >= 0 && !isLoaded(relation, loads)) {
                    lazies.add(relation);
                }
            }
            return lazies.toArray(new RelationAttribute[0]);
        }

        private static boolean isLoaded(RelationAttribute relation, List<RelationLoad> loads) {
            for (RelationLoad load : loads) {
                if (load.isAbout(relation)) {
                    return true;
                }
            }
            return false;
        }

        private static ColumnAttribute[] hidden(ColumnAttribute[] columns) {
            List<ColumnAttribute> hidden = new ArrayList<>();
            for (ColumnAttribute column : columns) {
                if (column.isHidden()) {
                    hidden.add(column);
                }
            }
            return hidden.toArray(new ColumnAttribute[0]);
        }

        private static boolean isWhole(ColumnAttribute[] missing, EntityMapper root) {
            for (ColumnAttribute column : missing) {
                if (!column.isDeferred() && column.owner() == root) {
                    return false;
                }
            }
            return true;
        }

        int position(ColumnAttribute column) {
            for (int i = 0; i < selected.length; i++) {
                if (selected[i] == column) {
                    return positions[i];
                }
            }
            return -1;
        }

        private static boolean holds(Class<?> field, Class<?> value) {
            return field == value
                    || field == int.class && value == Integer.class
                    || field == long.class && value == Long.class;
        }
    }

    /**
     * @param id dense number among the entities of the statement
     * @param loads the class itself, then the subclasses whose objects may be among the rows
     * @param discriminator where the row tells its class; -1 if all are of one
     * @param byName whether the row tells it by a text of its own, not by the discriminator's values
     * @param path how the statement comes to it; null where only some columns of a known object are read
     */
    EntityLoad(
            EntityMapper mapper,
            int id,
            RowColumns row,
            List<Variant> loads,
            int discriminator,
            boolean byName,
            @Nullable LoadPath path) {
        this.path = path;
        this.mapper = mapper;
        this.id = id;
        this.row = row;
        this.own = loads.get(0);
        this.plainKey = own.plainKey;
        this.discriminator = discriminator;
        this.byName = byName;
        this.variants = discriminator < 0 ? null : byOrdinal(loads);
        ColumnAttribute[] key = mapper.primaryKey();
        this.keyPositions = row.positions(key);
    }

    private static @Nullable Variant[] byOrdinal(List<Variant> loads) {
        int highest = 0;
        for (Variant load : loads) {
            highest = Math.max(highest, load.mapper.ordinal());
        }
        @Nullable Variant[] all = new Variant[highest + 1];
        for (Variant load : loads) {
            all[load.mapper.ordinal()] = load;
        }
        return all;
    }

    public EntityMapper mapper() {
        return mapper;
    }

    /** Whether an object lacks a relation that is loaded with its columns. */
    boolean lacksRelation(EntityState state) {
        Variant variant = variantOf(state);
        if (variant != null) {
            for (RelationLoad load : variant.relations) {
                if (load.isMissing(state)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Where a column stands in the row; -1 if it is not selected. */
    int position(ColumnAttribute column) {
        return row.position(column);
    }

    /**
     * Reads the entity of the current row.
     *
     * @return null where an outer join found no partner, or the row is of a class that was not asked for
     */
    public @Nullable Object read(RowReader row, LoadContext context) {
        Object value = keyValue(row);
        if (value == null) {
            return null;
        }
        LoadContext.Latest latest = context.latest(id);
        if (latest != null && value.equals(latest.key)) {
            EntityState state = latest.state();
            Variant variant = variantOf(state);
            if (variant != null) {
                related(variant, row, state, latest.instance(), context, false);
                return latest.instance;
            }
        }
        Variant variant = variants == null ? own : variant(row, variants);
        if (variant == null) {
            return null;
        }
        EntityKey key = context.session.keyed(new EntityKey(variant.root, value));
        EntityState state = context.identityMap.find(key);
        Object instance = state == null ? null : state.get();
        boolean isNew = instance == null;
        if (state == null || instance == null) {
            instance = context.isCreating()
                    ? LoadingEvents.created(context.session, variant, row)
                    : variant.mapper.newInstance();
            state = create(variant, row, context, key, instance);
        } else {
            variant = variantOf(state);
            if (variant == null) {
                return null; // the session has an object of another class for this row
            }
            if (context.isOverwriting()) {
                overwrite(variant, row, context, state, instance);
            } else if (state.hasUnloadedColumns()) {
                complete(variant, row, context, state, instance);
            }
        }
        if (latest != null) {
            latest.set(value, state, instance);
        }
        context.read(state, path);
        related(variant, row, state, instance, context, isNew);
        return instance;
    }

    /** How the statement comes to it; null where only some columns of a known object are read. */
    @Nullable
    LoadPath path() {
        return path;
    }

    /** How objects of the row's class are read; null if it is of a class that was not asked for. */
    private @Nullable Variant variant(RowReader row, @Nullable Variant[] all) {
        Object told = row.getObject(discriminator);
        if (told == null) {
            return own;
        }
        EntityMapper member = byName ? named(told, all) : mapper.inheritance().ofIdentity(told);
        return member.ordinal() < all.length ? all[member.ordinal()] : null;
    }

    private EntityMapper named(Object told, @Nullable Variant[] all) {
        for (Variant variant : all) {
            if (variant != null) {
                Object identity = variant.mapper.inheritance().identity();
                if (told.equals(identity == null ? variant.mapper.name() : identity)
                        || told.equals(String.valueOf(identity))) {
                    return variant.mapper;
                }
            }
        }
        return mapper.inheritance().ofIdentity(told);
    }

    /** How an object that the session has is read; null if it is of a class that was not asked for. */
    private @Nullable Variant variantOf(EntityState state) {
        EntityMapper actual = state.mapper();
        if (actual == own.mapper) {
            return own;
        }
        @Nullable Variant[] all = variants;
        if (all == null) {
            return actual.inheritance().isA(mapper) ? own : null;
        }
        return actual.ordinal() < all.length ? all[actual.ordinal()] : null;
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

    private EntityState create(Variant variant, RowReader row, LoadContext context, EntityKey key, Object instance) {
        Instrumented object = (Instrumented) instance;
        if (variant.plainKey) {
            object.$aludel_raw(variant.mapper.primaryKey()[0].index(), key.value());
        }
        object.$aludel_load(row, variant.populated);
        EntityState state = context.session.attachLoaded(variant.mapper, key, instance);
        for (ColumnAttribute column : variant.hidden) {
            state.hiddenValues()[column.hiddenSlot()] = row.getObject(variant.position(column));
        }
        for (ColumnAttribute column : variant.missing) {
            state.markUnloaded(column);
        }
        if (state.layout().mutable().length > 0) {
            MutableValues.loaded(instance, state, state.layout().mutable());
        }
        if (variant.rules != null) {
            state.loadRules(context.given(variant.rules));
        }
        if (context.session.events().hearsLoading()) {
            LoadingEvents.loaded(context.session, instance);
        }
        return state;
    }

    /** Takes every selected column from the row, dropping changes. */
    private static void overwrite(
            Variant variant, RowReader row, LoadContext context, EntityState state, Object instance) {
        for (ColumnAttribute column : variant.selected) {
            state.expire(instance, column);
        }
        for (RelationAttribute relation : variant.lazies) {
            if (state.isLoaded(relation)) {
                state.expire(instance, relation);
            }
        }
        if (variant.rules != null) {
            state.loadRules(context.given(variant.rules));
        }
        fill(variant, row, context, state, instance, variant.populated);
        if (context.session.events().hearsLoading()) {
            LoadingEvents.refreshed(context.session, instance, null);
        }
    }

    /** Takes from the row what the object does not have yet; what it has stays. */
    private static void complete(
            Variant variant, RowReader row, LoadContext context, EntityState state, Object instance) {
        int[] missing = new int[variant.populated.length];
        Arrays.fill(missing, -1);
        for (int i = 0; i < variant.selected.length; i++) {
            ColumnAttribute column = variant.selected[i];
            if (!column.isHidden() && !state.isLoaded(column)) {
                missing[column.index()] = variant.positions[i];
            }
        }
        Set<String> names =
                context.session.events().hearsLoading() ? LoadingEvents.missing(state, variant.selected) : Set.of();
        fill(variant, row, context, state, instance, missing);
        if (!names.isEmpty()) {
            LoadingEvents.refreshed(context.session, instance, context.session.isRefreshing() ? null : names);
        }
    }

    private static void fill(
            Variant variant, RowReader row, LoadContext context, EntityState state, Object instance, int[] columns) {
        ColumnAttribute[] selected = variant.selected;
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
                state.hiddenValues()[column.hiddenSlot()] = row.getObject(variant.positions[i]);
            } else {
                state.markLoaded(column);
            }
        }
        if (state.layout().mutable().length > 0) {
            MutableValues.loaded(instance, state, state.layout().mutable());
        }
        if (variant.whole || !state.hasUnloadedColumns()) {
            state.refreshed();
        }
    }

    private static void related(
            Variant variant, RowReader row, EntityState state, Object instance, LoadContext context, boolean isNew) {
        for (RelationLoad relation : variant.relations) {
            relation.row(row, state, instance, context, isNew);
        }
    }

    @Override
    public String toString() {
        return mapper.name() + Arrays.toString(own.selected) + Objects.toString(discriminator < 0 ? "" : "+");
    }
}
