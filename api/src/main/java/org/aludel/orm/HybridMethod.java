package org.aludel.orm;

import java.util.Objects;
import java.util.function.BiFunction;
import org.aludel.sql.Expr;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Hybrid} that takes an argument.
 *
 * <pre>{@code
 * static final HybridMethod<Person, String, Boolean> STARTS = hybridMethod(Person.class,
 *         (person, prefix) -> person.first.startsWith(prefix),
 *         (columns, prefix) -> columns.get(Person_.first).startsWith(prefix));
 *
 * STARTS.get(person, "J");
 * session.query(Person.class).filter(STARTS.with("J")).all();
 * }</pre>
 *
 * @param <E> the mapped class
 * @param <A> type of the argument
 * @param <T> type of the values
 * @see Orm#hybridMethod
 * @since 0.1
 */
public final class HybridMethod<E, A, T> {

    private final Class<E> owner;
    private final BiFunction<? super E, ? super A, ? extends @Nullable T> getter;
    private final BiFunction<? super Hybrid.Columns<E>, ? super A, ? extends Expr<T>> expression;

    HybridMethod(
            Class<E> owner,
            BiFunction<? super E, ? super A, ? extends @Nullable T> getter,
            BiFunction<? super Hybrid.Columns<E>, ? super A, ? extends Expr<T>> expression) {
        this.owner = Objects.requireNonNull(owner, "owner");
        this.getter = Objects.requireNonNull(getter, "getter");
        this.expression = Objects.requireNonNull(expression, "expression");
    }

    /** The value for an object in memory. */
    public @Nullable T get(E object, A argument) {
        return getter.apply(object, argument);
    }

    /** The hybrid for one argument. */
    public Hybrid<E, T> with(A argument) {
        return Hybrid.of(
                owner, object -> getter.apply(object, argument), columns -> expression.apply(columns, argument));
    }
}
