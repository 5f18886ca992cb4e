package org.aludel.orm.internal.mapping;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.Col;
import org.aludel.orm.Composite;
import org.aludel.orm.CompositeMapping;
import org.aludel.orm.Id;
import org.aludel.orm.NamingStrategy;
import org.aludel.orm.instrument.CompositeType;
import org.aludel.orm.instrument.InstrumentedType.AttributeInfo;
import org.aludel.schema.Column;
import org.aludel.sql.Sql;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/** A composite field as it was declared. */
final class DeclaredComposite {

    final AttributeInfo field;
    final CompositeType type;

    /** Names of the columns, one for each component. */
    final List<String> names;

    /** The columns, if they were given. */
    final List<Column<?>> columns;

    final boolean key;

    private DeclaredComposite(
            AttributeInfo field, CompositeType type, List<String> names, List<Column<?>> columns, boolean key) {
        this.field = field;
        this.type = type;
        this.names = names;
        this.columns = columns;
        this.key = key;
    }

    /** Reads an annotated field; null if it can't be a composite, which is reported. */
    static @Nullable DeclaredComposite read(
            ClassDeclaration declaration,
            AttributeInfo info,
            Field field,
            NamingStrategy naming,
            MappingProblems problems) {
        Composite composite = field.getAnnotation(Composite.class);
        CompositeType type = typeOf(declaration, info, problems);
        if (type == null) {
            return null;
        }
        List<String> names = new ArrayList<>(List.of(composite.columns()));
        if (names.isEmpty()) {
            for (Field part : type.parts()) {
                Col col = part.getAnnotation(Col.class);
                String own = col != null && !col.name().isEmpty() ? col.name() : naming.column(part.getName());
                names.add(composite.prefix() + own);
            }
        }
        return fits(declaration, info, type, names.size(), problems)
                ? new DeclaredComposite(info, type, names, List.of(), field.isAnnotationPresent(Id.class))
                : null;
    }

    /** Reads what a mapping says of a field; null if it can't be a composite, which is reported. */
    static @Nullable DeclaredComposite of(
            ClassDeclaration declaration, AttributeInfo info, CompositeMapping mapping, MappingProblems problems) {
        CompositeType type = typeOf(declaration, info, problems);
        List<Column<?>> columns = mapping.columns();
        if (type == null || !fits(declaration, info, type, columns.size(), problems)) {
            return null;
        }
        return new DeclaredComposite(
                info, type, columns.stream().<String>map(Column::name).toList(), columns, false);
    }

    private static @Nullable CompositeType typeOf(
            ClassDeclaration declaration, AttributeInfo info, MappingProblems problems) {
        CompositeType type = CompositeType.of(info.type(), declaration.instrumented.lookup());
        if (type == null) {
            declaration.broken = true;
            problems.add(
                    "ALU-0626",
                    declaration.type,
                    info.name(),
                    "the class " + info.type().getSimpleName()
                            + " can't be a composite: it is neither a record nor a class with a constructor that takes all"
                            + " its fields in order; make it one of them");
        }
        return type;
    }

    private static boolean fits(
            ClassDeclaration declaration,
            AttributeInfo info,
            CompositeType type,
            int columns,
            MappingProblems problems) {
        if (columns == type.parts().size()) {
            return true;
        }
        declaration.broken = true;
        problems.add(
                "ALU-0627",
                declaration.type,
                info.name(),
                "the composite has " + columns + " columns, and " + info.type().getSimpleName() + " has "
                        + type.parts().size() + " components; give one column for each");
        return false;
    }

    /** What a column without a field of its own is known by. */
    String name(int part) {
        return field.name() + "." + type.parts().get(part).getName();
    }

    /** The type of a component's column; null if there is none for its class. */
    @Nullable
    Type<?> columnType(int part) {
        Field component = type.parts().get(part);
        return ColumnTypes.of(component.getType(), component.getAnnotation(Col.class));
    }

    /** The column of a table that is being made; null if no type fits, which is reported. */
    @Nullable
    Column<?> column(ClassDeclaration declaration, int part, MappingProblems problems) {
        Field component = type.parts().get(part);
        Col col = component.getAnnotation(Col.class);
        Type<?> columnType = columnType(part);
        if (columnType == null) {
            declaration.broken = true;
            problems.add(
                    "ALU-0428",
                    declaration.type,
                    name(part),
                    "no column type for Java type " + component.getType().getSimpleName()
                            + "; use a supported type in the composite");
            return null;
        }
        Column<?> column = Sql.column(names.get(part), columnType);
        if (key) {
            column = column.primaryKey();
        } else if (col != null && !col.nullable()) {
            column = column.notNull();
        }
        if (col != null && col.unique()) {
            column = column.unique();
        }
        return col != null && col.index() ? column.indexed() : column;
    }
}
