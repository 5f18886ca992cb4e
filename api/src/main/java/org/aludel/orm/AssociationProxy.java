package org.aludel.orm;

import java.util.Objects;
import java.util.function.Function;
import org.aludel.orm.instrument.AttributeAccess;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.jspecify.annotations.Nullable;

/**
 * A view of what stands behind a relation: of one attribute of the related object or objects, as if it belonged to the
 * object itself.
 *
 * <pre>{@code
 * static final ToManyProxy<Article, Keyword, String> KEYWORDS =
 *         proxy(Article_.keywordObjects, Keyword_.name).creator(Keyword::new);
 *
 * List<String> keywords() { return KEYWORDS.list(this); }
 *
 * article.keywords().add("sql");       // makes a Keyword and adds it to the relation
 * session.query(Article.class).filter(Article.KEYWORDS.contains("sql")).all();
 * }</pre>
 *
 * <p>What is behind may itself be a relation or another proxy, so that views lead over several objects. Views are live:
 * they keep nothing, and changes go through to the objects.
 *
 * @param <E> the mapped class
 * @param <M> the class between
 * @param <V> type of the values
 * @see Orm#proxy(ToMany, Attribute)
 * @see Orm#proxy(ToOne, Attribute)
 * @since 0.1
 */
public abstract sealed class AssociationProxy<E, M, V> permits ToManyProxy, ToOneProxy {

    private final Behind<M, V> behind;

    AssociationProxy(Behind<M, V> behind) {
        this.behind = behind;
    }

    /** The relation that the view looks over. */
    public abstract Relation<E, M> relation();

    /** This view, starting from another occurrence of the class. */
    public abstract AssociationProxy<E, M, V> from(Alias<? extends E> alias);

    final Behind<M, V> behind() {
        return behind;
    }

    /** There is a related object for which the condition holds. */
    abstract Condition exists(Condition... conditions);

    /** Something is there for which all conditions, on the attributes of its class, hold. */
    final Condition some(Condition... conditions) {
        return behind.hop == null ? exists(conditions) : exists(behind.hop.exists(conditions));
    }

    /** A related object has the value; null asks for one without value. */
    final Condition same(@Nullable V value) {
        return exists(behind.holds(value));
    }

    /**
     * A condition on the values themselves:
     *
     * <pre>{@code KEYWORDS.matches(name -> name.like("s%"))}</pre>
     *
     * @throws org.aludel.errors.ArgumentException ALU-0623 if the values are objects and not values of a column
     */
    public final Condition matches(Function<? super Expr<V>, ? extends Condition> condition) {
        return exists(behind.matching(condition));
    }

    final @Nullable Object related(E owner) {
        return AttributeAccess.read(
                Objects.requireNonNull(owner, "owner"), relation().name());
    }

    final void relate(E owner, @Nullable Object value) {
        AttributeAccess.write(Objects.requireNonNull(owner, "owner"), relation().name(), value);
    }

    @Override
    public final String toString() {
        return relation() + " -> " + behind;
    }
}
