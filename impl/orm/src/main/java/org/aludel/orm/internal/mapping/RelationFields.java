package org.aludel.orm.internal.mapping;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.Map;
import org.aludel.orm.instrument.InstrumentedType.AttributeInfo;
import org.jspecify.annotations.Nullable;

/** Reads from a field what a relation needs: the class it refers to and the kind of collection. */
final class RelationFields {

    private final MappingProblems problems;

    RelationFields(MappingProblems problems) {
        this.problems = problems;
    }

    /** Makes the declaration; null if the field can't hold a relation, which is reported. */
    @Nullable
    RelationDeclaration declare(
            ClassDeclaration owner,
            AttributeInfo info,
            Field field,
            @Nullable Class<?> givenTarget,
            RelationDeclaration.Hints hints,
            RelationOptions options) {
        Class<?> type = field.getType();
        if (type.isPrimitive() || type.isArray() || type.isEnum() || Map.class.isAssignableFrom(type)) {
            problems.add(
                    "ALU-0433",
                    owner.type,
                    field.getName(),
                    "a relation can't be kept in a field of type " + type.getSimpleName()
                            + "; declare it as the related class, or as List, Set or Collection of it");
            return null;
        }
        boolean collection = Collection.class.isAssignableFrom(type);
        CollectionKind kind = collection ? CollectionKind.of(type) : null;
        if (collection && kind == null) {
            problems.add(
                    "ALU-0433",
                    owner.type,
                    field.getName(),
                    "a tracked collection can't stand in a field of type " + type.getSimpleName()
                            + "; declare the field as List, Set or Collection");
            return null;
        }
        Class<?> target = givenTarget != null ? givenTarget : targetOf(field);
        if (target == null) {
            problems.add(
                    "ALU-0422",
                    owner.type,
                    field.getName(),
                    "the class referred to is not known from the field's type " + field.getGenericType()
                            + "; give the type argument or @Relationship(target = ...)");
            return null;
        }
        return new RelationDeclaration(
                owner, info, target, kind, hints, options, hints == RelationDeclaration.Hints.NONE);
    }

    /** The class a field refers to by its type, or null if its generic type does not tell. */
    static @Nullable Class<?> targetOf(Field field) {
        if (!Collection.class.isAssignableFrom(field.getType())) {
            return field.getType();
        }
        if (field.getGenericType() instanceof ParameterizedType generic
                && generic.getActualTypeArguments().length == 1) {
            return classOf(generic.getActualTypeArguments()[0]);
        }
        return null;
    }

    private static @Nullable Class<?> classOf(Type argument) {
        if (argument instanceof Class<?> direct) {
            return direct;
        }
        if (argument instanceof WildcardType wildcard && wildcard.getUpperBounds().length == 1) {
            return classOf(wildcard.getUpperBounds()[0]);
        }
        return argument instanceof ParameterizedType generic ? classOf(generic.getRawType()) : null;
    }
}
