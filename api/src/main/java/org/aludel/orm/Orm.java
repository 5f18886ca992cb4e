package org.aludel.orm;

import java.util.Objects;

/**
 * Static methods of the mapper, meant to be imported statically.
 *
 * @since 0.1
 */
public final class Orm {

    private Orm() {}

    // ---- mapping ----

    /** An attribute by name, where there is no generated metamodel; it equals the generated one. */
    public static <E, T> Attribute<E, T> attribute(Class<E> type, String name) {
        return new Attribute<>(type, name);
    }

    /** A relation to many objects by name. */
    public static <E, T> ToMany<E, T> toMany(Class<E> type, String name) {
        return new ToMany<>(type, name, null);
    }

    /** A relation to many objects by name, with the class of the members for the compiler. */
    public static <E, T> ToMany<E, T> toMany(Class<E> type, String name, Class<T> target) {
        Objects.requireNonNull(target, "target");
        return new ToMany<>(type, name, null);
    }

    /** A relation to one object by name, with the class of the object for the compiler. */
    public static <E, T> ToOne<E, T> toOne(Class<E> type, String name, Class<T> target) {
        Objects.requireNonNull(target, "target");
        return new ToOne<>(type, name, null);
    }

    /** A relation to one object by name. */
    public static <E, T> ToOne<E, T> toOne(Class<E> type, String name) {
        return new ToOne<>(type, name, null);
    }

    /** A relation to a class for {@link Mappings}; the field decides whether to one or to many. */
    public static <T> RelationshipMapping<T> relationship(Class<T> target) {
        return new RelationshipMapping<>(target);
    }

    // ---- queries and loading ----
}
