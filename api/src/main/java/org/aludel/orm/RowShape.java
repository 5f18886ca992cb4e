package org.aludel.orm;

import java.util.List;
import java.util.function.Function;
import org.aludel.sql.Selected;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a query together with the constructor that takes them, so that rows come back as typed objects:
 *
 * <pre>{@code
 * record NameCount(String name, long count) {}
 * List<NameCount> pairs = session.query(row(NameCount::new, User_.name, count(Address_.id)))
 *         .join(User_.addresses).groupBy(User_.name).all();
 * }</pre>
 *
 * <p>A shape may be a part of another, so that objects in objects are made of one row; {@link Orm#many} puts a list there.
 *
 * <p>The compiler checks number and types of the parts against the constructor (or any other function). A part is an
 * expression, an {@link Alias}, an {@link EntityRef}, a {@link Many} or another shape.
 *
 * @param <R> what one row becomes
 * @see Orm#row
 * @since 0.1
 */
public final class RowShape<R> implements Selected<R> {

    private final List<Selected<?>> parts;
    private final Function<@Nullable Object[], R> maker;

    RowShape(Function<@Nullable Object[], R> maker, Selected<?>... parts) {
        this.parts = List.of(parts);
        this.maker = maker;
    }

    /** The selected parts, in order. */
    public List<Selected<?>> parts() {
        return parts;
    }

    /**
     * Makes the object of one row.
     *
     * @param values one value for each part, in the same order
     */
    public R make(@Nullable Object[] values) {
        return maker.apply(values);
    }

    /** Makes an object of 1 value. */
    @FunctionalInterface
    public interface Of1<A extends @Nullable Object, R> {
        R make(A a);
    }

    /** Makes an object of 2 values. */
    @FunctionalInterface
    public interface Of2<A extends @Nullable Object, B extends @Nullable Object, R> {
        R make(A a, B b);
    }

    /** Makes an object of 3 values. */
    @FunctionalInterface
    public interface Of3<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R> {
        R make(A a, B b, C c);
    }

    /** Makes an object of 4 values. */
    @FunctionalInterface
    public interface Of4<
            A extends @Nullable Object,
            B extends @Nullable Object,
            C extends @Nullable Object,
            D extends @Nullable Object,
            R> {
        R make(A a, B b, C c, D d);
    }

    /** Makes an object of 5 values. */
    @FunctionalInterface
    public interface Of5<
            A extends @Nullable Object,
            B extends @Nullable Object,
            C extends @Nullable Object,
            D extends @Nullable Object,
            E extends @Nullable Object,
            R> {
        R make(A a, B b, C c, D d, E e);
    }

    /** Makes an object of 6 values. */
    @FunctionalInterface
    public interface Of6<
            A extends @Nullable Object,
            B extends @Nullable Object,
            C extends @Nullable Object,
            D extends @Nullable Object,
            E extends @Nullable Object,
            F extends @Nullable Object,
            R> {
        R make(A a, B b, C c, D d, E e, F f);
    }

    /** Makes an object of 7 values. */
    @FunctionalInterface
    public interface Of7<
            A extends @Nullable Object,
            B extends @Nullable Object,
            C extends @Nullable Object,
            D extends @Nullable Object,
            E extends @Nullable Object,
            F extends @Nullable Object,
            G extends @Nullable Object,
            R> {
        R make(A a, B b, C c, D d, E e, F f, G g);
    }

    /** Makes an object of 8 values. */
    @FunctionalInterface
    public interface Of8<
            A extends @Nullable Object,
            B extends @Nullable Object,
            C extends @Nullable Object,
            D extends @Nullable Object,
            E extends @Nullable Object,
            F extends @Nullable Object,
            G extends @Nullable Object,
            H extends @Nullable Object,
            R> {
        R make(A a, B b, C c, D d, E e, F f, G g, H h);
    }

    /** Makes an object of 9 values. */
    @FunctionalInterface
    public interface Of9<
            A extends @Nullable Object,
            B extends @Nullable Object,
            C extends @Nullable Object,
            D extends @Nullable Object,
            E extends @Nullable Object,
            F extends @Nullable Object,
            G extends @Nullable Object,
            H extends @Nullable Object,
            I extends @Nullable Object,
            R> {
        R make(A a, B b, C c, D d, E e, F f, G g, H h, I i);
    }

    /** Makes an object of 10 values. */
    @FunctionalInterface
    public interface Of10<
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
            R> {
        R make(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j);
    }

    /** Makes an object of 11 values. */
    @FunctionalInterface
    public interface Of11<
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
            R> {
        R make(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k);
    }

    /** Makes an object of 12 values. */
    @FunctionalInterface
    public interface Of12<
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
            R> {
        R make(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l);
    }
}
