package org.aludel.orm.internal.loading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.orm.internal.mapping.ColumnAttribute;

/** Where the attributes of an entity stand in a row, while a statement is planned. */
final class RowColumns {

    private final List<ColumnAttribute> attributes = new ArrayList<>();
    private final Map<ColumnAttribute, Integer> positions = new IdentityHashMap<>();

    void add(ColumnAttribute attribute, int position) {
        attributes.add(attribute);
        positions.put(attribute, position);
    }

    boolean holds(ColumnAttribute attribute) {
        return positions.containsKey(attribute);
    }

    /** Where an attribute stands; -1 if it is not in the row. */
    int position(ColumnAttribute attribute) {
        return positions.getOrDefault(attribute, -1);
    }

    /** The attributes in the row that a class has. */
    ColumnAttribute[] of(ColumnAttribute[] columns) {
        return attributes.stream()
                .filter(attribute -> Arrays.asList(columns).contains(attribute))
                .toArray(ColumnAttribute[]::new);
    }
}
