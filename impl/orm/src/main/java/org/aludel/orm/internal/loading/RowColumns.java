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
        List<ColumnAttribute> known = Arrays.asList(columns);
        List<ColumnAttribute> found = new ArrayList<>();
        for (ColumnAttribute attribute : attributes) {
            if (known.contains(attribute)) {
                found.add(attribute);
            }
        }
        return found.toArray(new ColumnAttribute[0]);
    }

    /** Those of some columns that are not in the row. */
    ColumnAttribute[] missing(ColumnAttribute[] columns) {
        List<ColumnAttribute> missing = new ArrayList<>();
        for (ColumnAttribute column : columns) {
            if (!holds(column)) {
                missing.add(column);
            }
        }
        return missing.toArray(new ColumnAttribute[0]);
    }

    /** Where some attributes stand. */
    int[] positions(ColumnAttribute[] columns) {
        int[] places = new int[columns.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = position(columns[i]);
        }
        return places;
    }
}
