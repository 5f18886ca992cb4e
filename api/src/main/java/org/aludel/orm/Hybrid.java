package org.aludel.orm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.aludel.errors.ArgumentException;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.spi.Resolver;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.sql.spi.Unresolved;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * A value that is computed from an object in memory and, by the same definition, from its row in SQL.
 *
 * <pre>{@code
 * static final Hybrid<User, String> FULL_NAME = hybrid(User.class,
 *         user -> user.first + " " + user.last,
 *         columns -> columns.get(User_.first).plus(" ").plus(columns.get(User_.last)));
 *
 * String fullName() { return FULL_NAME.get(this); }
 *
 * session.query(User.class).filter(User.FULL_NAME.eq("Ed Jones")).orderBy(User.FULL_NAME).all();
 * session.query(other).filter(other.get(User.FULL_NAME).ne(User.FULL_NAME)).all();
 * }</pre>
 *
 * <p>Immutable: {@link #setter}, {@link #comparator}, {@link #updatedBy}, {@link #as} and the like give another hybrid,
 * so that a subclass reuses what its superclass has and changes a part of it.
 *
 * @param <E> the mapped class
 * @param <T> type of the values
 * @see Orm#hybrid
 * @since 0.1
 */
public final class Hybrid<E, T> implements Unresolved<T> {

    /** Where the columns of a hybrid's expression come from: the class itself or an {@link Alias}. */
    public interface Columns<E> {

        /** An attribute of this occurrence. */
        <V> Expr<V> get(Attribute<? super E, V> attribute);

        /** Another hybrid on this occurrence. */
        <V> Expr<V> get(Hybrid<? super E, V> hybrid);

        /** A relation that starts from this occurrence. */
        <V> ToMany<? extends E, V> get(ToMany<? super E, V> relation);

        /** A relation that starts from this occurrence. */
        <V> ToOne<? extends E, V> get(ToOne<? super E, V> relation);
    }

    /** Says what a comparison of a hybrid means. */
    @FunctionalInterface
    public interface Comparator<T> {

        /**
         * The condition.
         *
         * @param operator the comparison: {@code =}, {@code !=}, {@code <} and so on
         * @param expression the hybrid's expression
         * @param other what it is compared with
         */
        Condition compare(Operator operator, Expr<T> expression, Expr<?> other);
    }

    private final Class<E> owner;
    private final Function<? super E, ? extends @Nullable T> getter;
    private final Function<? super Columns<E>, ? extends Expr<T>> expression;
    private final @Nullable BiConsumer<? super E, ? super T> setter;
    private final @Nullable Comparator<T> comparator;
    private final @Nullable Function<? super T, ? extends List<Assignment<?>>> update;
    private final @Nullable String name;
    private final @Nullable Alias<? extends E> alias;
    private volatile @Nullable Expr<T> built;

    private Hybrid(
            Class<E> owner,
            Function<? super E, ? extends @Nullable T> getter,
            Function<? super Columns<E>, ? extends Expr<T>> expression,
            @Nullable BiConsumer<? super E, ? super T> setter,
            @Nullable Comparator<T> comparator,
            @Nullable Function<? super T, ? extends List<Assignment<?>>> update,
            @Nullable String name,
            @Nullable Alias<? extends E> alias) {
        this.owner = Objects.requireNonNull(owner, "owner");
        this.getter = Objects.requireNonNull(getter, "getter");
        this.expression = Objects.requireNonNull(expression, "expression");
        this.setter = setter;
        this.comparator = comparator;
        this.update = update;
        this.name = name;
        this.alias = alias;
    }

    static <E, T> Hybrid<E, T> of(
            Class<E> owner,
            Function<? super E, ? extends @Nullable T> getter,
            Function<? super Columns<E>, ? extends Expr<T>> expression) {
        return new Hybrid<>(owner, getter, expression, null, null, null, null, null);
    }

    // ---- variants

    /** With a way to set the value of an object in memory. */
    public Hybrid<E, T> setter(BiConsumer<? super E, ? super T> assignment) {
        return new Hybrid<>(owner, getter, expression, assignment, comparator, update, name, alias);
    }

    /** With another computation in memory. */
    public Hybrid<E, T> getter(Function<? super E, ? extends @Nullable T> computation) {
        return new Hybrid<>(owner, computation, expression, setter, comparator, update, name, alias);
    }

    /** With another expression in SQL. */
    public Hybrid<E, T> expression(Function<? super Columns<E>, ? extends Expr<T>> inSql) {
        return new Hybrid<>(owner, getter, inSql, setter, comparator, update, name, alias);
    }

    /**
     * With comparisons of its own:
     *
     * <pre>{@code WORD.comparator((operator, word, other) -> lower(word).compare(operator, lower(other)))}</pre>
     */
    public Hybrid<E, T> comparator(Comparator<T> comparisons) {
        return new Hybrid<>(owner, getter, expression, setter, comparisons, update, name, alias);
    }

    /** With a way to set the value in a bulk update: the columns that a new value is taken apart to. */
    public Hybrid<E, T> updatedBy(Function<? super T, ? extends List<Assignment<?>>> assignments) {
        return new Hybrid<>(owner, getter, expression, setter, comparator, assignments, name, alias);
    }

    /** With a name as a column of a row or subquery. */
    public Hybrid<E, T> named(String columnName) {
        return new Hybrid<>(owner, getter, expression, setter, comparator, update, columnName, alias);
    }

    /** The same for a subclass, whose variants may differ: {@code Person.NAME.as(Employee.class).setter(...)}. */
    public <S extends E> Hybrid<S, T> as(Class<S> subclass) {
        Function<? super Columns<E>, ? extends Expr<T>> inherited = expression;
        return new Hybrid<>(
                subclass,
                getter,
                columns -> inherited.apply(narrowed(columns)),
                setter,
                comparator,
                update,
                name,
                null);
    }

    @SuppressWarnings("unchecked") // what gives the attributes of a subclass gives those of the superclass
    private static <E> Columns<E> narrowed(Columns<? extends E> columns) {
        return (Columns<E>) columns;
    }

    /** The same on another occurrence of the class. */
    public Hybrid<E, T> from(Alias<? extends E> occurrence) {
        return new Hybrid<>(
                owner,
                getter,
                expression,
                setter,
                comparator,
                update,
                name,
                Objects.requireNonNull(occurrence, "occurrence"));
    }

    // ---- in memory

    /** The class that has it. */
    public Class<E> owner() {
        return owner;
    }

    /** The value for an object in memory. */
    public @Nullable T get(E object) {
        return getter.apply(object);
    }

    /**
     * Sets the value of an object in memory.
     *
     * @throws ArgumentException ALU-0620 if there is no {@link #setter}
     */
    public void set(E object, T value) {
        if (setter == null) {
            throw new ArgumentException(
                    "ALU-0620",
                    "a hybrid without setter can't be set; where: " + this
                            + "; what to do: give it setter(...), or set the attributes it is computed from");
        }
        setter.accept(object, value);
    }

    // ---- in SQL

    /** The expression, on the occurrence that this hybrid stands for. */
    public Expr<T> expression() {
        Expr<T> known = built;
        if (known == null) {
            known = Objects.requireNonNull(
                    expression.apply(alias == null ? new OfClass<>(owner) : new OfAlias<>(alias)), "expression");
            built = known;
        }
        return known;
    }

    /**
     * What a new value in a bulk update is taken apart to.
     *
     * @throws ArgumentException ALU-0621 if the hybrid is no single attribute and has no {@link #updatedBy}, or if an
     *     expression is assigned to one that takes values apart
     */
    @SuppressWarnings("unchecked")
    List<Assignment<?>> assignments(@Nullable Object value) {
        if (update != null && !(value instanceof Expr<?>)) {
            return List.copyOf(update.apply((T) value));
        }
        Expr<T> target = expression();
        if (update == null && target instanceof Attribute<?, ?> attribute) {
            return List.of(new Assignment<>((Attribute<?, Object>) attribute, value));
        }
        if (update == null && target instanceof Hybrid<?, ?> hybrid) {
            return hybrid.assignments(value);
        }
        throw new ArgumentException(
                "ALU-0621",
                (update == null
                                ? "a bulk update can't assign to a hybrid that is an expression"
                                : "an expression can't be taken apart by a hybrid's updatedBy(...)")
                        + "; where: " + this
                        + "; what to do: "
                        + (update == null ? "give the hybrid updatedBy(...), or" : "assign a value, or")
                        + " assign to the attributes it is computed from");
    }

    @Override
    public Type<T> type() {
        return expression().type();
    }

    @Override
    public Object identity() {
        return this;
    }

    @Override
    public @Nullable String outputName() {
        return name;
    }

    @Override
    public Expr<?> resolve(Resolver resolver) {
        Expr<T> inner = expression();
        if (inner instanceof Unresolved<?> unresolved) {
            Expr<?> resolved = unresolved.resolve(resolver);
            return resolved == null ? inner : resolved;
        }
        return inner;
    }

    @Override
    public void writeTo(StructureWriter writer) {
        writer.atom(Hybrid.class);
        writer.atom(name);
        writer.node(expression());
    }

    // ---- comparisons

    private Condition compared(Operator operator, Expr<?> other) {
        return comparator == null
                ? expression().compare(operator, other)
                : comparator.compare(operator, expression(), other);
    }

    private Expr<?> value(@Nullable T value) {
        return BindParameter.of(expression().type(), value);
    }

    @Override
    public Condition eq(@Nullable T value) {
        return comparator == null || value == null ? expression().eq(value) : compared(Operator.EQ, value(value));
    }

    @Override
    public Condition eq(Expr<T> other) {
        return comparator == null ? expression().eq(other) : compared(Operator.EQ, other);
    }

    @Override
    public Condition ne(@Nullable T value) {
        return comparator == null || value == null ? expression().ne(value) : compared(Operator.NE, value(value));
    }

    @Override
    public Condition ne(Expr<T> other) {
        return comparator == null ? expression().ne(other) : compared(Operator.NE, other);
    }

    @Override
    public Condition lt(T value) {
        return comparator == null ? expression().lt(value) : compared(Operator.LT, value(value));
    }

    @Override
    public Condition lt(Expr<T> other) {
        return comparator == null ? expression().lt(other) : compared(Operator.LT, other);
    }

    @Override
    public Condition le(T value) {
        return comparator == null ? expression().le(value) : compared(Operator.LE, value(value));
    }

    @Override
    public Condition le(Expr<T> other) {
        return comparator == null ? expression().le(other) : compared(Operator.LE, other);
    }

    @Override
    public Condition gt(T value) {
        return comparator == null ? expression().gt(value) : compared(Operator.GT, value(value));
    }

    @Override
    public Condition gt(Expr<T> other) {
        return comparator == null ? expression().gt(other) : compared(Operator.GT, other);
    }

    @Override
    public Condition ge(T value) {
        return comparator == null ? expression().ge(value) : compared(Operator.GE, value(value));
    }

    @Override
    public Condition ge(Expr<T> other) {
        return comparator == null ? expression().ge(other) : compared(Operator.GE, other);
    }

    /** One of some values, each compared as {@link #comparator} says. */
    @Override
    public Condition in(Collection<? extends T> values) {
        if (comparator == null || values.isEmpty()) {
            return expression().in(values);
        }
        List<Expr<Boolean>> each = new ArrayList<>(values.size());
        values.forEach(value -> each.add(compared(Operator.EQ, value(value))));
        return Junction.of(Operator.OR, each);
    }

    @Override
    @SafeVarargs
    public final Condition in(T... values) {
        return in(List.of(values));
    }

    @Override
    public String toString() {
        return (alias == null ? owner.getSimpleName() : alias.toString()) + "." + (name == null ? "hybrid" : name);
    }

    /** Attributes of the class itself; inherited ones belong to the class that declares them. */
    private record OfClass<E>(Class<E> type) implements Columns<E> {

        @Override
        public <V> Expr<V> get(Attribute<? super E, V> attribute) {
            return attribute.owner() == type ? attribute : new Attribute<>(type, attribute.name());
        }

        @Override
        @SuppressWarnings("unchecked")
        public <V> Expr<V> get(Hybrid<? super E, V> hybrid) {
            return hybrid.owner() == type ? hybrid : ((Hybrid<Object, V>) hybrid).as((Class<Object>) type);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <V> ToMany<? extends E, V> get(ToMany<? super E, V> relation) {
            return relation.owner() == type ? (ToMany<E, V>) relation : new ToMany<>(type, relation.name(), null);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <V> ToOne<? extends E, V> get(ToOne<? super E, V> relation) {
            return relation.owner() == type ? (ToOne<E, V>) relation : new ToOne<>(type, relation.name(), null);
        }
    }

    /** Attributes of another occurrence. */
    private record OfAlias<E>(Alias<? extends E> alias) implements Columns<E> {

        @Override
        public <V> Expr<V> get(Attribute<? super E, V> attribute) {
            return alias.get(attribute);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <V> Expr<V> get(Hybrid<? super E, V> hybrid) {
            return ((Hybrid<E, V>) hybrid).from(alias);
        }

        @Override
        public <V> ToMany<? extends E, V> get(ToMany<? super E, V> relation) {
            return alias.get(relation);
        }

        @Override
        public <V> ToOne<? extends E, V> get(ToOne<? super E, V> relation) {
            return alias.get(relation);
        }
    }
}
