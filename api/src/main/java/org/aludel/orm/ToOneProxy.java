package org.aludel.orm;

import java.util.function.Function;
import org.aludel.errors.ArgumentException;
import org.aludel.sql.Condition;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
import org.jspecify.annotations.Nullable;

/**
 * An {@link AssociationProxy} over a relation to one object.
 *
 * <pre>{@code
 * static final ToOneProxy<Article, Author, String> AUTHOR_NAME =
 *         proxy(Article_.author, Author_.name).creator(Author::new);
 *
 * String authorName() { return AUTHOR_NAME.get(this); }
 * void authorName(String name) { AUTHOR_NAME.set(this, name); }
 * }</pre>
 *
 * @param <E> the mapped class
 * @param <M> the class between
 * @param <V> type of the value
 * @since 0.1
 */
public final class ToOneProxy<E, M, V> extends AssociationProxy<E, M, V> {

    private final ToOne<E, M> relation;
    private final @Nullable Function<? super V, ? extends M> creator;

    ToOneProxy(ToOne<E, M> relation, Behind<M, V> behind, @Nullable Function<? super V, ? extends M> creator) {
        super(behind);
        this.relation = relation;
        this.creator = creator;
    }

    /** With a way to make the object between from a value. */
    public ToOneProxy<E, M, V> creator(Function<? super V, ? extends M> maker) {
        return new ToOneProxy<>(relation, behind(), maker);
    }

    @Override
    public ToOne<E, M> relation() {
        return relation;
    }

    @Override
    public ToOneProxy<E, M, V> from(Alias<? extends E> alias) {
        return new ToOneProxy<>(relation.from(alias), behind(), creator);
    }

    // ---- in memory

    /** The value; null if there is no related object. */
    @SuppressWarnings("unchecked")
    public @Nullable V get(E owner) {
        M member = (M) related(owner);
        return member == null ? null : behind().read(member);
    }

    /**
     * Sets the value of the related object; where there is none, makes one, unless the value is null.
     *
     * @throws ArgumentException ALU-0624 if one has to be made and there is no {@link #creator}
     */
    @SuppressWarnings("unchecked")
    public void set(E owner, @Nullable V value) {
        M member = (M) related(owner);
        if (member != null) {
            behind().write(member, value);
        } else if (value != null) {
            if (creator == null) {
                throw noCreator(this);
            }
            relate(owner, creator.apply(value));
        }
    }

    static ArgumentException noCreator(Object proxy) {
        return new ArgumentException(
                "ALU-0624",
                "a value is added through a proxy that can't make the object between; where: " + proxy
                        + "; what to do: give the proxy creator(...)");
    }

    // ---- in queries

    @Override
    Condition exists(Condition... conditions) {
        return relation.has(conditions);
    }

    /** Something is there for which all conditions, on the attributes of its class, hold. */
    public Condition has(Condition... conditions) {
        return some(conditions);
    }

    /** As {@link #has}, where what is shown are many objects. */
    public Condition any(Condition... conditions) {
        return some(conditions);
    }

    /** Has the value; null asks for a related object without value, or for none. */
    public Condition eq(@Nullable V value) {
        Condition same = same(value);
        return value == null ? Junction.of(Operator.OR, java.util.List.of(same, exists().not())) : same;
    }

    /** There is a related object with another value; null asks for any value. */
    public Condition ne(@Nullable V value) {
        return matches(column -> column.ne(value));
    }
}
