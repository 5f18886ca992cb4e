package org.aludel.orm.internal.mapping;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.Col;
import org.aludel.orm.ColumnProperty;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.instrument.InstrumentedType;
import org.aludel.orm.instrument.InstrumentedType.AttributeInfo;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
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
    final ClassMapping<?> mapping;
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

    /** What is said of columns besides: that several hold one attribute, that one is deferred. */
    final Map<String, ColumnProperty<?>> columnOptions = new LinkedHashMap<>();

    /** Attributes that are SQL expressions. */
    final Map<String, ColumnProperty<?>> expressions = new LinkedHashMap<>();

    /** Attributes that are kept in several columns. */
    final Map<String, DeclaredComposite> composites = new LinkedHashMap<>();

    /** Other names of attributes. */
    final Map<String, String> synonyms = new LinkedHashMap<>();

    /** Columns of foreign keys that stand on a reference field, by the field's name. */
    final Map<String, Column<?>> hiddenColumns = new LinkedHashMap<>();

    /** The mapped superclass. */
    @Nullable
    ClassDeclaration parent;

    Inheritance.Kind kind = Inheritance.Kind.ROOT;

    /** What {@code @Mapped} says of inheritance; null for a class mapped without annotations. */
    @Nullable
    Mapped annotation;

    /** Columns that were made to tell subclasses apart and have no field. */
    @Nullable
    Column<?> discriminatorColumn;

    /** What the class is mapped to, if it is no table. */
    @Nullable
    FromItem selectable;

    @Nullable
    Table table;

    @Nullable
    String version;

    /** Whether the lack of a key follows from a mistake that is reported already. */
    boolean broken;

    @Nullable
    EntityMapper mapper;

    ClassDeclaration(
            ClassMapping<?> mapping, InstrumentedType instrumented, String tableName, @Nullable String schema) {
        this.mapping = mapping;
        this.type = mapping.type();
        this.instrumented = instrumented;
        this.tableName = tableName;
        this.schema = schema;
    }

    /** Whether a class's rows are in the table of its superclass. */
    boolean sharesTable() {
        return kind == Inheritance.Kind.SINGLE;
    }

    /** The declaration whose table a class shares: itself, unless it shares one. */
    ClassDeclaration tableOwner() {
        ClassDeclaration owner = this;
        while (owner.sharesTable() && owner.parent != null) {
            owner = owner.parent;
        }
        return owner;
    }

    /** The superclass whose attributes the class has; null for a concrete class, which declares them anew. */
    @Nullable
    ClassDeclaration inherited() {
        return kind == Inheritance.Kind.CONCRETE ? null : parent;
    }

    /** Whether a field belongs to this class, not to its mapped superclass. */
    boolean owns(AttributeInfo info) {
        ClassDeclaration above = inherited();
        return above == null || !info.declaringClass().isAssignableFrom(above.type);
    }

    /** Whether there is something that the class is mapped to. */
    boolean isPlaced() {
        return table != null || selectable != null;
    }

    /** A relation of the class or of its superclasses. */
    @Nullable
    RelationDeclaration relation(String name) {
        RelationDeclaration found = relations.get(name);
        ClassDeclaration above = inherited();
        return found != null || above == null ? found : above.relation(name);
    }

    /** The tables of the class and its superclasses, those of superclasses first. */
    List<Table> tables() {
        ClassDeclaration above = inherited();
        List<Table> tables = above == null ? new ArrayList<>() : above.tables();
        if (table != null && !tables.contains(table)) {
            tables.add(table);
        } else if (selectable != null) {
            tables(selectable, tables);
        }
        return tables;
    }

    private static void tables(FromItem item, List<Table> found) {
        if (item instanceof Join join) {
            tables(join.left(), found);
            tables(join.right(), found);
        } else if (item instanceof Table one && !found.contains(one)) {
            found.add(one);
        }
    }

    /** The column of an attribute or column name, of superclasses too, or null. */
    @Nullable
    Column<?> column(String name) {
        Column<?> column = bound.get(name);
        if (column == null) {
            column = hiddenColumns.get(name);
        }
        if (column == null && table != null) {
            column = columnOf(table, name);
        }
        if (column == null && selectable != null) {
            column = columnOf(selectable, name);
        }
        ClassDeclaration above = inherited();
        return column != null || above == null ? column : above.column(name);
    }

    /** The column of a table by name or key, or null. */
    static @Nullable Column<?> columnOf(FromItem table, String name) {
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
