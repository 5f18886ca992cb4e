package org.aludel.orm;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.aludel.errors.MappingException;
import org.aludel.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * How the members of a to-many relation are kept, where the field's type does not say enough: by which key in a map, in
 * which order in a sorted set or map, with which numbers in a list that keeps its order in a column, or in an object of
 * a class of the program's own.
 *
 * <pre>{@code
 * mapping.property("notes", relationship(Note.class).collection(keyedBy("title")));
 * mapping.property("bullets", relationship(Bullet.class).orderBy("position").collection(orderedBy("position")));
 * }</pre>
 *
 * @see RelationshipMapping#collection
 * @since 0.1
 */
public final class CollectionClass {

    /** What the field's type says. */
    public static final CollectionClass BY_FIELD =
            new CollectionClass(new Options(List.of(), List.of(), null, null, null, AsIs.NUMBERING, null));

    /** The position itself; a class, since each lambda costs a program that starts more. */
    private enum AsIs implements IntUnaryOperator {
        NUMBERING;

        @Override
        public int applyAsInt(int position) {
            return position;
        }
    }

    private final Options options;

    /**
     * What was said, as the mapper reads it.
     *
     * @param keyAttributes attributes of the members that make the key of a map
     * @param keyColumns columns of the members' table that make the key of a map
     * @param keyFunction gives the key of a member
     * @param comparator order of the members of a set or of the keys of a map; null for the natural one
     * @param position attribute of the members that holds their position in the list
     * @param numbering gives the value of that attribute for a position
     * @param factory makes objects of the program's own class
     */
    public record Options(
            List<String> keyAttributes,
            List<Column<?>> keyColumns,
            @Nullable Function<Object, ?> keyFunction,
            @Nullable Comparator<Object> comparator,
            @Nullable String position,
            IntUnaryOperator numbering,
            @Nullable Supplier<?> factory) {

        /** Whether the members have keys. */
        public boolean isKeyed() {
            return !keyAttributes.isEmpty() || !keyColumns.isEmpty() || keyFunction != null;
        }
    }

    private CollectionClass(Options options) {
        this.options = options;
    }

    /** A map by the value of an attribute of the members; of several, by the list of their values. */
    public static CollectionClass keyedBy(String... attributes) {
        return new CollectionClass(new Options(List.of(attributes), List.of(), null, null, null, AsIs.NUMBERING, null));
    }

    /** A map by the value of a column of the members' table; of several, by the list of their values. */
    public static CollectionClass keyedBy(Column<?>... columns) {
        return new CollectionClass(new Options(List.of(), List.of(columns), null, null, null, AsIs.NUMBERING, null));
    }

    /** A map by what a function gives for a member. */
    @SuppressWarnings("unchecked")
    public static <T> CollectionClass keyedBy(Class<T> members, Function<? super T, ?> key) {
        Objects.requireNonNull(members, "members");
        return new CollectionClass(new Options(
                List.of(), List.of(), (Function<Object, ?>) (Function<?, ?>) key, null, null, AsIs.NUMBERING, null));
    }

    /** A list whose positions are kept in an attribute of the members, from 0. */
    public static CollectionClass orderedBy(String attribute) {
        return orderedBy(attribute, position -> position);
    }

    /** A list whose positions are kept in an attribute of the members. */
    public static CollectionClass orderedBy(String attribute, IntUnaryOperator numbering) {
        return new CollectionClass(new Options(
                List.of(),
                List.of(),
                null,
                null,
                Objects.requireNonNull(attribute, "attribute"),
                Objects.requireNonNull(numbering, "numbering"),
                null));
    }

    /** A sorted set in an order of its own. */
    @SuppressWarnings("unchecked")
    public static <T> CollectionClass sorted(Comparator<? super T> order) {
        return new CollectionClass(new Options(
                List.of(), List.of(), null, (Comparator<Object>) (Comparator<?>) order, null, AsIs.NUMBERING, null));
    }

    /**
     * An object of a class of the program's own, which tells its roles by {@link CollectionAppender},
     * {@link CollectionRemover} and {@link CollectionIterator}; without this, it is made by the constructor without
     * arguments.
     */
    public static CollectionClass of(Supplier<?> factory) {
        return new CollectionClass(new Options(
                List.of(), List.of(), null, null, null, AsIs.NUMBERING, Objects.requireNonNull(factory, "factory")));
    }

    /** The same map, sorted by its keys in an order of their own. */
    @SuppressWarnings("unchecked")
    public <K> CollectionClass sortedKeys(Comparator<? super K> order) {
        return new CollectionClass(new Options(
                options.keyAttributes,
                options.keyColumns,
                options.keyFunction,
                (Comparator<Object>) (Comparator<?>) order,
                options.position,
                options.numbering,
                options.factory));
    }

    /** What an annotation says. */
    static CollectionClass of(Relationship annotation) {
        CollectionClass said = BY_FIELD;
        if (annotation.keyedBy().length > 0) {
            said = keyedBy(annotation.keyedBy());
        } else if (!annotation.position().isEmpty()) {
            said = orderedBy(annotation.position());
        }
        return annotation.sortedBy() == NaturalOrder.class ? said : said.sortedKeys(comparator(annotation));
    }

    private static Comparator<Object> comparator(Relationship annotation) {
        try {
            @SuppressWarnings("unchecked")
            Comparator<Object> made = (Comparator<Object>)
                    annotation.sortedBy().getDeclaredConstructor().newInstance();
            return made;
        } catch (ReflectiveOperationException e) {
            throw new MappingException(
                    "ALU-0487",
                    "a comparator can't be made; where: @Relationship(sortedBy = "
                            + annotation.sortedBy().getName()
                            + "); what to do: give it an accessible constructor without arguments",
                    e);
        }
    }

    /** What was said. */
    public Options options() {
        return options;
    }
}
