package org.aludel.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Comparator;

/**
 * Marks a field that refers to objects of a mapped class. A collection is to-many, a single reference to-one; which
 * side holds the foreign key is read from the tables.
 *
 * <pre>{@code
 * @Relationship(backref = "user", cascade = {ALL, DELETE_ORPHAN}, orderBy = "city")
 * private List<Address> addresses = new ArrayList<>();
 * }</pre>
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Relationship {

    /** The class referred to; by default the field's type, or the type argument of its collection. */
    Class<?> target() default void.class;

    /** The field of the target class that is the other direction of this relation; both are kept in step in memory. */
    String backref() default "";

    /**
     * The same as {@link #backref}, for a field that names this one by {@code backPopulates} too: that both sides say so
     * is checked.
     */
    String backPopulates() default "";

    /** What passes on to the related objects; by default {@link Cascade#SAVE_UPDATE} and {@link Cascade#MERGE}. */
    Cascade[] cascade() default {};

    /** Attributes or columns of the target that order a loaded collection, each optionally followed by {@code desc}. */
    String[] orderBy() default {};

    /**
     * Table that connects the two sides of a many-to-many relation. One that is not in the MetaData is created, with
     * the keys of both sides as its primary key: {@code user_id} and {@code keyword_id} for tables {@code users} and
     * {@code keywords}.
     */
    String secondary() default "";

    /** Attributes or columns on the far side of a self-referential relation: the key's, for a reference to a parent. */
    String[] remoteSide() default {};

    /** Attributes or columns of the foreign key to follow, where several lead to the target. */
    String[] foreignKey() default {};

    /** How the related objects are loaded when a query says nothing else. */
    LoadStrategy load() default LoadStrategy.LAZY;

    /** True if the database deletes the related rows (ON DELETE CASCADE): what is not loaded is left to it. */
    boolean passiveDeletes() default false;

    /** True for a relation that is read and never saved. */
    boolean viewOnly() default false;

    /** Attributes of the members that make the key of a map; of several, the key is the list of their values. */
    String[] keyedBy() default {};

    /** Attribute of the members that holds their position in a list, from 0; order the collection by it too. */
    String position() default "";

    /** The order of the members of a sorted set, or of the keys of a sorted map. */
    Class<? extends Comparator<?>> sortedBy() default NaturalOrder.class;

    /** True to set the foreign key by an UPDATE of its own, which breaks cycles between rows. */
    boolean postUpdate() default false;

    /** False where the database does not pass changes of the key on (ON UPDATE CASCADE): the flush then does it. */
    boolean passiveUpdates() default true;

    /** True if an object belongs to one owner at a time; needed for {@link Cascade#DELETE_ORPHAN} on a reference. */
    boolean singleParent() default false;

    /** False so that setting the other side of a relation does not bring an object into the session. */
    boolean cascadeBackrefs() default true;

    /** True to load the old value before it is replaced. */
    boolean activeHistory() default false;

    /** True if every owner has a partner, so that a joined load may be an inner join. */
    boolean innerJoin() default false;

    /** How many levels of a circle a joined load follows; -1 stops where the circle closes. */
    int joinDepth() default -1;

    /** Names of relations that write the same columns on purpose. */
    String[] overlaps() default {};
}
