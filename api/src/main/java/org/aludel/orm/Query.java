package org.aludel.orm;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.aludel.engine.ExecutionOptions;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.LockMode;
import org.aludel.sql.Ordering;
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
public interface Query<T extends @Nullable Object> extends QueryJoins<T>, QueryFinders<T>, QueryForms<T> {

    // ---- what is asked for ----

    /** Only rows for which all conditions hold; added to what was asked before. */
    Query<T> filter(Condition... conditions);

    /** Only rows for which the condition holds. */
    Query<T> filter(Expr<Boolean> condition);

    /** Adds to the order of the rows. */
    Query<T> orderBy(Ordering... orderings);

    /** Adds a labelled column of the list, or a column of the tables, by name, to the order. */
    Query<T> orderBy(String label);

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

    /** The first row of each group of rows that are equal in these expressions, where the database can. */
    Query<T> distinctOn(Expr<?>... expressions);

    /**
     * Values of named parameters, for conditions and text that were written with names:
     * {@code query.filter(text("id < :max")).params(params("max", 9))}.
     */
    Query<T> params(Map<String, ? extends @Nullable Object> values);

    /** The value of one named parameter. */
    default Query<T> params(String name, @Nullable Object value) {
        java.util.HashMap<String, @Nullable Object> values = new java.util.HashMap<>();
        values.put(name, value);
        return params(values);
    }

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
     * How the query's statement is executed: time limit, most rows, fetch size, echo.
     *
     * <pre>{@code
     * session.query(User.class).executionOptions(o -> o.withTimeout(ofSeconds(5)).withFetchSize(200)).all()
     * }</pre>
     *
     * @param change is given the options of the session's connection, or those asked for before
     */
    Query<T> executionOptions(UnaryOperator<ExecutionOptions> change);

    /**
     * Asks one shard only.
     *
     * @throws org.aludel.errors.InvalidRequestException ALU-0554 when run in a session without shards
     */
    Query<T> onShard(String shard);

    /** Whether what the mapping loads along is loaded along; on unless said otherwise. */
    Query<T> enableEagerLoads(boolean on);

    /**
     * Answers from the factory's result cache if it can, and keeps the answer there otherwise: the same as {@code
     * cache("queries")}.
     */
    default Query<T> cache() {
        return cache("queries");
    }

    /** Answers from a region of the factory's result cache if it can, and keeps the answer there otherwise. */
    default Query<T> cache(String region) {
        return cache(region, null);
    }

    /**
     * Answers from a region of the factory's result cache if it can, and keeps the answer there otherwise. What is kept are
     * rows: objects are those of the session, as if the rows had come from the database, with the relations that are loaded
     * along. A write to one of the tables through an engine of the factory makes the answer worthless once it is committed.
     * Inside a transaction that has written to one of them the database is asked, and so it is for locks and streams.
     *
     * <p>Without a cache ({@link SessionFactoryBuilder#resultCache}) this changes nothing.
     *
     * @param timeToLive how long an answer is kept at most; null for as long as the region is made for
     * @throws org.aludel.errors.ArgumentException ALU-0781 if the time is not positive or the region has no name
     */
    Query<T> cache(String region, @Nullable Duration timeToLive);

    /** The same question to another session of the same factory. */
    Query<T> withSession(Session other);

    /** Does not flush before this query. */
    Query<T> withoutAutoflush();

    /**
     * This query as an object of a class of the program's own: {@code query.as(People::new)}.
     *
     * @see CustomQuery
     */
    default <Q extends Query<T>> Q as(Function<? super Query<T>, Q> maker) {
        return maker.apply(this);
    }

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

    /** How many rows the query has, counted by the database: rows, not different objects. */
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

    /** What the rows consist of: names, types and classes of the selected parts. */
    List<ColumnDescription> columnDescriptions();

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
     * Changes all objects of the query by one UPDATE, and says how loaded objects follow.
     *
     * @return number of rows
     * @throws org.aludel.errors.InvalidRequestException ALU-0708 as above; ALU-0742 if objects are to follow by
     *     evaluation and the conditions can't be judged in memory
     */
    long update(Synchronize synchronize, Assignment<?>... assignments);

    /**
     * Changes attributes by name.
     *
     * @param values new values or expressions, by attribute
     * @return number of rows
     */
    long update(Map<String, ? extends @Nullable Object> values);

    /**
     * Deletes all objects of the query by one DELETE. Loaded objects that meet the conditions are gone from the
     * session; cascades of the mapping do not take place, those of the database do.
     *
     * @return number of rows
     * @throws org.aludel.errors.InvalidRequestException ALU-0708 if the query is not one of a single class without
     *     joins, order, groups or limits
     */
    long delete();

    /**
     * Deletes all objects of the query by one DELETE, and says how loaded objects follow.
     *
     * @return number of rows
     * @throws org.aludel.errors.InvalidRequestException ALU-0708 as above; ALU-0742 if objects are to follow by
     *     evaluation and the conditions can't be judged in memory
     */
    long delete(Synchronize synchronize);
}
