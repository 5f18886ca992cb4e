package org.aludel.orm.internal.mapping;

import org.aludel.orm.ClassMapping;
import org.aludel.orm.ColumnProperty;
import org.aludel.orm.NamingStrategy;
import org.aludel.orm.PropertyMapping;
import org.aludel.orm.RelationshipMapping;
import org.aludel.orm.RelationshipOptions;
import org.aludel.orm.instrument.InstrumentedType;
import org.aludel.orm.instrument.InstrumentedType.AttributeInfo;
import org.aludel.schema.Column;
import org.jspecify.annotations.Nullable;

/** Reads imperative mappings into declarations. */
final class ImperativeClasses {

    private final NamingStrategy naming;
    private final MappingProblems problems;
    private final RelationFields relationFields;

    ImperativeClasses(NamingStrategy naming, MappingProblems problems) {
        this.naming = naming;
        this.problems = problems;
        this.relationFields = new RelationFields(problems);
    }

    /** Reads a mapping; null if the class can't be mapped at all, which is reported. */
    @Nullable
    ClassDeclaration read(ClassMapping<?> mapping, Completions completions) {
        InstrumentedType instrumented = AnnotatedClasses.instrumented(mapping.type(), problems);
        if (instrumented == null) {
            return null;
        }
        ClassDeclaration declaration = new ClassDeclaration(
                mapping.type(), instrumented, mapping.table().name(), null);
        declaration.table = mapping.table();
        for (AttributeInfo info : instrumented.attributes()) {
            declaration.fields.put(info.name(), info);
        }
        completions.apply(mapping, instrumented, problems);
        declaration.description = mapping;
        mapping.properties().forEach((name, property) -> property(declaration, name, property));
        for (Column<?> column : mapping.table().columns()) {
            bindByName(declaration, mapping, column);
        }
        for (AttributeInfo info : instrumented.attributes()) {
            if (!declaration.relations.containsKey(info.name()) && !declaration.bound.containsKey(info.name())) {
                declaration.plainFields.put(info.name(), AnnotatedClasses.fieldOf(info));
            }
        }
        String version = mapping.options().version();
        if (version != null && !declaration.bound.containsKey(version)) {
            problems.add("ALU-0430", mapping.type(), version, "the version counter is no mapped column; map the field");
        } else {
            declaration.version = version;
        }
        return declaration;
    }

    /** Adds to a class read from annotations what else is said of it. */
    void complete(ClassDeclaration declaration, ClassMapping<?> mapping) {
        mapping.properties().forEach((name, property) -> {
            declaration.plainFields.remove(name);
            property(declaration, name, property);
        });
        mapping.excluded().forEach(declaration.plainFields::remove);
        if (mapping.options().version() != null) {
            declaration.version = mapping.options().version();
        }
    }

    private void property(ClassDeclaration declaration, String name, PropertyMapping property) {
        if (property instanceof RelationshipMapping<?> relationship) {
            relation(declaration, name, relationship.options());
        } else if (property instanceof ColumnProperty<?> column && !column.columns().isEmpty()) {
            bind(declaration, name, column.columns().get(0));
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

    private void bind(ClassDeclaration declaration, String name, Column<?> column) {
        AttributeInfo info = field(declaration, name);
        if (info == null) {
            return;
        }
        if (declaration.table != null && !declaration.table.columns().contains(column)) {
            problems.add(
                    "ALU-0432",
                    declaration.type,
                    name,
                    "column " + column + " is not one of table " + declaration.tableName
                            + "; give a column of the mapped table");
            return;
        }
        declaration.bound.put(name, column);
    }

    private void bindByName(ClassDeclaration declaration, ClassMapping<?> mapping, Column<?> column) {
        if (declaration.bound.containsValue(column)) {
            return;
        }
        for (AttributeInfo info : declaration.instrumented.attributes()) {
            String name = info.name();
            boolean named = name.equals(column.key())
                    || name.equals(column.name())
                    || naming.column(name).equals(column.name());
            boolean free = !declaration.bound.containsKey(name)
                    && !declaration.relations.containsKey(name)
                    && !mapping.excluded().contains(name);
            if (named && free) {
                declaration.bound.put(name, column);
                return;
            }
        }
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
}
