package org.aludel.orm.internal.mapping;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.References;
import org.aludel.orm.instrument.InstrumentedType;
import org.aludel.orm.instrument.InstrumentedType.AttributeInfo;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/** A mapped class as it was declared, before its mapper exists. */
final class ClassDeclaration {

    /** A field whose column is described by annotations. */
    record ColumnField(
            AttributeInfo field,
            String column,
            @Nullable Col col,
            @Nullable Id id,
            @Nullable References references) {}

    final Class<?> type;
    final InstrumentedType instrumented;
    final String tableName;
    final @Nullable String schema;

    /** Declared attributes by name, in run-time index order. */
    final Map<String, AttributeInfo> fields = new LinkedHashMap<>();

    final Map<String, RelationDeclaration> relations = new LinkedHashMap<>();

    /** Fields that are no declared relation: columns, or the unannotated side of a backref. */
    final Map<String, Field> plainFields = new LinkedHashMap<>();

    /** Of an annotated class: its columns in field order. */
    final List<ColumnField> columnFields = new ArrayList<>();

    /** Which field each column goes to. */
    final Map<String, Column<?>> bound = new LinkedHashMap<>();

    /** Columns of foreign keys that stand on a reference field, by the field's name. */
    final Map<String, Column<?>> hiddenColumns = new LinkedHashMap<>();

    @Nullable
    Table table;

    @Nullable
    String version;

    /** What was said of the class besides its annotations. */
    @Nullable
    ClassMapping<?> description;

    /** Whether the lack of a key follows from a mistake that is reported already. */
    boolean broken;

    @Nullable
    EntityMapper mapper;

    ClassDeclaration(Class<?> type, InstrumentedType instrumented, String tableName, @Nullable String schema) {
        this.type = type;
        this.instrumented = instrumented;
        this.tableName = tableName;
        this.schema = schema;
    }

    /** The column of an attribute or column name, or null. */
    @Nullable
    Column<?> column(String name) {
        Column<?> column = bound.get(name);
        if (column != null) {
            return column;
        }
        Column<?> hidden = hiddenColumns.get(name);
        return hidden != null || table == null ? hidden : columnOf(table, name);
    }

    /** The column of a table by name or key, or null. */
    static @Nullable Column<?> columnOf(Table table, String name) {
        for (Column<?> column : table.columns()) {
            if (column.name().equals(name) || column.key().equals(name)) {
                return column;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }
}
