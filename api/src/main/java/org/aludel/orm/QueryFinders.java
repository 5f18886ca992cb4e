package org.aludel.orm;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a {@link Query} that finds objects by key and by attribute names.
 *
 * @param <T> what a row becomes
 * @since 0.1
 */
public interface QueryFinders<T extends @Nullable Object> {

    /**
     * The object with that primary key, or null; the database is asked only if the session does not have it.
     *
     * @param key the value, or a list of the values of a key of several columns
     * @throws org.aludel.errors.InvalidRequestException ALU-0738 if the query is not one of a single class, or has
     *     conditions, joins, an order or limits
     */
    @Nullable
    T get(Object key);

    /** Only rows with that value; null asks for NULL. */
    <V> Query<T> filterBy(Attribute<?, V> attribute, @Nullable V value);

    /**
     * Only rows with that value, where the attribute is one of the entity joined last, or else of the first one.
     *
     * @throws org.aludel.errors.InvalidRequestException ALU-0735 if there is no attribute of that name
     */
    Query<T> filterBy(String attribute, @Nullable Object value);

    /** Only rows with these values, by the names of attributes; see {@link #filterBy(String, Object)}. */
    Query<T> filterBy(Map<String, ? extends @Nullable Object> values);

    /**
     * Objects with these values. A name that the class does not have is looked for along its relations, nearest first,
     * and what leads to it is joined: {@code query(User.class).selectBy(params("street", "123 Green Street"))}.
     *
     * @throws org.aludel.errors.InvalidRequestException ALU-0739 if no class that relations lead to has a name, or several
     *     equally near ones have it
     */
    List<T> selectBy(Map<String, ? extends @Nullable Object> values);

    /** Objects with that value; see {@link #selectBy(Map)}. */
    List<T> selectBy(String attribute, @Nullable Object value);

    /** The first object with these values, or null; see {@link #selectBy(Map)}. */
    @Nullable
    T getBy(Map<String, ? extends @Nullable Object> values);

    /** The first object with that value, or null; see {@link #selectBy(Map)}. */
    @Nullable
    T getBy(String attribute, @Nullable Object value);

    /**
     * The only object with these values; see {@link #selectBy(Map)}.
     *
     * @throws org.aludel.errors.NoResultException ALU-0706 if there is none
     * @throws org.aludel.errors.MultipleResultsException ALU-0707 if there are more
     */
    T oneBy(Map<String, ? extends @Nullable Object> values);

    /**
     * Objects of the query's class that an object's relation leads to, by the object's key and without a join. The class
     * of the object has to have one relation to the query's class.
     *
     * @throws org.aludel.errors.InvalidRequestException ALU-0740 if it has none, or several
     */
    Query<T> withParent(Object parent);

    /** Objects of the query's class that a relation of an object leads to, by the object's key and without a join. */
    Query<T> withParent(Object parent, Relation<?, ?> relation);
}
