package org.aludel.orm;

import java.util.List;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.jspecify.annotations.Nullable;

/**
 * A relation to one object.
 *
 * <pre>{@code
 * session.query(Address.class).filter(Address_.user.eq(ed))
 * session.query(Address.class).filter(Address_.user.has(User_.name.eq("ed")))
 * }</pre>
 *
 * @param <E> the mapped class
 * @param <T> the class referred to
 * @see Orm#toOne
 * @since 0.1
 */
public final class ToOne<E, T> extends Relation<E, T> {

    ToOne(Class<E> owner, String name, @Nullable Alias<? extends E> source) {
        this(owner, name, source, null, null, List.of());
    }

    private ToOne(
            Class<E> owner,
            String name,
            @Nullable Alias<? extends E> source,
            @Nullable Class<?> subclass,
            @Nullable Alias<?> occurrence,
            List<Expr<Boolean>> conditions) {
        super(owner, name, source, subclass, occurrence, conditions);
    }

    /** Refers to the object, whose key is read when the statement is executed; null asks for no object. */
    public Condition eq(@Nullable T object) {
        return object == null ? isNull() : RelationCondition.refersTo(this, object);
    }

    /** Refers to another object or to none; null asks for any object. */
    public Condition ne(@Nullable T object) {
        return object == null ? isNotNull() : RelationCondition.refersElsewhere(this, object);
    }

    /** Refers to no object. */
    public Condition isNull() {
        return RelationCondition.isNull(this, false);
    }

    /** Refers to some object. */
    public Condition isNotNull() {
        return RelationCondition.isNull(this, true);
    }

    /** Refers to an object for which all conditions hold. */
    public Condition has(Condition... conditions) {
        return RelationCondition.exists(this, conditions, false);
    }

    /** Refers to an object for which the condition holds. */
    public Condition has(Expr<Boolean> condition) {
        return RelationCondition.exists(this, condition, false);
    }

    @Override
    public ToOne<E, T> from(Alias<? extends E> alias) {
        return new ToOne<>(owner(), name(), alias, subclass(), occurrence(), conditions());
    }

    @Override
    public <S extends T> ToOne<E, S> ofType(Class<S> type) {
        return new ToOne<>(owner(), name(), source(), type, null, conditions());
    }

    @Override
    public <S extends T> ToOne<E, S> ofType(Alias<S> alias) {
        return new ToOne<>(owner(), name(), source(), alias.type(), alias, conditions());
    }

    @Override
    public ToOne<E, T> and(Condition... conditions) {
        return new ToOne<>(owner(), name(), source(), subclass(), occurrence(), with(conditions));
    }
}
