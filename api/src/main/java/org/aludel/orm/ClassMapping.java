package org.aludel.orm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * The imperative mapping of one class; see {@link Mappings}.
 *
 * @param <E> the class
 * @since 0.1
 */
public final class ClassMapping<E> {

    private final Class<E> type;
    private final Table table;
    private final Map<String, Column<?>> columns = new LinkedHashMap<>();
    private final Map<String, RelationshipMapping<?>> relationships = new LinkedHashMap<>();
    private final Set<String> excluded = new LinkedHashSet<>();
    private @Nullable String version;

    ClassMapping(Class<E> type, Table table) {
        this.type = Objects.requireNonNull(type, "type");
        this.table = Objects.requireNonNull(table, "table");
    }

    /** Maps a field to a column. */
    public ClassMapping<E> property(String field, Column<?> column) {
        columns.put(field, column);
        return this;
    }

    /** Maps a field to a relation. */
    public ClassMapping<E> property(String field, RelationshipMapping<?> relationship) {
        relationships.put(field, relationship);
        return this;
    }

    /** Leaves fields alone although columns have their names. */
    public ClassMapping<E> exclude(String... fields) {
        excluded.addAll(List.of(fields));
        return this;
    }

    /** Makes an integer field the version counter. */
    public ClassMapping<E> version(String field) {
        version = field;
        return this;
    }

    public Class<E> type() {
        return type;
    }

    public Table table() {
        return table;
    }

    /** Columns that were given, by field. */
    public Map<String, Column<?>> columns() {
        return Collections.unmodifiableMap(columns);
    }

    /** Relations, by field. */
    public Map<String, RelationshipMapping<?>> relationships() {
        return Collections.unmodifiableMap(relationships);
    }

    /** Fields that are not mapped. */
    public Set<String> excluded() {
        return Collections.unmodifiableSet(excluded);
    }

    /** The version counter's field. */
    public @Nullable String version() {
        return version;
    }
}
