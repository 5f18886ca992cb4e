package org.aludel.orm;

import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.jspecify.annotations.Nullable;

/**
 * The part of a {@link Query} that says where rows come from.
 *
 * @param <T> what a row becomes
 * @since 0.1
 */
public interface QueryJoins<T extends @Nullable Object> {

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

    /** Joins the classes that a chain of relations leads to, each from the one before. */
    Query<T> join(Relation<?, ?> first, Relation<?, ?> second, Relation<?, ?>... more);

    /**
     * Joins the classes that a path of relations leads to, by their names: {@code join("orders", "items")}. The path
     * starts from the query's first class.
     *
     * @throws org.aludel.errors.InvalidRequestException ALU-0735 if there is no relation of a name
     */
    Query<T> join(String... path);

    /**
     * Joins a class by the foreign key between it and what the query has.
     *
     * @throws org.aludel.errors.InvalidRequestException ALU-0736 if there is none, or more than one
     */
    Query<T> join(Class<?> target);

    /** Joins another occurrence of a class by the foreign key between it and what the query has. */
    Query<T> join(Alias<?> target);

    /** Joins a table or subquery by the foreign key between it and what the query has. */
    Query<T> join(FromItem target);

    /**
     * Joins a class along a relation that leads to it.
     *
     * @throws org.aludel.errors.InvalidRequestException ALU-0737 if the relation leads elsewhere
     */
    Query<T> join(Class<?> target, Relation<?, ?> relation);

    /** Joins another occurrence of a class along a relation that leads to it. */
    Query<T> join(Alias<?> target, Relation<?, ?> relation);

    /**
     * Joins another occurrence of the class that a relation leads to, without a name for it: until the next join, or
     * {@link #resetJoinpoint()}, conditions and orders on that class mean this occurrence.
     *
     * <pre>{@code
     * session.query(Category.class).filter(Category_.name.eq("Chicago"))
     *         .joinAliased(Category_.parent).filter(Category_.name.eq("Illinois"))
     *         .fromJoinpoint().joinAliased(Category_.parent).filter(Category_.name.eq("USA"))
     * }</pre>
     */
    Query<T> joinAliased(Relation<?, ?>... path);

    /** Like {@link #joinAliased(Relation...)}, by the names of relations. */
    Query<T> joinAliased(String... path);

    /** Like {@link #joinAliased(Relation...)}, keeping rows that have no partner. */
    Query<T> outerJoinAliased(Relation<?, ?>... path);

    /** The next join by name, or to an occurrence without name, starts where the last one led. */
    Query<T> fromJoinpoint();

    /** Conditions mean the classes of the query again, and not what was joined without a name. */
    Query<T> resetJoinpoint();

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

    /** Like {@link #join(String...)}, keeping rows that have no partner. */
    Query<T> outerJoin(String... path);

    /** Like {@link #join(Class)}, keeping rows that have no partner. */
    Query<T> outerJoin(Class<?> target);

    /** Like {@link #join(Alias)}, keeping rows that have no partner. */
    Query<T> outerJoin(Alias<?> target);

    /** Like {@link #join(FromItem)}, keeping rows that have no partner. */
    Query<T> outerJoin(FromItem target);

    /** Like {@link #join(Class, Relation)}, keeping rows that have no partner. */
    Query<T> outerJoin(Class<?> target, Relation<?, ?> relation);

    /** Like {@link #join(Alias, Relation)}, keeping rows that have no partner. */
    Query<T> outerJoin(Alias<?> target, Relation<?, ?> relation);

    /** Like {@link #join(Relation)}, keeping rows of both sides that have no partner. */
    Query<T> fullJoin(Relation<?, ?> relation);

    /** Like {@link #join(Class, Expr)}, keeping rows of both sides that have no partner. */
    Query<T> fullJoin(Class<?> target, Expr<Boolean> on);

    /** Like {@link #join(Alias, Expr)}, keeping rows of both sides that have no partner. */
    Query<T> fullJoin(Alias<?> target, Expr<Boolean> on);

    /** Like {@link #join(FromItem, Expr)}, keeping rows of both sides that have no partner. */
    Query<T> fullJoin(FromItem target, Expr<Boolean> on);
}
