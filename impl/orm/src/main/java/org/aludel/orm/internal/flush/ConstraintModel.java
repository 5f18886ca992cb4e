package org.aludel.orm.internal.flush;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.ColumnPair;
import org.aludel.orm.internal.mapping.Direction;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.schema.Column;
import org.aludel.schema.ColumnDefault;
import org.aludel.schema.Constraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.ForeignKeyAction;
import org.aludel.schema.Index;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/** The constraint model of all tables that a registry's mappers write. Built once, immutable apart from caches. */
final class ConstraintModel {

    private final Map<Table, TableModel> tables = new IdentityHashMap<>();
    private final Map<Table, Map<Column<?>, Integer>> numbers = new IdentityHashMap<>();
    private final EntityRows[] entities;
    private int slots;
    private int foreignKeys;

    ConstraintModel(MapperRegistry registry) {
        for (EntityMapper mapper : registry.all()) {
            for (Table table : mapper.tables()) {
                if (!tables.containsKey(table)) {
                    add(table, generatedKey(mapper, table));
                }
            }
        }
        for (EntityMapper mapper : registry.all()) {
            for (RelationAttribute relation : mapper.relations()) {
                Table secondary = relation.secondary();
                if (secondary != null && !tables.containsKey(secondary)) {
                    add(secondary, null);
                }
            }
        }
        Set<ForeignKeyColumns> apart = postUpdated(registry);
        tables.forEach((table, model) -> connect(table, model, apart));
        registry.all().forEach(this::connectTables);
        registry.all().forEach(this::connectByRelations);
        registry.all().forEach(this::markUnchecked);
        entities = new EntityRows[registry.all().size()];
        for (EntityMapper mapper : registry.all()) {
            entities[mapper.ordinal()] = new EntityRows(mapper, this);
        }
        for (EntityRows entity : entities) {
            entity.connect(this);
        }
        for (EntityRows entity : entities) {
            entity.collectReferrers(entities);
        }
    }

    /** The key column that gets its values in the database: by identity, sequence or default. */
    private static @Nullable Column<?> generatedKey(EntityMapper mapper, Table table) {
        ColumnAttribute generated = mapper.generatedKey();
        if (generated != null && generated.column().table() == table) {
            return generated.column();
        }
        if (table.primaryKey().size() != 1) {
            return null;
        }
        Column<?> only = table.primaryKey().get(0);
        ColumnAttribute attribute = mapper.findColumn(only);
        if (attribute == null || attribute.column() != only) {
            return null; // an earlier table of the object has the value
        }
        boolean made = only.serverDefault() != null
                || only.onInsert() instanceof ColumnDefault.Expression
                || only.identityOptions() != null
                || only == table.generatedColumn();
        return made ? only : null;
    }

    /** The tables of one object are written in their order, whether foreign keys connect them or not. */
    private void connectTables(EntityMapper mapper) {
        for (Table table : mapper.tables()) {
            List<Column<?>> child = new ArrayList<>();
            List<Column<?>> parent = new ArrayList<>();
            for (Column<?> column : table.columns()) {
                ColumnAttribute attribute = mapper.findColumn(column);
                if (attribute != null && attribute.isPrimaryKey() && attribute.column() != column) {
                    child.add(column);
                    parent.add(attribute.column());
                }
            }
            if (!child.isEmpty()) {
                connect(child, parent);
            }
        }
    }

    /** Rows that a relation connects without a foreign key are written in the same order as if there were one. */
    private void connectByRelations(EntityMapper mapper) {
        for (RelationAttribute relation : mapper.relations()) {
            if (relation.viewOnly() || relation.secondary() != null || relation.pairs().length == 0) {
                continue;
            }
            boolean owns = relation.direction() == Direction.MANY_TO_ONE;
            List<Column<?>> child = new ArrayList<>();
            List<Column<?>> parent = new ArrayList<>();
            for (ColumnPair pair : relation.pairs()) {
                Column<?> local = pair.local().column();
                Column<?> far = pair.remote() == null
                        ? pair.remoteColumn()
                        : pair.remote().column();
                child.add(owns ? local : far);
                parent.add(owns ? far : local);
            }
            connect(child, parent);
        }
    }

    private void connect(List<Column<?>> child, List<Column<?>> parent) {
        TableModel model = table(Objects.requireNonNull(child.get(0).table()));
        TableModel referred = table(Objects.requireNonNull(parent.get(0).table()));
        int[] columns = numbers(child);
        for (ForeignKeyModel key : model.foreignKeys) {
            if (Columns.minus(columns, key.columns).length == 0) {
                return;
            }
        }
        UniqueSlot target = target(referred, numbers(parent), columns);
        ForeignKeyModel key =
                new ForeignKeyModel(foreignKeys++, model, null, columns, target, Deferral.INITIAL, false, false);
        model.foreignKeys = Arrays.copyOf(model.foreignKeys, model.foreignKeys.length + 1);
        model.foreignKeys[model.foreignKeys.length - 1] = key;
    }

    EntityRows entity(EntityMapper mapper) {
        return entities[mapper.ordinal()];
    }

    TableModel table(Table table) {
        return Objects.requireNonNull(tables.get(table), table.name());
    }

    /** Number of a column in its table. */
    int number(Column<?> column) {
        Table table = Objects.requireNonNull(column.table());
        return Objects.requireNonNull(Objects.requireNonNull(numbers.get(table)).get(column));
    }

    private void add(Table table, @Nullable Column<?> generated) {
        List<Column<?>> columns = table.columns();
        Map<Column<?>, Integer> byColumn = new IdentityHashMap<>();
        String[] names = new String[columns.size()];
        boolean[] nullable = new boolean[columns.size()];
        for (int i = 0; i < names.length; i++) {
            Column<?> column = columns.get(i);
            byColumn.put(column, i);
            names[i] = column.name();
            nullable[i] = column.isNullable();
        }
        numbers.put(table, byColumn);
        int generatedNumber = generated == null ? -1 : byColumn.getOrDefault(generated, -1);
        TableModel model = new TableModel(table.name(), names, nullable, numbers(table.primaryKey()), generatedNumber);
        model.source = columns.toArray(new Column<?>[0]);
        model.filledOnInsert = new boolean[names.length];
        model.changedOnUpdate = IntStream.range(0, names.length)
                .filter(i -> columns.get(i).onUpdate() != null)
                .toArray();
        for (int i = 0; i < names.length; i++) {
            Column<?> column = columns.get(i);
            model.filledOnInsert[i] = column.onInsert() != null || column.serverDefault() != null;
        }
        model.slots = slots(table, model).toArray(new UniqueSlot[0]);
        tables.put(table, model);
    }

    private int[] numbers(List<? extends Column<?>> columns) {
        return columns.stream().mapToInt(this::number).toArray();
    }

    private List<UniqueSlot> slots(Table table, TableModel model) {
        List<UniqueSlot> found = new ArrayList<>();
        if (model.primaryKey.length > 0) {
            String name = table.primaryKeyConstraint().name();
            found.add(slot(model, name, model.primaryKey, Deferral.NEVER, true));
        }
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof UniqueConstraint unique) {
                Deferral deferral = deferral(unique.deferrable(), unique.initiallyDeferred());
                found.add(slot(model, unique.name(), keyed(table, unique.columns()), deferral, true));
            }
        }
        for (Index index : table.indexes()) {
            // an index over an expression or a part of the rows can't be foreseen from the values of columns
            if (index.unique()
                    && index.where() == null
                    && index.columns().stream().allMatch(String.class::isInstance)) {
                List<String> keys =
                        index.columns().stream().map(String.class::cast).toList();
                found.add(slot(model, index.name(), keyed(table, keys), Deferral.NEVER, true));
            }
        }
        return found;
    }

    private int[] keyed(Table table, List<String> keys) {
        return keys.stream().mapToInt(key -> number(table.c(key))).toArray();
    }

    private UniqueSlot slot(
            TableModel model, @Nullable String name, int[] columns, Deferral deferral, boolean enforced) {
        return new UniqueSlot(slots++, model, name, columns, deferral, enforced);
    }

    private static Deferral deferral(boolean deferrable, boolean initially) {
        return initially ? Deferral.INITIAL : deferrable ? Deferral.POSSIBLE : Deferral.NEVER;
    }

    private void connect(Table table, TableModel model, Set<ForeignKeyColumns> apart) {
        List<ForeignKeyModel> keys = new ArrayList<>();
        for (ForeignKey key : table.foreignKeys()) {
            if (tables.keySet().stream().noneMatch(key::leadsTo)) {
                continue; // rows of tables that no class maps are never written
            }
            int[] columns = numbers(key.columns());
            UniqueSlot target = target(key, columns);
            keys.add(new ForeignKeyModel(
                    foreignKeys++,
                    model,
                    key.name(),
                    columns,
                    target,
                    deferral(key.isDeferrable(), key.isInitiallyDeferred()),
                    key.onUpdate() == ForeignKeyAction.CASCADE,
                    apart.contains(new ForeignKeyColumns(table, Set.copyOf(key.columns())))));
        }
        model.foreignKeys = keys.toArray(new ForeignKeyModel[0]);
    }

    /** The slot that a key refers to; the key's columns are put in the slot's order. */
    private UniqueSlot target(ForeignKey key, int[] columns) {
        return target(table(key.referredTable()), numbers(key.referredColumns()), columns);
    }

    private UniqueSlot target(TableModel referred, int[] wanted, int[] columns) {
        int[] given = columns.clone();
        for (UniqueSlot slot : referred.slots) {
            if (slot.columns.length == wanted.length && Columns.minus(wanted, slot.columns).length == 0) {
                for (int i = 0; i < wanted.length; i++) {
                    int place = i;
                    while (slot.columns[place] != wanted[i]) {
                        place = (place + 1) % wanted.length;
                    }
                    columns[place] = given[i];
                }
                return slot;
            }
        }
        UniqueSlot slot = slot(referred, null, wanted, Deferral.NEVER, false);
        referred.slots = Arrays.copyOf(referred.slots, referred.slots.length + 1);
        referred.slots[referred.slots.length - 1] = slot;
        return slot;
    }

    /** Relations that pass changes of keys on by themselves do so because the database does not. */
    private void markUnchecked(EntityMapper mapper) {
        for (RelationAttribute relation : mapper.relations()) {
            if (relation.passiveUpdates() || relation.viewOnly()) {
                continue;
            }
            for (ColumnPair pair : relation.pairs()) {
                Column<?> referring = relation.direction() == Direction.MANY_TO_ONE
                        ? pair.local().column()
                        : pair.remoteColumn();
                Table table = referring.table();
                TableModel model = table == null ? null : tables.get(table);
                if (model != null) {
                    for (ForeignKeyModel key : model.foreignKeys) {
                        key.unchecked |= Columns.contains(key.columns, number(referring));
                    }
                }
            }
        }
    }

    private record ForeignKeyColumns(Table table, Set<Column<?>> columns) {}

    private static Set<ForeignKeyColumns> postUpdated(MapperRegistry registry) {
        Set<ForeignKeyColumns> apart = new HashSet<>();
        for (EntityMapper mapper : registry.all()) {
            for (RelationAttribute relation : mapper.relations()) {
                if (relation.postUpdate() && relation.secondary() == null) {
                    Set<Column<?>> columns = new HashSet<>();
                    for (ColumnPair pair : relation.pairs()) {
                        boolean owns = relation.direction() == Direction.MANY_TO_ONE;
                        columns.add(owns ? pair.local().column() : pair.remoteColumn());
                    }
                    for (Column<?> column : columns) {
                        Table table = column.table();
                        if (table != null) {
                            apart.add(new ForeignKeyColumns(table, columns));
                        }
                    }
                }
            }
        }
        return apart;
    }
}
