package org.aludel.orm;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Selected;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

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

    /** A relation to an occurrence of a class: what was selected there, and only to be read. */
    public static <T> RelationshipMapping<T> relationship(Alias<T> target) {
        return new RelationshipMapping<>(target);
    }

    /** An attribute that is an SQL expression (or a column), with options. */
    public static <T> ColumnProperty<T> columnProperty(Expr<T> expression) {
        return ColumnProperty.of(expression);
    }

    /** An attribute that stands for several columns which always hold the same value, as the keys of joined tables do. */
    public static <T> ColumnProperty<T> columnProperty(Column<T> column, Column<?>... more) {
        return ColumnProperty.of(column, more);
    }

    /**
     * An attribute whose value is kept in several columns, in the order of its components; {@link Composite} says the same
     * of annotated classes.
     */
    public static CompositeMapping composite(Column<?>... columns) {
        return new CompositeMapping(columns);
    }

    /** Another name for an attribute. */
    public static SynonymMapping synonym(String attribute) {
        return new SynonymMapping(attribute);
    }

    /** Marks a column of a relation's condition that holds the key of the other side. */
    public static <T> Expr<T> foreign(Expr<T> column) {
        return new JoinMark<>(column, true, false);
    }

    /** Marks a column of a relation's condition that belongs to the far side. */
    public static <T> Expr<T> remote(Expr<T> column) {
        return new JoinMark<>(column, false, true);
    }

    // ---- computed and passed on ----

    /**
     * A value computed from an object in memory and from its row in SQL.
     *
     * @param getter computes it in memory
     * @param expression computes it in SQL, from the columns of the occurrence it is given
     */
    public static <E, T> Hybrid<E, T> hybrid(
            Class<E> type,
            Function<? super E, ? extends @Nullable T> getter,
            Function<? super Hybrid.Columns<E>, ? extends Expr<T>> expression) {
        return Hybrid.of(type, getter, expression);
    }

    /** A hybrid that takes an argument. */
    public static <E, A, T> HybridMethod<E, A, T> hybridMethod(
            Class<E> type,
            BiFunction<? super E, ? super A, ? extends @Nullable T> getter,
            BiFunction<? super Hybrid.Columns<E>, ? super A, ? extends Expr<T>> expression) {
        return new HybridMethod<>(type, getter, expression);
    }

    // ---- association proxies: what stands behind a relation ----

    /** A view of an attribute of the related object. */
    public static <E, M, V> ToOneProxy<E, M, V> proxy(ToOne<E, M> relation, Attribute<? super M, V> shown) {
        return new ToOneProxy<>(relation, Behind.of(shown), null);
    }

    /** A view of the object that the related object refers to. */
    public static <E, M, V> ToOneProxy<E, M, V> proxy(ToOne<E, M> relation, ToOne<? super M, V> shown) {
        return new ToOneProxy<>(relation, Behind.of(shown), null);
    }

    /** A view of the collection of the related object. */
    public static <E, M, V> ToOneProxy<E, M, Collection<V>> proxy(ToOne<E, M> relation, ToMany<? super M, V> shown) {
        return new ToOneProxy<>(relation, Behind.of(shown), null);
    }

    /** A view through a proxy of the related object. */
    public static <E, M, V> ToOneProxy<E, M, V> proxy(ToOne<E, M> relation, ToOneProxy<? super M, ?, V> shown) {
        return new ToOneProxy<>(relation, Behind.of(shown), null);
    }

    /** A view of the collection that a proxy of the related object shows. */
    public static <E, M, V> ToOneProxy<E, M, Collection<V>> proxy(
            ToOne<E, M> relation, ToManyProxy<? super M, ?, V> shown) {
        return new ToOneProxy<>(relation, Behind.of(shown), null);
    }

    /** A view of an attribute of the members of a collection. */
    public static <E, M, V> ToManyProxy<E, M, V> proxy(ToMany<E, M> relation, Attribute<? super M, V> shown) {
        return new ToManyProxy<>(relation, Behind.of(shown), null);
    }

    /** A view of the object that the members of a collection refer to. */
    public static <E, M, V> ToManyProxy<E, M, V> proxy(ToMany<E, M> relation, ToOne<? super M, V> shown) {
        return new ToManyProxy<>(relation, Behind.of(shown), null);
    }

    /** A view of the collections of the members of a collection. */
    public static <E, M, V> ToManyProxy<E, M, Collection<V>> proxy(ToMany<E, M> relation, ToMany<? super M, V> shown) {
        return new ToManyProxy<>(relation, Behind.of(shown), null);
    }

    /** A view through a proxy of the members of a collection. */
    public static <E, M, V> ToManyProxy<E, M, V> proxy(ToMany<E, M> relation, ToOneProxy<? super M, ?, V> shown) {
        return new ToManyProxy<>(relation, Behind.of(shown), null);
    }

    /** A view of the collections that a proxy of the members shows. */
    public static <E, M, V> ToManyProxy<E, M, Collection<V>> proxy(
            ToMany<E, M> relation, ToManyProxy<? super M, ?, V> shown) {
        return new ToManyProxy<>(relation, Behind.of(shown), null);
    }

    // ---- queries and loading ----

    /** Another occurrence of a class in a query, under a name made when the statement is compiled. */
    public static <E> Alias<E> aliased(Class<E> type) {
        return new Alias<>(type, null);
    }

    /** Another occurrence of a class in a query, under the given name. */
    public static <E> Alias<E> aliased(Class<E> type, String name) {
        return new Alias<>(type, name);
    }

    /**
     * A class whose rows come from something else than what it is mapped to: a subquery or alias with its columns.
     *
     * <pre>{@code aliased(Address.class, select(entity(Address.class)).where(Address_.email.like("%lala%")).subquery())}</pre>
     */
    public static <E> Alias<E> aliased(Class<E> type, FromItem from) {
        return new Alias<>(type, null, Objects.requireNonNull(from, "from"), null, null);
    }

    /**
     * Another occurrence of a class that brings the columns of subclasses along, so that these are loaded with it and can
     * be asked for: {@code everybody.as(Engineer.class).get(Engineer_.status)}.
     *
     * @param subclasses the subclasses; all, if none is named
     */
    @SafeVarargs
    public static <E> Alias<E> withPolymorphic(Class<E> type, Class<? extends E>... subclasses) {
        return new Alias<>(type, null, null, List.of(subclasses), null);
    }

    /** Loads the columns that these subclasses add by one more statement for each, for all their objects in the answer. */
    @SafeVarargs
    public static <E> LoadOption selectinPolymorphic(Class<E> type, Class<? extends E>... subclasses) {
        return LoadOption.subclasses(LoadOption.Kind.SUBCLASSES, type, List.of(subclasses));
    }

    /**
     * Reads the columns that these subclasses add in the same row as their superclass, in this query; the subclasses'
     * attributes can then be asked for too.
     *
     * @param subclasses the subclasses; all, if none is named
     */
    @SafeVarargs
    public static <E> LoadOption inlineSubclasses(Class<E> type, Class<? extends E>... subclasses) {
        return LoadOption.subclasses(LoadOption.Kind.INLINE, type, List.of(subclasses));
    }

    /** A mapped class as one part of a row. */
    public static <E> EntityRef<E> entity(Class<E> type) {
        return new EntityRef<>(type);
    }

    /** A new value for an attribute in a bulk update. */
    public static <T> Assignment<T> set(Attribute<?, T> attribute, T value) {
        return new Assignment<>(attribute, value);
    }

    /** A SQL expression as new value of an attribute in a bulk update. */
    public static <T> Assignment<T> set(Attribute<?, T> attribute, Expr<? extends T> value) {
        return new Assignment<>(attribute, value);
    }

    /** A new value for a hybrid in a bulk update, which it takes apart. */
    public static <T> Assignment<T> set(Hybrid<?, T> hybrid, T value) {
        return new Assignment<>(hybrid, value);
    }

    /** A SQL expression as new value of a hybrid that is a single attribute in a bulk update. */
    public static <T> Assignment<T> set(Hybrid<?, T> hybrid, Expr<? extends T> value) {
        return new Assignment<>(hybrid, value);
    }

    /** NULL as new value of an attribute in a bulk update. */
    public static <T> Assignment<T> setNull(Attribute<?, T> attribute) {
        return new Assignment<>(attribute, null);
    }

    /** Loads a relation in the same row, by an outer join. */
    public static LoadOption joinedLoad(Relation<?, ?> relation) {
        return LoadOption.of(LoadOption.Kind.JOINED, relation);
    }

    /** Loads every relation in the same row that no other option names. The text is {@code "*"}. */
    public static LoadOption joinedLoad(String all) {
        return LoadOption.wildcard(LoadOption.Kind.JOINED, all);
    }

    /** Loads a relation of all objects of the answer by one more statement (for every 500 objects). */
    public static LoadOption selectinLoad(Relation<?, ?> relation) {
        return LoadOption.of(LoadOption.Kind.SELECTIN, relation);
    }

    /** Loads every relation by one more statement that no other option names. The text is {@code "*"}. */
    public static LoadOption selectinLoad(String all) {
        return LoadOption.wildcard(LoadOption.Kind.SELECTIN, all);
    }

    /** Loads a relation of all objects of the answer by one more statement, which repeats the query as a subquery. */
    public static LoadOption subqueryLoad(Relation<?, ?> relation) {
        return LoadOption.of(LoadOption.Kind.SUBQUERY, relation);
    }

    /** Loads every relation by a subquery that no other option names. The text is {@code "*"}. */
    public static LoadOption subqueryLoad(String all) {
        return LoadOption.wildcard(LoadOption.Kind.SUBQUERY, all);
    }

    /** Loads a relation by a statement for each object, right after the query; references that the session has cost none. */
    public static LoadOption immediateLoad(Relation<?, ?> relation) {
        return LoadOption.of(LoadOption.Kind.IMMEDIATE, relation);
    }

    /** Loads every relation right after the query that no other option names. The text is {@code "*"}. */
    public static LoadOption immediateLoad(String all) {
        return LoadOption.wildcard(LoadOption.Kind.IMMEDIATE, all);
    }

    /** Loads a relation when it is read. */
    public static LoadOption lazyLoad(Relation<?, ?> relation) {
        return LoadOption.of(LoadOption.Kind.LAZY, relation);
    }

    /** Loads every relation when it is read that no other option names. The text is {@code "*"}. */
    public static LoadOption lazyLoad(String all) {
        return LoadOption.wildcard(LoadOption.Kind.LAZY, all);
    }

    /** Loads a relation as its mapping says; for options of what it leads to. */
    public static LoadOption defaultLoad(Relation<?, ?> relation) {
        return LoadOption.of(LoadOption.Kind.DEFAULT, relation);
    }

    /** Leaves a relation empty; changes to it are saved all the same. */
    public static LoadOption noLoad(Relation<?, ?> relation) {
        return LoadOption.of(LoadOption.Kind.NONE, relation);
    }

    /** Leaves every relation empty that no other option names. The text is {@code "*"}. */
    public static LoadOption noLoad(String all) {
        return LoadOption.wildcard(LoadOption.Kind.NONE, all);
    }

    /** Makes reading a relation an error (ALU-0711), to find lazy loads that should not happen. */
    public static LoadOption raiseLoad(Relation<?, ?> relation) {
        return LoadOption.of(LoadOption.Kind.RAISE, relation);
    }

    /** Makes reading any relation an error that no other option names and that is not loaded. The text is {@code "*"}. */
    public static LoadOption raiseLoad(String all) {
        return LoadOption.wildcard(LoadOption.Kind.RAISE, all);
    }

    /** Makes reading a relation an error (ALU-0711) unless the session has the object, so that no SQL is needed. */
    public static LoadOption raiseLoadOnSql(Relation<?, ?> relation) {
        return LoadOption.of(LoadOption.Kind.RAISE_ON_SQL, relation);
    }

    /** Makes any relation that no other option names an error where it needs SQL. The text is {@code "*"}. */
    public static LoadOption raiseLoadOnSql(String all) {
        return LoadOption.wildcard(LoadOption.Kind.RAISE_ON_SQL, all);
    }

    /** Fills a relation from what the query's own join of it brought. */
    public static LoadOption containsEager(Relation<?, ?> relation) {
        return LoadOption.contains(relation, null);
    }

    /** Fills a relation from what the query's own join of an alias brought. */
    public static <T> LoadOption containsEager(Relation<?, T> relation, Alias<? extends T> alias) {
        return LoadOption.contains(relation, alias);
    }

    /** Leaves columns out until they are read. */
    public static LoadOption defer(Attribute<?, ?>... attributes) {
        return LoadOption.columns(LoadOption.Kind.DEFER, attributes);
    }

    /** Loads columns that would be left out. */
    public static LoadOption undefer(Attribute<?, ?>... attributes) {
        return LoadOption.columns(LoadOption.Kind.UNDEFER, attributes);
    }

    /** Loads no columns besides the key and these. */
    public static LoadOption loadOnly(Attribute<?, ?>... attributes) {
        return LoadOption.columns(LoadOption.Kind.ONLY, attributes);
    }

    /** Leaves all columns out, besides the key, that no other option names. The text is {@code "*"}. */
    public static LoadOption defer(String all) {
        return LoadOption.wildcard(LoadOption.Kind.DEFER, all);
    }

    /** Loads all columns, deferred ones too, that no other option names. The text is {@code "*"}. */
    public static LoadOption undefer(String all) {
        return LoadOption.wildcard(LoadOption.Kind.UNDEFER, all);
    }

    /** Loads the deferred columns of a group with their object. */
    public static LoadOption undeferGroup(String name) {
        return LoadOption.group(name);
    }

    /**
     * Options for one class of a query, so that those for all attributes are for this class only:
     * {@code load(User.class).options(lazyLoad("*"), defer("*"))}.
     */
    public static LoadOption load(Class<?> type) {
        return LoadOption.ofClass(type, null);
    }

    /** Options for one occurrence of a class in a query. */
    public static LoadOption load(Alias<?> alias) {
        return LoadOption.ofClass(alias.type(), alias);
    }

    /**
     * Reads an attribute that was mapped by {@link #queryExpression} from an expression of this query:
     *
     * <pre>{@code
     * session.query(User.class).options(withExpression(ORDERS, select(count(Order_.id)).where(Order_.userId.eq(User_.id)).scalarSubquery()))
     * }</pre>
     *
     * <p>Objects whose attribute was read already keep its value, unless the query says {@code populateExisting}.
     */
    public static <T> LoadOption withExpression(Attribute<?, T> attribute, Expr<? extends T> expression) {
        return LoadOption.expression(attribute, expression);
    }

    /** An attribute without a column, which holds null unless a query says {@link #withExpression}. */
    public static <T> ColumnProperty<T> queryExpression(Type<T> type) {
        return ColumnProperty.ofQuery(type);
    }

    /** An attribute without a column, read from an expression unless a query says another by {@link #withExpression}. */
    public static <T> ColumnProperty<T> queryExpression(Expr<T> usual) {
        return ColumnProperty.ofQuery(usual);
    }

    /**
     * A query option: rows of a class (and of those below it) that do not meet a condition are not there, wherever the
     * class is in the query: selected, joined, in {@code any} and {@code has}, in relations that are loaded along, and in
     * those that are read later from the objects that the query brought.
     *
     * <pre>{@code
     * session.query(User.class).options(withLoaderCriteria(Address.class, Address_.city.ne("Paris"))).all()
     * }</pre>
     */
    public static <E> LoadOption withLoaderCriteria(Class<E> type, Expr<Boolean> condition) {
        Objects.requireNonNull(condition, "condition");
        return LoadOption.criteria(type, any -> condition);
    }

    /**
     * The same for mapped classes that have a superclass or interface in common; the function is asked when the option is
     * given to a query: {@code withLoaderCriteria(Deletable.class, c -> attribute(c, "deleted").eq(false))}.
     */
    public static LoadOption withLoaderCriteria(Class<?> type, Function<Class<?>, ? extends Expr<Boolean>> condition) {
        return LoadOption.criteria(type, condition);
    }

    /**
     * A list in each row: what a relation leads to, each as what the part is, by one further statement for all rows; see
     * {@link Many}.
     */
    public static <T> Many<T> many(ToMany<?, ?> relation, Selected<T> part) {
        return Many.along(relation, part);
    }

    /**
     * A list in each row: rows whose key has the value of an expression of the query, by one further statement for all
     * rows: {@code many(addresses.c("user_id"), users.c("id"), row(Home::new, addresses.c("city")))}.
     *
     * @param key a column of the rows in the list
     * @param owner what it is compared with, for each row of the query
     */
    public static <T> Many<T> many(Column<?> key, Expr<?> owner, Selected<T> part) {
        return Many.where(key, owner, part);
    }

    /** Selects 1 part and makes an object of each row; see {@link RowShape}. */
    @SuppressWarnings("unchecked")
    public static <A extends @Nullable Object, R> RowShape<R> row(RowShape.Of1<A, R> maker, Selected<A> a) {
        return new RowShape<>(v -> maker.make((A) v[0]), a);
    }

    /** Selects 2 parts and makes an object of each row; see {@link RowShape}. */
    @SuppressWarnings("unchecked")
    public static <A extends @Nullable Object, B extends @Nullable Object, R> RowShape<R> row(
            RowShape.Of2<A, B, R> maker, Selected<A> a, Selected<B> b) {
        return new RowShape<>(v -> maker.make((A) v[0], (B) v[1]), a, b);
    }

    /** Selects 3 parts and makes an object of each row; see {@link RowShape}. */
    @SuppressWarnings("unchecked")
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R>
            RowShape<R> row(RowShape.Of3<A, B, C, R> maker, Selected<A> a, Selected<B> b, Selected<C> c) {
        return new RowShape<>(v -> maker.make((A) v[0], (B) v[1], (C) v[2]), a, b, c);
    }

    /** Selects 4 parts and makes an object of each row; see {@link RowShape}. */
    @SuppressWarnings("unchecked")
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    R>
            RowShape<R> row(
                    RowShape.Of4<A, B, C, D, R> maker, Selected<A> a, Selected<B> b, Selected<C> c, Selected<D> d) {
        return new RowShape<>(v -> maker.make((A) v[0], (B) v[1], (C) v[2], (D) v[3]), a, b, c, d);
    }

    /** Selects 5 parts and makes an object of each row; see {@link RowShape}. */
    @SuppressWarnings("unchecked")
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    R>
            RowShape<R> row(
                    RowShape.Of5<A, B, C, D, E, R> maker,
                    Selected<A> a,
                    Selected<B> b,
                    Selected<C> c,
                    Selected<D> d,
                    Selected<E> e) {
        return new RowShape<>(v -> maker.make((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4]), a, b, c, d, e);
    }

    /** Selects 6 parts and makes an object of each row; see {@link RowShape}. */
    @SuppressWarnings("unchecked")
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    R>
            RowShape<R> row(
                    RowShape.Of6<A, B, C, D, E, F, R> maker,
                    Selected<A> a,
                    Selected<B> b,
                    Selected<C> c,
                    Selected<D> d,
                    Selected<E> e,
                    Selected<F> f) {
        return new RowShape<>(
                v -> maker.make((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5]), a, b, c, d, e, f);
    }

    /** Selects 7 parts and makes an object of each row; see {@link RowShape}. */
    @SuppressWarnings("unchecked")
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    R>
            RowShape<R> row(
                    RowShape.Of7<A, B, C, D, E, F, G, R> maker,
                    Selected<A> a,
                    Selected<B> b,
                    Selected<C> c,
                    Selected<D> d,
                    Selected<E> e,
                    Selected<F> f,
                    Selected<G> g) {
        return new RowShape<>(
                v -> maker.make((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6]),
                a,
                b,
                c,
                d,
                e,
                f,
                g);
    }

    /** Selects 8 parts and makes an object of each row; see {@link RowShape}. */
    @SuppressWarnings("unchecked")
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object,
                    R>
            RowShape<R> row(
                    RowShape.Of8<A, B, C, D, E, F, G, H, R> maker,
                    Selected<A> a,
                    Selected<B> b,
                    Selected<C> c,
                    Selected<D> d,
                    Selected<E> e,
                    Selected<F> f,
                    Selected<G> g,
                    Selected<H> h) {
        return new RowShape<>(
                v -> maker.make((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7]),
                a,
                b,
                c,
                d,
                e,
                f,
                g,
                h);
    }

    /** Selects 9 parts and makes an object of each row; see {@link RowShape}. */
    @SuppressWarnings("unchecked")
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object,
                    I extends @Nullable Object,
                    R>
            RowShape<R> row(
                    RowShape.Of9<A, B, C, D, E, F, G, H, I, R> maker,
                    Selected<A> a,
                    Selected<B> b,
                    Selected<C> c,
                    Selected<D> d,
                    Selected<E> e,
                    Selected<F> f,
                    Selected<G> g,
                    Selected<H> h,
                    Selected<I> i) {
        return new RowShape<>(
                v -> maker.make(
                        (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7], (I) v[8]),
                a,
                b,
                c,
                d,
                e,
                f,
                g,
                h,
                i);
    }

    /** Selects 10 parts and makes an object of each row; see {@link RowShape}. */
    @SuppressWarnings("unchecked")
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object,
                    I extends @Nullable Object,
                    J extends @Nullable Object,
                    R>
            RowShape<R> row(
                    RowShape.Of10<A, B, C, D, E, F, G, H, I, J, R> maker,
                    Selected<A> a,
                    Selected<B> b,
                    Selected<C> c,
                    Selected<D> d,
                    Selected<E> e,
                    Selected<F> f,
                    Selected<G> g,
                    Selected<H> h,
                    Selected<I> i,
                    Selected<J> j) {
        return new RowShape<>(
                v -> maker.make(
                        (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7], (I) v[8],
                        (J) v[9]),
                a,
                b,
                c,
                d,
                e,
                f,
                g,
                h,
                i,
                j);
    }

    /** Selects 11 parts and makes an object of each row; see {@link RowShape}. */
    @SuppressWarnings("unchecked")
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object,
                    I extends @Nullable Object,
                    J extends @Nullable Object,
                    K extends @Nullable Object,
                    R>
            RowShape<R> row(
                    RowShape.Of11<A, B, C, D, E, F, G, H, I, J, K, R> maker,
                    Selected<A> a,
                    Selected<B> b,
                    Selected<C> c,
                    Selected<D> d,
                    Selected<E> e,
                    Selected<F> f,
                    Selected<G> g,
                    Selected<H> h,
                    Selected<I> i,
                    Selected<J> j,
                    Selected<K> k) {
        return new RowShape<>(
                v -> maker.make(
                        (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7], (I) v[8],
                        (J) v[9], (K) v[10]),
                a,
                b,
                c,
                d,
                e,
                f,
                g,
                h,
                i,
                j,
                k);
    }

    /** Selects 12 parts and makes an object of each row; see {@link RowShape}. */
    @SuppressWarnings("unchecked")
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object,
                    I extends @Nullable Object,
                    J extends @Nullable Object,
                    K extends @Nullable Object,
                    L extends @Nullable Object,
                    R>
            RowShape<R> row(
                    RowShape.Of12<A, B, C, D, E, F, G, H, I, J, K, L, R> maker,
                    Selected<A> a,
                    Selected<B> b,
                    Selected<C> c,
                    Selected<D> d,
                    Selected<E> e,
                    Selected<F> f,
                    Selected<G> g,
                    Selected<H> h,
                    Selected<I> i,
                    Selected<J> j,
                    Selected<K> k,
                    Selected<L> l) {
        return new RowShape<>(
                v -> maker.make(
                        (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7], (I) v[8],
                        (J) v[9], (K) v[10], (L) v[11]),
                a,
                b,
                c,
                d,
                e,
                f,
                g,
                h,
                i,
                j,
                k,
                l);
    }
}
