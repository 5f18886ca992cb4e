package org.aludel.orm;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.LockMode;
import org.aludel.sql.Ordering;
import org.aludel.sql.Select;
import org.jspecify.annotations.Nullable;

/**
 * A question to the database that is answered with objects. Immutable: each method that adds something returns a new
 * query, so that a query may be kept, shared between methods and refined in several ways.
 *
 * <pre>{@code
 * List<User> list = session.query(User.class)
 *         .join(User_.addresses)
 *         .filter(Address_.city.startsWith("Par"), User_.addresses.any(Address_.city.ne("Rome")))
 *         .options(selectinLoad(User_.addresses))
 *         .orderBy(User_.name).slice(0, 20).all();
 * }</pre>
 *
 * <p>A query of one mapped class gives each object once, whatever the joins; rows of columns, and objects in rows, keep
 * their duplicates. What the session has not written yet is flushed before a query is executed. A query belongs to the
 * session that made it and is not executed after the session was closed.
 *
 * @param <T> what a row becomes: an object, a value, a {@link org.aludel.engine.Row}, or what a {@link RowShape} makes
 * @since 0.1
 */
public interface Query<T extends @Nullable Object> {

    // ---- what is asked for ----

    /** Only rows for which all conditions hold; added to what was asked before. */
    Query<T> filter(Condition... conditions);

    /** Only rows for which the condition holds. */
    Query<T> filter(Expr<Boolean> condition);

    /** Only rows with that value; null asks for NULL. */
    <V> Query<T> filterBy(Attribute<?, V> attribute, @Nullable V value);

    /**
     * Only rows with that value, where the attribute is one of the entity joined last, or else of the first one.
     *
     * @throws org.aludel.errors.MappingException if there is no attribute of that name
     */
    Query<T> filterBy(String attribute, @Nullable Object value);

    /** Takes rows from these tables or subqueries; joins start from the first. */
    Query<T> from(FromItem... items);

    /** Takes rows from this class; joins start from it. */
    Query<T> from(Class<?> type);

    /** Takes rows from this occurrence of a class; joins start from it. */
    Query<T> from(Alias<?> alias);

    /**
     * Joins the class a relation leads to.
     *
     * @throws org.aludel.errors.InvalidRequestException ALU-0702 if the relation's class is not part of the query
     */
    Query<T> join(Relation<?, ?> relation);

    /** Joins the class a relation leads to, under another name. */
    <X> Query<T> join(Relation<?, X> relation, Alias<? extends X> target);

    /**
     * Joins another occurrence of a class on any condition.
     *
     * @throws org.aludel.errors.ArgumentException ALU-0703 if the condition compares an attribute with itself
     */
    Query<T> join(Alias<?> target, Expr<Boolean> on);

    /** Joins a table or subquery on any condition. */
    Query<T> join(FromItem target, Expr<Boolean> on);

    /** Joins a class on any condition. */
    Query<T> join(Class<?> target, Expr<Boolean> on);

    /** Like {@link #join(Relation)}, keeping rows that have no partner. */
    Query<T> outerJoin(Relation<?, ?> relation);

    /** Like {@link #join(Relation, Alias)}, keeping rows that have no partner. */
    <X> Query<T> outerJoin(Relation<?, X> relation, Alias<? extends X> target);

    /** Like {@link #join(Alias, Expr)}, keeping rows that have no partner. */
    Query<T> outerJoin(Alias<?> target, Expr<Boolean> on);

    /** Like {@link #join(FromItem, Expr)}, keeping rows that have no partner. */
    Query<T> outerJoin(FromItem target, Expr<Boolean> on);

    /** Like {@link #join(Class, Expr)}, keeping rows that have no partner. */
    Query<T> outerJoin(Class<?> target, Expr<Boolean> on);

    /** Adds to the order of the rows. */
    Query<T> orderBy(Ordering... orderings);

    /** Forgets the order asked for so far. */
    Query<T> clearOrderBy();

    /** Groups rows by these expressions, added to those given before. */
    Query<T> groupBy(Expr<?>... expressions);

    /** Only groups for which all conditions hold. */
    Query<T> having(Condition... conditions);

    /** Only groups for which the condition holds. */
    Query<T> having(Expr<Boolean> condition);

    /** Each row once: SELECT DISTINCT. */
    Query<T> distinct();

    /**
     * Rows from a position up to, but not including, another one, relative to a slice asked for before. Objects are
     * counted, not the rows of collections that are loaded along.
     *
     * @throws org.aludel.errors.ArgumentException ALU-0704 for negative or reversed bounds
     */
    Query<T> slice(int from, int toExclusive);

    /** At most this many rows. */
    Query<T> limit(int rows);

    /** Without the first rows. */
    Query<T> offset(int rows);

    /**
     * How related objects and columns are loaded; a later option wins over an earlier one for the same attribute.
     *
     * @throws org.aludel.errors.ArgumentException ALU-0705 if an option's class is not selected
     */
    Query<T> options(LoadOption... options);

    /** Overwrites objects that are loaded already with what the rows say; changes not flushed would be lost. */
    Query<T> populateExisting();

    /** Locks the selected rows until the transaction ends; others who want to lock them wait. */
    Query<T> withForUpdate();

    /** Locks the selected rows until the transaction ends: {@code withForUpdate(skipLocked())}. */
    Query<T> withForUpdate(LockMode mode);

    /**
     * Reads the answer in portions of this many rows, so that it never is in memory as a whole. Collections loaded in
     * the same row cannot be streamed and are loaded by selectin instead.
     */
    Query<T> yieldPer(int rows);

    /**
     * Asks one shard only.
     *
     * @throws org.aludel.errors.InvalidRequestException ALU-0554 when run in a session without shards
     */
    Query<T> onShard(String shard);

    /** Does not flush before this query. */
    Query<T> withoutAutoflush();

    // ---- the answer ----

    /** All rows. */
    List<T> all();

    /**
     * The only row.
     *
     * @throws org.aludel.errors.NoResultException ALU-0706 if there is none
     * @throws org.aludel.errors.MultipleResultsException ALU-0707 if there are more
     */
    T one();

    /**
     * The only row, or null if there is none.
     *
     * @throws org.aludel.errors.MultipleResultsException ALU-0707 if there are more
     */
    @Nullable
    T oneOrNone();

    /** The first row, or null if there is none; reads one row only. */
    @Nullable
    T first();

    /**
     * The value of the only row's first column, or null if there is none.
     *
     * @throws org.aludel.errors.MultipleResultsException ALU-0707 if there are more
     */
    @Nullable
    Object scalar();

    /** How many rows the query has, counted by the database. */
    long count();

    /** Whether the query has any row. */
    boolean exists();

    /**
     * The rows one after the other. Close the stream; the session is in use as long as it is open. Rows are read in
     * portions where {@link #yieldPer} was asked for.
     */
    Stream<T> stream();

    /** Does something with each row, without keeping them. */
    default void forEach(Consumer<? super T> action) {
        try (Stream<T> rows = stream()) {
            rows.forEach(action);
        }
    }

    // ---- bulk statements ----

    /**
     * Changes all objects of the query by one UPDATE: {@code query.update(set(User_.age, User_.age.plus(1)))}. Loaded
     * objects that meet the conditions follow; cascades and flush events do not take place.
     *
     * @return number of rows
     * @throws org.aludel.errors.InvalidRequestException ALU-0708 if the query is not one of a single class without
     *     joins, order, groups or limits
     */
    long update(Assignment<?>... assignments);

    /**
     * Deletes all objects of the query by one DELETE. Loaded objects that meet the conditions are gone from the
     * session; cascades of the mapping do not take place, those of the database do.
     *
     * @return number of rows
     * @throws org.aludel.errors.InvalidRequestException ALU-0708 if the query is not one of a single class without
     *     joins, order, groups or limits
     */
    long delete();

    // ---- the statement ----

    /** The SELECT, for use as a subquery or in core. */
    Select toSelect();

    /** The SQL that {@link #all()} would send. */
    String toSql();
}
