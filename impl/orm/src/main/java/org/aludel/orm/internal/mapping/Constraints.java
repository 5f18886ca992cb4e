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
        mappers.forEach(mapper -> byTable.put(mapper.table(), mapper));
    }

    void apply() {
        for (EntityMapper mapper : mappers) {
            mapper.constraints(edges(mapper), slots(mapper));
        }
    }

    private List<ForeignKeyEdge> edges(EntityMapper mapper) {
        List<ForeignKeyEdge> edges = new ArrayList<>();
        for (TableLink link : TableLink.of(mapper.table())) {
            EntityMapper target = byTable.get(link.to());
            if (target != null) {
                boolean nullable = link.columns().stream().allMatch(Column::isNullable);
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
        return edges;
    }

    private static ForeignKeyAction action(@Nullable ForeignKeyAction declared) {
        return declared == null ? ForeignKeyAction.NO_ACTION : declared;
    }

    private static List<ConstraintSlot> slots(EntityMapper mapper) {
        Table table = mapper.table();
        List<ConstraintSlot> slots = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof UniqueConstraint unique) {
                slots.add(new ConstraintSlot(named(mapper, unique.columns()), unique.deferrable()));
            }
        }
        for (Index index : table.indexes()) {
            // an index over an expression or a part of the rows can't be foreseen from the values of columns
            boolean plain = index.where() == null && index.columns().stream().allMatch(String.class::isInstance);
            if (index.unique() && plain) {
                List<String> keys =
                        index.columns().stream().map(String.class::cast).toList();
                slots.add(new ConstraintSlot(named(mapper, keys), false));
            }
        }
        return slots;
    }

    private static ColumnAttribute[] named(EntityMapper mapper, List<String> keys) {
        return keys.stream().map(key -> mapper.forColumn(mapper.table().c(key))).toArray(ColumnAttribute[]::new);
    }

    private static ColumnAttribute[] attributes(EntityMapper mapper, List<Column<?>> columns) {
        return columns.stream().map(mapper::forColumn).toArray(ColumnAttribute[]::new);
    }
}
