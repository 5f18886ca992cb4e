package org.aludel.orm;

import java.util.Iterator;
import java.util.List;
import org.aludel.sql.Condition;
import org.aludel.sql.Ordering;

/**
 * The members of a to-many relation that is never loaded as a whole: it is a query to be narrowed, and takes members in
 * and lets them go. For relations with many members.
 *
 * <pre>{@code
 * @Relationship(backref = "user", orderBy = "id")
 * private DynamicRelation<Post> posts;
 *
 * user.posts().filter(Post_.headline.eq("this is a post")).all();
 * user.posts().slice(5, 20);
 * user.posts().add(new Post("new post"));
 * }</pre>
 *
 * <p>What was added or removed is flushed before members are asked for, as before any query. Of an object without a
 * session the members that were added can be iterated over; whatever needs the database throws
 * {@code DetachedException} ALU-0520.
 *
 * @param <T> class of the members
 * @since 0.1
 */
public interface DynamicRelation<T> extends Iterable<T> {

    /** A query of the members, in the relation's order. */
    Query<T> query();

    /** Members for which all conditions hold. */
    default Query<T> filter(Condition... conditions) {
        return query().filter(conditions);
    }

    /** Members in another order. */
    default Query<T> orderBy(Ordering... orderings) {
        return query().clearOrderBy().orderBy(orderings);
    }

    /** The members from one position to before another. */
    default List<T> slice(int from, int toExclusive) {
        return query().slice(from, toExclusive).all();
    }

    /** All members. */
    default List<T> all() {
        return query().all();
    }

    /** How many members there are. */
    default long count() {
        return query().count();
    }

    /** Adds a member. */
    void add(T member);

    /** Adds several members. */
    default void addAll(Iterable<? extends T> members) {
        members.forEach(this::add);
    }

    /** Lets a member go. */
    void remove(T member);

    @Override
    Iterator<T> iterator();
}
