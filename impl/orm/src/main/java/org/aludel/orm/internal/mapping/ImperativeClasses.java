package org.aludel.orm.internal.mapping;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.ColumnProperty;
import org.aludel.orm.CompositeMapping;
import org.aludel.orm.NamingStrategy;
import org.aludel.orm.PropertyMapping;
import org.aludel.orm.RelationshipMapping;
import org.aludel.orm.RelationshipOptions;
import org.aludel.orm.SynonymMapping;
import org.aludel.orm.instrument.InstrumentedType;
import org.aludel.orm.instrument.InstrumentedType.AttributeInfo;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.FromItem;
import org.jspecify.annotations.Nullable;

/** Reads {@link ClassMapping}s into declarations: those that stand alone, and those that complete annotations. */
final class ImperativeClasses {

    private final NamingStrategy naming;
    private final MappingProblems problems;
    private final RelationFields relationFields;

    ImperativeClasses(NamingStrategy naming, MappingProblems problems) {
        this.naming = naming;
        this.problems = problems;
        this.relationFields = new RelationFields(problems);
    }

    /**
     * Reads a mapping; null if the class can't be mapped at all, which is reported.
     *
     * @param parent the mapped superclass, which was read before; null if there is none
     */
    @Nullable
    ClassDeclaration read(ClassMapping<?> mapping, @Nullable ClassDeclaration parent) {
        InstrumentedType instrumented = AnnotatedClasses.instrumented(mapping.type(), problems);
        if (instrumented == null) {
            return null;
        }
        FromItem from = mapping.selectable();
        if (from == null && parent == null) {
            problems.add(
                    "ALU-0457",
                    mapping.type(),
                    "the class is mapped to nothing: it shares the table of its superclass, and none of its superclasses"
                            + " is mapped; map the superclass too, or give a table");
            return null;
        }
        String label = from != null ? from.label() : java.util.Objects.requireNonNull(parent).tableName;
        ClassDeclaration declaration =
                new ClassDeclaration(mapping, instrumented, label, parent == null ? null : parent.schema);
        declaration.parent = parent;
        declaration.kind = kind(mapping, parent);
        if (from instanceof Table table) {
            declaration.table = table;
        } else {
            declaration.selectable = from;
        }
        for (AttributeInfo info : instrumented.attributes()) {
            declaration.fields.put(info.name(), info);
        }
        complete(declaration);
        for (AttributeInfo info : instrumented.attributes()) {
            String name = info.name();
            if (declaration.owns(info)
                    && !declaration.relations.containsKey(name)
                    && !mapping.properties().containsKey(name)
                    && isWanted(mapping, name)) {
                declaration.plainFields.put(name, AnnotatedClasses.fieldOf(info));
            }
        }
        return declaration;
    }

    private static Inheritance.Kind kind(ClassMapping<?> mapping, @Nullable ClassDeclaration parent) {
        if (parent == null) {
            return Inheritance.Kind.ROOT;
        }
        if (mapping.options().isConcrete()) {
            return Inheritance.Kind.CONCRETE;
        }
        return mapping.selectable() == null ? Inheritance.Kind.SINGLE : Inheritance.Kind.JOINED;
    }

    private static boolean isWanted(ClassMapping<?> mapping, String field) {
        List<String> included = mapping.options().included();
        return !mapping.excluded().contains(field) && (included.isEmpty() || included.contains(field));
    }

    /** Adds what a mapping says of attributes and version to what annotations say. */
    void complete(ClassDeclaration declaration) {
        ClassMapping<?> mapping = declaration.mapping;
        for (Map.Entry<String, PropertyMapping> property : mapping.properties().entrySet()) {
            String name = property.getKey();
            declaration.plainFields.remove(name);
            declaration.relations.remove(name);
            declaration.composites.remove(name);
            property(declaration, name, property.getValue());
        }
        for (Iterator<String> names = declaration.plainFields.keySet().iterator(); names.hasNext(); ) {
            if (!isWanted(mapping, names.next())) {
                names.remove();
            }
        }
        String version = mapping.options().version();
        if (version != null) {
            declaration.version = version;
        }
    }

    private void property(ClassDeclaration declaration, String name, PropertyMapping property) {
        if (property instanceof RelationshipMapping<?> relationship) {
            relation(declaration, name, relationship.options());
        } else if (property instanceof ColumnProperty<?> columns) {
            if (columns.expression() != null) {
                declaration.expressions.put(name, columns);
            } else {
                bind(declaration, name, columns);
            }
        } else if (property instanceof CompositeMapping composite) {
            AttributeInfo info = field(declaration, name);
            DeclaredComposite declared =
                    info == null ? null : DeclaredComposite.of(declaration, info, composite, problems);
            if (declared != null) {
                declaration.composites.put(name, declared);
            }
        } else if (property instanceof SynonymMapping synonym) {
            if (declaration.fields.containsKey(name)) {
                problems.add(
                        "ALU-0778",
                        declaration.type,
                        name,
                        "a synonym is another name of " + synonym.attribute()
                                + " and has no value of its own, so the field of that name would stay empty; take the field"
                                + " away (accessors may have the name) or give the synonym another name");
            }
            declaration.synonyms.put(name, synonym.attribute());
        }
    }

    private void relation(ClassDeclaration declaration, String name, RelationshipOptions options) {
        AttributeInfo info = field(declaration, name);
        if (info == null) {
            return;
        }
        RelationDeclaration relation = relationFields.declare(
                declaration,
                info,
                AnnotatedClasses.fieldOf(info),
                options.target(),
                RelationDeclaration.Hints.of(options),
                RelationOptions.of(options));
        if (relation != null) {
            declaration.relations.put(name, relation);
        }
    }

    private void bind(ClassDeclaration declaration, String name, ColumnProperty<?> property) {
        AttributeInfo info = field(declaration, name);
        if (info == null) {
            return;
        }
        FromItem from = declaration.table != null ? declaration.table : declaration.selectable;
        for (Column<?> column : property.columns()) {
            if (from != null && !from.columns().contains(column)) {
                problems.add(
                        "ALU-0432",
                        declaration.type,
                        name,
                        "column " + column + " is not one of " + (from instanceof Table ? "table " : "") + from.label()
                                + "; give a column of the mapped table");
                return;
            }
        }
        declaration.bound.put(name, property.columns().get(0));
        declaration.columnOptions.put(name, property);
    }

    private @Nullable AttributeInfo field(ClassDeclaration declaration, String name) {
        AttributeInfo info = declaration.fields.get(name);
        if (info == null) {
            problems.add(
                    "ALU-0430",
                    declaration.type,
                    name,
                    "the class has no such field; its fields are " + declaration.fields.keySet());
        }
        return info;
    }

    // ---- columns by name, once tables are there ----

    /** Binds the columns of a class mapped without annotations to the fields of their names. */
    void bindColumns(ClassDeclaration declaration) {
        FromItem from = declaration.table != null ? declaration.table : declaration.selectable;
        if (from != null) {
            for (Column<?> column : from.columns()) {
                bindByName(declaration, column);
            }
        }
        String version = declaration.mapping.options().version();
        if (version != null && declaration.column(version) == null) {
            problems.add(
                    "ALU-0430", declaration.type, version, "the version counter is no mapped column; map the field");
            declaration.version = null;
        }
    }

    private void bindByName(ClassDeclaration declaration, Column<?> column) {
        if (isBound(declaration, column)) {
            return;
        }
        for (String name : declaration.plainFields.keySet()) {
            boolean named = name.equals(column.key())
                    || name.equals(column.name())
                    || naming.column(name).equals(column.name());
            if (named && !declaration.bound.containsKey(name)) {
                declaration.bound.put(name, column);
                return;
            }
        }
    }

    private static boolean isBound(ClassDeclaration declaration, Column<?> column) {
        if (declaration.bound.containsValue(column)
                || declaration.columnOptions.values().stream()
                        .anyMatch(property -> property.columns().contains(column))) {
            return true;
        }
        ClassDeclaration owner = declaration.sharesTable() ? declaration.parent : null;
        return owner != null && isBound(owner, column);
    }
}
