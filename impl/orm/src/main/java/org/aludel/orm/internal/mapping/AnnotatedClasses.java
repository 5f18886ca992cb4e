package org.aludel.orm.internal.mapping;

import java.lang.reflect.Field;
import java.util.Map;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.Col;
import org.aludel.orm.Composite;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.MappedSuperclass;
import org.aludel.orm.NamingStrategy;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.RelationshipOptions;
import org.aludel.orm.Version;
import org.aludel.orm.instrument.InstrumentedType;
import org.aludel.orm.instrument.InstrumentedType.AttributeInfo;
import org.jspecify.annotations.Nullable;

/** Reads annotated classes into declarations. */
final class AnnotatedClasses {

    private final NamingStrategy naming;
    private final MappingProblems problems;
    private final RelationFields relationFields;

    AnnotatedClasses(NamingStrategy naming, MappingProblems problems) {
        this.naming = naming;
        this.problems = problems;
        this.relationFields = new RelationFields(problems);
    }

    /**
     * Reads a class; null if it can't be mapped at all, which is reported.
     *
     * @param parent the mapped superclass, which was read before; null if there is none
     */
    @Nullable
    ClassDeclaration read(Class<?> type, @Nullable ClassDeclaration parent) {
        Mapped mapped = type.getDeclaredAnnotation(Mapped.class);
        if (mapped == null) {
            problems.add(
                    "ALU-0437",
                    type,
                    "the class carries no @Mapped; annotate it, or map it by a Mappings object given to with(...)");
            return null;
        }
        InstrumentedType instrumented = instrumented(type, problems);
        if (instrumented == null || !isInstrumentedAbove(type)) {
            return null;
        }
        Inheritance.Kind kind = kind(mapped, parent);
        String table = mapped.table().isEmpty() ? naming.table(type) : mapped.table();
        String schema = mapped.schema().isEmpty() ? null : mapped.schema();
        if (kind == Inheritance.Kind.SINGLE && parent != null) {
            table = parent.tableName;
            schema = parent.schema;
        }
        ClassDeclaration declaration = new ClassDeclaration(ClassMapping.of(type), instrumented, table, schema);
        declaration.parent = parent;
        declaration.kind = kind;
        declaration.annotation = mapped;
        for (AttributeInfo info : instrumented.attributes()) {
            if (declaration.fields.putIfAbsent(info.name(), info) != null) {
                problems.add(
                        "ALU-0427",
                        type,
                        info.name(),
                        "a superclass has a field of the same name; rename one of them or mark one @Unmapped");
            } else if (declaration.owns(info)) {
                readField(declaration, info);
            }
        }
        return declaration;
    }

    private static Inheritance.Kind kind(Mapped mapped, @Nullable ClassDeclaration parent) {
        if (parent == null) {
            return Inheritance.Kind.ROOT;
        }
        if (mapped.concrete()) {
            return Inheritance.Kind.CONCRETE;
        }
        return mapped.table().isEmpty() ? Inheritance.Kind.SINGLE : Inheritance.Kind.JOINED;
    }

    /** The description of an enhanced class; null if it is none, which is reported. */
    static @Nullable InstrumentedType instrumented(Class<?> type, MappingProblems problems) {
        if (type.isInterface() || type.isEnum() || type.isRecord() || type.isPrimitive() || type.isArray()) {
            problems.add(
                    "ALU-0442",
                    type,
                    "an interface, record, enum or array can't be mapped; map an ordinary class whose fields can change");
            return null;
        }
        InstrumentedType instrumented = InstrumentedType.find(type);
        if (instrumented == null) {
            problems.notInstrumented(type);
        }
        return instrumented;
    }

    /** Fields of a mapped superclass that was not enhanced would be missing in silence. */
    private boolean isInstrumentedAbove(Class<?> type) {
        for (Class<?> c = type.getSuperclass(); c != null; c = c.getSuperclass()) {
            boolean mapped = c.getDeclaredAnnotation(MappedSuperclass.class) != null;
            if (mapped && InstrumentedType.find(c) == null) {
                problems.notInstrumented(c);
                return false;
            }
        }
        return true;
    }

    private void readField(ClassDeclaration declaration, AttributeInfo info) {
        Field field = fieldOf(info);
        Relationship relationship = field.getAnnotation(Relationship.class);
        if (field.isAnnotationPresent(Composite.class)) {
            DeclaredComposite composite = DeclaredComposite.read(declaration, info, field, naming, problems);
            if (composite != null) {
                declaration.composites.put(info.name(), composite);
            }
            return;
        }
        if (relationship == null) {
            declaration.plainFields.put(info.name(), field);
            return;
        }
        Class<?> target = relationship.target() == void.class ? null : relationship.target();
        RelationshipOptions options = RelationshipOptions.of(relationship, target == null ? field.getType() : target);
        RelationshipOptions.Contradiction contradiction = options.contradiction();
        if (contradiction != null) {
            problems.add(
                    contradiction.code(),
                    declaration.type,
                    info.name(),
                    contradiction.what() + "; " + contradiction.remedy());
        }
        RelationDeclaration relation = relationFields.declare(
                declaration, info, field, target, RelationDeclaration.Hints.of(options), RelationOptions.of(options));
        if (relation != null) {
            hideColumn(relation, field);
            declaration.relations.put(info.name(), relation);
        }
    }

    private void hideColumn(RelationDeclaration relation, Field field) {
        References references = field.getAnnotation(References.class);
        if (references == null) {
            return;
        }
        if (relation.isCollection()) {
            problems.add(
                    "ALU-0434",
                    relation.owner.type,
                    relation.name(),
                    "a collection has no column for @References; put it on the other side");
            return;
        }
        Col col = field.getAnnotation(Col.class);
        String referred = references.value();
        String column = referred.substring(referred.lastIndexOf('.') + 1);
        relation.references = references;
        relation.hiddenColumn =
                col != null && !col.name().isEmpty() ? col.name() : naming.column(relation.name()) + "_" + column;
        relation.hiddenKey = field.isAnnotationPresent(Id.class);
        relation.hiddenNullable = (col == null || col.nullable()) && !relation.hiddenKey;
    }

    /** Reads as columns all fields that turned out to be no relations. */
    void readColumns(ClassDeclaration declaration) {
        for (Map.Entry<String, Field> plain : declaration.plainFields.entrySet()) {
            AttributeInfo info = declaration.fields.get(plain.getKey());
            if (info == null) {
                continue;
            }
            Field field = plain.getValue();
            if (isColumn(declaration, field)) {
                Col col = field.getAnnotation(Col.class);
                String column = col != null && !col.name().isEmpty() ? col.name() : naming.column(plain.getKey());
                declaration.columnFields.add(new ClassDeclaration.ColumnField(
                        info, column, col, field.getAnnotation(Id.class), field.getAnnotation(References.class)));
            } else {
                declaration.broken = true;
            }
        }
    }

    private boolean isColumn(ClassDeclaration declaration, Field field) {
        if (ColumnTypes.of(field.getType(), field.getAnnotation(Col.class)) == null) {
            problems.add("ALU-0428", declaration.type, field.getName(), unsupported(field));
            return false;
        }
        if (field.isAnnotationPresent(Version.class)) {
            if (!ColumnTypes.isInteger(field.getType())) {
                problems.add(
                        "ALU-0441",
                        declaration.type,
                        field.getName(),
                        "a version counter of type " + field.getType().getSimpleName()
                                + " can't be counted; declare it as int or long");
                return false;
            }
            declaration.version = field.getName();
        }
        return true;
    }

    private static String unsupported(Field field) {
        Class<?> type = field.getType();
        String what = "no column type for Java type " + type.getSimpleName();
        if (type == java.util.Optional.class) {
            return what + "; declare the field as the value itself and let the accessor return Optional";
        }
        Class<?> target = RelationFields.targetOf(field);
        if (target != null && target.isAnnotationPresent(Mapped.class)) {
            return what + "; annotate the field with @Relationship";
        }
        return what
                + "; use a supported type, mark the field @Unmapped, or annotate it with @Relationship if it refers to a"
                + " mapped class";
    }

    /** The field of an attribute. */
    static Field fieldOf(AttributeInfo info) {
        try {
            return info.declaringClass().getDeclaredField(info.name());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("the enhanced class has no field " + info, e);
        }
    }
}
