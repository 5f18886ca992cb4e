package org.aludel.orm.internal.mapping;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ForeignKeyAction;
import org.aludel.schema.Index;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/** Gives mappers the constraints between their rows, as the flush has to respect them. */
final class Constraints {

    private final List<EntityMapper> mappers;
    private final Map<Table, EntityMapper> byTable = new IdentityHashMap<>();

    Constraints(List<EntityMapper> mappers) {
        this.mappers = mappers;
        for (EntityMapper mapper : mappers) {
            for (Table table : mapper.tables()) {
                byTable.putIfAbsent(table, mapper);
            }
        }
    }

    void apply() {
        for (EntityMapper mapper : mappers) {
            List<ForeignKeyEdge> edges = new ArrayList<>();
            List<ConstraintSlot> slots = new ArrayList<>();
            for (Table table : mapper.tables()) {
                edges(mapper, table, edges);
                slots(mapper, table, slots);
            }
            mapper.constraints(edges, slots);
        }
    }

    private void edges(EntityMapper mapper, Table table, List<ForeignKeyEdge> edges) {
        for (TableLink link : TableLink.of(table)) {
            EntityMapper target = byTable.get(link.to());
            if (target != null && isMapped(mapper, link.columns()) && isMapped(target, link.referred())) {
                boolean nullable = areNullable(link.columns());
                edges.add(new ForeignKeyEdge(
                        mapper,
                        attributes(mapper, link.columns()),
                        target,
                        attributes(target, link.referred()),
                        nullable,
                        link.key().isDeferrable(),
                        action(link.key().onDelete())));
            }
        }
    }

    private static boolean areNullable(List<Column<?>> columns) {
        for (Column<?> column : columns) {
            if (!column.isNullable()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMapped(EntityMapper mapper, List<Column<?>> columns) {
        for (Column<?> column : columns) {
            if (mapper.findColumn(column) == null) {
                return false;
            }
        }
        return true;
    }

    private static ForeignKeyAction action(@Nullable ForeignKeyAction declared) {
        return declared == null ? ForeignKeyAction.NO_ACTION : declared;
    }

    private static void slots(EntityMapper mapper, Table table, List<ConstraintSlot> slots) {
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof UniqueConstraint unique) {
                add(mapper, table, unique.columns(), unique.deferrable(), slots);
            }
        }
        for (Index index : table.indexes()) {
            // an index over an expression or a part of the rows can't be foreseen from the values of columns
            boolean plain = index.where() == null && index.columns().stream().allMatch(String.class::isInstance);
            if (index.unique() && plain) {
                List<String> keys =
                        index.columns().stream().map(String.class::cast).toList();
                add(mapper, table, keys, false, slots);
            }
        }
    }

    private static void add(
            EntityMapper mapper, Table table, List<String> keys, boolean deferrable, List<ConstraintSlot> slots) {
        List<Column<?>> columns = new ArrayList<>();
        keys.forEach(key -> columns.add(table.c(key)));
        if (isMapped(mapper, columns)) {
            slots.add(new ConstraintSlot(attributes(mapper, columns), deferrable));
        }
    }

    private static ColumnAttribute[] attributes(EntityMapper mapper, List<Column<?>> columns) {
        ColumnAttribute[] attributes = new ColumnAttribute[columns.size()];
        for (int i = 0; i < attributes.length; i++) {
            attributes[i] = mapper.forColumn(columns.get(i));
        }
        return attributes;
    }
}
