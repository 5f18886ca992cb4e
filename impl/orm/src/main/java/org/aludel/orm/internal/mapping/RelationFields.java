package org.aludel.orm.internal.mapping;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.Map;
import org.aludel.orm.DynamicRelation;
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
        if (type.isPrimitive() || type.isArray() || type.isEnum()) {
            problems.add(
                    "ALU-0433",
                    owner.type,
                    field.getName(),
                    "a relation can't be kept in a field of type " + type.getSimpleName()
                            + "; declare it as the related class, or as List, Set, Map or Collection of it");
            return null;
        }
        boolean own = isOwn(type, givenTarget, options);
        boolean collection = own || isCollection(type);
        CollectionKind kind = own ? CollectionKind.CUSTOM : collection ? CollectionKind.of(type) : null;
        String missing = own
                ? CollectionRoles.missing(type, options.collection().options().factory() != null)
                : null;
        if (missing != null) {
            problems.add(
                    "ALU-0485",
                    owner.type,
                    field.getName(),
                    "the class " + type.getSimpleName() + " can't be a collection: " + missing);
            return null;
        }
        if (collection && kind == null) {
            problems.add(
                    "ALU-0433",
                    owner.type,
                    field.getName(),
                    "a tracked collection can't stand in a field of type " + type.getSimpleName()
                            + "; declare the field as List, Set, SortedSet, Map, SortedMap or Collection, or mark the roles of the class");
            return null;
        }
        boolean map = kind == CollectionKind.MAP || kind == CollectionKind.SORTED_MAP;
        if (map && !options.collection().options().isKeyed()) {
            problems.add(
                    "ALU-0486",
                    owner.type,
                    field.getName(),
                    "a map needs a key of its members; give @Relationship(keyedBy = ...) or collection(keyedBy(...))");
            return null;
        }
        Class<?> target = givenTarget != null ? givenTarget : collection ? targetOf(field) : type;
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

    private static boolean isCollection(Class<?> type) {
        return Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || type == DynamicRelation.class;
    }

    /** Whether a field is of a collection class of the program's own: it has roles, or can be nothing else. */
    private static boolean isOwn(Class<?> type, @Nullable Class<?> givenTarget, RelationOptions options) {
        if (CollectionKind.of(type) != null) {
            return false;
        }
        return CollectionRoles.hasAny(type)
                || options.collection().options().factory() != null
                || givenTarget != null && !isCollection(type) && !type.isAssignableFrom(givenTarget);
    }

    /** The class a field refers to by its type, or null if its generic type does not tell. */
    static @Nullable Class<?> targetOf(Field field) {
        boolean map = Map.class.isAssignableFrom(field.getType());
        if (!isCollection(field.getType()) && !CollectionRoles.hasAny(field.getType())) {
            return field.getType();
        }
        if (field.getGenericType() instanceof ParameterizedType generic
                && generic.getActualTypeArguments().length == (map ? 2 : 1)) {
            return classOf(generic.getActualTypeArguments()[map ? 1 : 0]);
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
