package org.aludel.orm.internal.mapping;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.orm.instrument.InstrumentedType.AttributeInfo;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.jspecify.annotations.Nullable;

/** Makes the mappers of declared classes, superclasses first, and gives them their columns and keys. */
final class MapperAssembly {

    private final MappingProblems problems;
    private final TableJoins joins;

    /** Columns of shared tables that belong to a subclass alone. */
    private final Set<Column<?>> claimed = new HashSet<>();

    MapperAssembly(MappingProblems problems, DeclaredAttributes attributes) {
        this.problems = problems;
        this.joins = new TableJoins(problems, attributes);
    }

    /** Makes the mappers of all classes that have a table and a key, in the order of the tables' dependencies. */
    List<ClassDeclaration> make(Collection<ClassDeclaration> declarations) {
        List<ClassDeclaration> complete = new ArrayList<>();
        for (ClassDeclaration declaration : declarations) {
            if (declaration.isPlaced() && hasKey(declaration)) {
                complete.add(declaration);
                if (declaration.sharesTable()) {
                    claimed.addAll(declaration.bound.values());
                    claimed.addAll(declaration.hiddenColumns.values());
                }
            }
        }
        List<ClassDeclaration> made = new ArrayList<>();
        for (ClassDeclaration declaration : TableOrder.sort(complete)) {
            ClassDeclaration parent = declaration.parent;
            if (parent == null || parent.mapper != null) {
                make(declaration, made.size());
                if (declaration.mapper != null) {
                    made.add(declaration);
                }
            }
        }
        return made;
    }

    private boolean hasKey(ClassDeclaration declaration) {
        if (declaration.inherited() != null
                || !declaration.mapping.options().primaryKey().isEmpty()) {
            return true;
        }
        Table table = declaration.table;
        boolean none = table != null
                ? table.primaryKey().isEmpty()
                : keyColumns(requireNonNull(declaration.selectable)).isEmpty();
        if (none && !declaration.broken) {
            problems.add(
                    "ALU-0440",
                    declaration.type,
                    (table == null ? "" : "table ") + declaration.tableName
                            + " has no primary key; mark a field with @Id, or name the columns with primaryKey(...)");
        }
        return !none;
    }

    private void make(ClassDeclaration declaration, int ordinal) {
        EntityMapper above = declaration.parent == null ? null : declaration.parent.mapper;
        Table table = declaration.table;
        FromItem from = table != null ? table : requireNonNull(declaration.selectable);
        Expr<Boolean> condition = null;
        if (declaration.kind == Inheritance.Kind.JOINED) {
            condition = joins.condition(declaration, requireNonNull(above), requireNonNull(table));
            if (condition == null) {
                return;
            }
            from = new Join(Join.Kind.INNER, above.selectable(), requireNonNull(table), condition);
        } else if (declaration.sharesTable()) {
            from = requireNonNull(above).selectable();
        }
        EntityMapper mapper = new EntityMapper(declaration, from, declaration.tables(), ordinal);
        declaration.mapper = mapper;
        columns(declaration, mapper, condition);
    }

    private void columns(ClassDeclaration declaration, EntityMapper mapper, @Nullable Expr<Boolean> condition) {
        EntityMapper above = mapper.inheritance().inherited();
        Map<Column<?>, String> fieldOf = fieldsOf(declaration);
        Map<Column<?>, Column<?>> repeated = repeated(declaration, above, condition);
        List<ColumnAttribute> all = new ArrayList<>();
        int hidden = 0;
        if (above != null) {
            all.addAll(List.of(above.columns()));
            hidden = above.hiddenCount();
        }
        for (Column<?> column : ownColumns(declaration, fieldOf)) {
            if (repeated.containsKey(column)) {
                continue;
            }
            String field = fieldOf.get(column);
            ColumnAttribute attribute = field == null
                    ? new ColumnAttribute(
                            mapper,
                            hiddenName(declaration, column),
                            -1,
                            column.type().javaType(),
                            column,
                            all.size(),
                            hidden++)
                    : attribute(declaration, mapper, column, field, all.size());
            all.add(attribute);
        }
        for (Map.Entry<String, org.aludel.orm.ColumnProperty<?>> entry : declaration.expressions.entrySet()) {
            ColumnAttribute attribute = expression(declaration, mapper, entry.getKey(), all.size(), hidden);
            hidden += attribute.isHidden() ? 1 : 0;
            attribute.expression(requireNonNull(entry.getValue().expression()));
            all.add(attribute);
            options(attribute, entry.getValue());
        }
        mapper.columns(all, above == null ? key(declaration, all, repeated) : List.of(above.primaryKey()));
        for (Map.Entry<Column<?>, Column<?>> entry : repeated.entrySet()) {
            mapper.alsoIn(entry.getKey(), mapper.forColumn(entry.getValue()));
        }
        for (Map.Entry<String, String> synonym : declaration.synonyms.entrySet()) {
            mapper.synonym(synonym.getKey(), synonym.getValue());
        }
        composites(declaration, mapper, above);
        mapper.generatedKey(above == null ? generatedKey(mapper) : above.generatedKey());
        ColumnAttribute inheritedVersion = above == null ? null : above.version();
        mapper.version(
                declaration.version != null && mapper.find(declaration.version) instanceof ColumnAttribute counter
                        ? counter
                        : inheritedVersion);
    }

    /** A column of a composite goes by the composite's name and the component's. */
    private static String hiddenName(ClassDeclaration declaration, Column<?> column) {
        for (Map.Entry<String, Column<?>> hidden : declaration.hiddenColumns.entrySet()) {
            if (hidden.getValue() == column && hidden.getKey().indexOf('.') > 0) {
                return hidden.getKey();
            }
        }
        return column.name();
    }

    private void composites(ClassDeclaration declaration, EntityMapper mapper, @Nullable EntityMapper above) {
        List<CompositeAttribute> all = new ArrayList<>();
        if (above != null) {
            all.addAll(List.of(above.composites()));
        }
        for (DeclaredComposite declared : declaration.composites.values()) {
            ColumnAttribute[] parts = new ColumnAttribute[declared.names.size()];
            boolean complete = true;
            for (int i = 0; i < parts.length; i++) {
                Column<?> column = declared.columns.isEmpty()
                        ? declaration.column(declared.names.get(i))
                        : declared.columns.get(i);
                ColumnAttribute part = column == null ? null : mapper.findColumn(column);
                if (part == null
                        || !ColumnTypes.fits(
                                declared.type.parts().get(i).getType(),
                                part.column().type())) {
                    complete = false;
                    problems.add(
                            "ALU-0627",
                            declaration.type,
                            declared.name(i),
                            part == null
                                    ? "the class has no column " + declared.names.get(i)
                                            + " for the component; name one of its table"
                                    : "the component can't hold the values of column "
                                            + part.column().name() + "; change the type of either");
                } else {
                    parts[i] = part;
                    if (!part.name().equals(declared.name(i))) {
                        mapper.synonym(declared.name(i), part.name());
                    }
                }
            }
            if (complete) {
                all.add(new CompositeAttribute(
                        mapper, declared.field.name(), declared.field.index(), declared.type, parts));
            }
        }
        mapper.composites(all);
    }

    private ColumnAttribute attribute(
            ClassDeclaration declaration, EntityMapper mapper, Column<?> column, String field, int position) {
        AttributeInfo info = requireNonNull(declaration.fields.get(field));
        if (!ColumnTypes.fits(info.type(), column.type())) {
            problems.add(
                    "ALU-0428",
                    declaration.type,
                    field,
                    "a field of type " + info.type().getSimpleName() + " can't hold the values of column "
                            + column.name() + ", which are "
                            + column.type().javaType().getSimpleName() + "; change the type of either");
        }
        ColumnAttribute attribute = new ColumnAttribute(mapper, field, info.index(), info.type(), column, position, -1);
        org.aludel.orm.ColumnProperty<?> property = declaration.columnOptions.get(field);
        if (property != null) {
            options(attribute, property);
        } else {
            annotated(attribute, declaration, field);
        }
        return attribute;
    }

    private static ColumnAttribute expression(
            ClassDeclaration declaration, EntityMapper mapper, String name, int position, int hidden) {
        AttributeInfo info = declaration.fields.get(name);
        Expr<?> expression =
                requireNonNull(requireNonNull(declaration.expressions.get(name)).expression());
        Column<?> typed = org.aludel.sql.Sql.column(name, expression.type());
        return info == null
                ? new ColumnAttribute(mapper, name, -1, expression.type().javaType(), typed, position, hidden)
                : new ColumnAttribute(mapper, name, info.index(), info.type(), typed, position, -1);
    }

    private static void annotated(ColumnAttribute attribute, ClassDeclaration declaration, String field) {
        for (ClassDeclaration.ColumnField described : declaration.columnFields) {
            org.aludel.orm.Col col = described.field().name().equals(field) ? described.col() : null;
            if (col != null && (col.deferred() || !col.group().isEmpty())) {
                attribute.deferred(col.group().isEmpty() ? null : col.group());
                attribute.raising(col.raiseLoad());
            }
        }
    }

    private static void options(ColumnAttribute attribute, org.aludel.orm.ColumnProperty<?> property) {
        if (property.isDeferred()) {
            attribute.deferred(property.group());
        }
        attribute.raising(property.isRaising());
        attribute.queried(property.isQueried());
    }

    private Map<Column<?>, String> fieldsOf(ClassDeclaration declaration) {
        Map<Column<?>, String> fieldOf = new IdentityHashMap<>();
        for (Map.Entry<String, Column<?>> bound : declaration.bound.entrySet()) {
            Column<?> column = bound.getValue();
            String other = fieldOf.putIfAbsent(column, bound.getKey());
            if (other != null) {
                problems.add(
                        "ALU-0427",
                        declaration.type,
                        bound.getKey(),
                        "column " + column.name() + " belongs to field " + other + " already; give each its own");
            }
        }
        return fieldOf;
    }

    /** The columns that become attributes of this class, in order. */
    private List<Column<?>> ownColumns(ClassDeclaration declaration, Map<Column<?>, String> fieldOf) {
        Table table = declaration.table;
        List<Column<?>> all = table != null
                ? table.columns()
                : requireNonNull(declaration.selectable).columns();
        List<Column<?>> own = new ArrayList<>();
        for (Column<?> column : all) {
            boolean mine = fieldOf.containsKey(column) || declaration.hiddenColumns.containsValue(column);
            if (mine || !declaration.sharesTable() && !claimed.contains(column)) {
                own.add(column);
            }
        }
        return own;
    }

    /** Columns that always have the value of another one, and that one: keys of joined tables. */
    private static Map<Column<?>, Column<?>> repeated(
            ClassDeclaration declaration, @Nullable EntityMapper above, @Nullable Expr<Boolean> condition) {
        Map<Column<?>, Column<?>> repeated = new LinkedHashMap<>();
        if (above != null && condition != null) {
            for (Column<?> column : requireNonNull(declaration.table).columns()) {
                Column<?> equal = TableJoins.inherited(above, column, condition);
                if (equal != null) {
                    repeated.put(column, equal);
                }
            }
        }
        for (org.aludel.orm.ColumnProperty<?> property : declaration.columnOptions.values()) {
            for (int i = 1; i < property.columns().size(); i++) {
                repeated.put(property.columns().get(i), property.columns().get(0));
            }
        }
        if (declaration.selectable != null) {
            ColumnEqualities equalities = ColumnEqualities.of(declaration.selectable);
            List<Column<?>> seen = new ArrayList<>();
            for (Column<?> column : declaration.selectable.columns()) {
                Column<?> equal = equalities.equal(column, seen);
                boolean apart = declaration.bound.containsValue(column);
                if (equal != null && !apart && !repeated.containsKey(column)) {
                    repeated.put(column, repeated.getOrDefault(equal, equal));
                }
                seen.add(column);
            }
        }
        return repeated;
    }

    private static List<ColumnAttribute> key(
            ClassDeclaration declaration, List<ColumnAttribute> all, Map<Column<?>, Column<?>> repeated) {
        List<Column<?>> columns = new ArrayList<>(declaration.mapping.options().primaryKey());
        if (columns.isEmpty()) {
            Table table = declaration.table;
            columns.addAll(table != null ? table.primaryKey() : keyColumns(requireNonNull(declaration.selectable)));
        }
        List<ColumnAttribute> key = new ArrayList<>();
        for (Column<?> column : columns) {
            Column<?> first = repeated.getOrDefault(column, column);
            for (ColumnAttribute attribute : all) {
                if (attribute.column() == first && !key.contains(attribute)) {
                    key.add(attribute);
                }
            }
        }
        return key;
    }

    private static List<Column<?>> keyColumns(FromItem from) {
        List<Column<?>> key = new ArrayList<>();
        for (Column<?> column : from.columns()) {
            if (column.isPrimaryKey()) {
                key.add(column);
            }
        }
        return key;
    }

    /** The single integer key that the database generates. */
    private static @Nullable ColumnAttribute generatedKey(EntityMapper mapper) {
        if (mapper.tables().length == 0) {
            return null;
        }
        Column<?> generated = mapper.tables()[0].generatedColumn();
        ColumnAttribute[] key = mapper.primaryKey();
        return generated != null && key.length == 1 && key[0].column() == generated ? key[0] : null;
    }
}
