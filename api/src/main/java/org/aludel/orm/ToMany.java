package org.aludel.orm;

import java.util.List;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.jspecify.annotations.Nullable;

/**
 * A relation to many objects.
 *
 * <pre>{@code
 * session.query(User.class).filter(User_.addresses.any(Address_.city.ne("Rome")))
 * }</pre>
 *
 * @param <E> the mapped class
 * @param <T> the class of the members
 * @see Orm#toMany
 * @since 0.1
 */
public final class ToMany<E, T> extends Relation<E, T> {

    ToMany(Class<E> owner, String name, @Nullable Alias<? extends E> source) {
        this(owner, name, source, null, null, List.of());
    }

    private ToMany(
            Class<E> owner,
            String name,
            @Nullable Alias<? extends E> source,
            @Nullable Class<?> subclass,
            @Nullable Alias<?> occurrence,
            List<Expr<Boolean>> conditions) {
        super(owner, name, source, subclass, occurrence, conditions);
    }

    /** There is a member for which all conditions hold; without conditions, any member at all. */
    public Condition any(Condition... conditions) {
        return RelationCondition.exists(this, conditions, false);
    }

    /** There is a member for which the condition holds. */
    public Condition any(Expr<Boolean> condition) {
        return RelationCondition.exists(this, condition, false);
    }

    /** There is no member for which all conditions hold. */
    public Condition none(Condition... conditions) {
        return RelationCondition.exists(this, conditions, true);
    }

    /** There is no member for which the condition holds. */
    public Condition none(Expr<Boolean> condition) {
        return RelationCondition.exists(this, condition, true);
    }

    /** The object is a member. Its key is read when the statement is executed. */
    public Condition contains(T member) {
        return RelationCondition.refersTo(this, member);
    }

    /** There are no members. */
    public Condition isEmpty() {
        return none();
    }

    /** There are members. */
    public Condition isNotEmpty() {
        return any();
    }

    @Override
    public ToMany<E, T> from(Alias<? extends E> alias) {
        return new ToMany<>(owner(), name(), alias, subclass(), occurrence(), conditions());
    }

    @Override
    public <S extends T> ToMany<E, S> ofType(Class<S> type) {
        return new ToMany<>(owner(), name(), source(), type, null, conditions());
    }

    @Override
    public <S extends T> ToMany<E, S> ofType(Alias<S> alias) {
        return new ToMany<>(owner(), name(), source(), alias.type(), alias, conditions());
    }

    @Override
    public ToMany<E, T> and(Condition... conditions) {
        return new ToMany<>(owner(), name(), source(), subclass(), occurrence(), with(conditions));
    }
}
