package org.aludel.sql;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.aludel.sql.tree.Between;
import org.aludel.sql.tree.Binary;
import org.aludel.sql.tree.Cast;
import org.aludel.sql.tree.Collate;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.CustomCondition;
import org.aludel.sql.tree.Expressions;
import org.aludel.sql.tree.InExpressions;
import org.aludel.sql.tree.InList;
import org.aludel.sql.tree.InQuery;
import org.aludel.sql.tree.Label;
import org.aludel.sql.tree.Like;
import org.aludel.sql.tree.NullTest;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Order;
import org.aludel.sql.tree.Over;
import org.aludel.sql.tree.Unary;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * A SQL expression whose values are of type {@code T}. Immutable. Columns, functions, values and mapped attributes are
 * expressions; methods combine them.
 *
 * <pre>{@code
 * name.like("%ed%").or(id.between(2, 10))
 * }</pre>
 *
 * <p>A null <em>value</em> renders IS NULL or IS NOT NULL. A value or expression of the wrong type that came through an
 * untyped column is refused with ALU-0101 or ALU-0301.
 *
 * @since 0.1
 */
public interface Expr<T> extends Selected<T>, Ordering {

    /** The type of the values. */
    Type<T> type();

    default Condition eq(@Nullable T value) {
        return Expressions.compare(Operator.EQ, this, value);
    }

    default Condition eq(Expr<T> other) {
        return Expressions.compareWith(Operator.EQ, this, other);
    }

    /** Equals an expression of any type: the escape for comparisons across number types. */
    default Condition eqAny(Expr<?> other) {
        return Expressions.compareWith(Operator.EQ, this, other);
    }

    default Condition ne(@Nullable T value) {
        return Expressions.compare(Operator.NE, this, value);
    }

    default Condition ne(Expr<T> other) {
        return Expressions.compareWith(Operator.NE, this, other);
    }

    /** Differs from an expression of any type. */
    default Condition neAny(Expr<?> other) {
        return Expressions.compareWith(Operator.NE, this, other);
    }

    default Condition lt(T value) {
        return Expressions.compare(Operator.LT, this, value);
    }

    default Condition lt(Expr<T> other) {
        return Expressions.compareWith(Operator.LT, this, other);
    }

    /** Less than an expression of any type. */
    default Condition ltAny(Expr<?> other) {
        return Expressions.compareWith(Operator.LT, this, other);
    }

    default Condition le(T value) {
        return Expressions.compare(Operator.LE, this, value);
    }

    default Condition le(Expr<T> other) {
        return Expressions.compareWith(Operator.LE, this, other);
    }

    /** Less than or equal to an expression of any type. */
    default Condition leAny(Expr<?> other) {
        return Expressions.compareWith(Operator.LE, this, other);
    }

    default Condition gt(T value) {
        return Expressions.compare(Operator.GT, this, value);
    }

    default Condition gt(Expr<T> other) {
        return Expressions.compareWith(Operator.GT, this, other);
    }

    /** Greater than an expression of any type. */
    default Condition gtAny(Expr<?> other) {
        return Expressions.compareWith(Operator.GT, this, other);
    }

    default Condition ge(T value) {
        return Expressions.compare(Operator.GE, this, value);
    }

    default Condition ge(Expr<T> other) {
        return Expressions.compareWith(Operator.GE, this, other);
    }

    /** Greater than or equal to an expression of any type. */
    default Condition geAny(Expr<?> other) {
        return Expressions.compareWith(Operator.GE, this, other);
    }

    default Condition isNull() {
        return new NullTest(this, false);
    }

    default Condition isNotNull() {
        return new NullTest(this, true);
    }

    /** Differs, where two nulls are the same. */
    default Condition isDistinctFrom(@Nullable T value) {
        return Expressions.distinctFrom(Operator.IS_DISTINCT_FROM, this, value);
    }

    default Condition isDistinctFrom(Expr<T> other) {
        return Expressions.compareWith(Operator.IS_DISTINCT_FROM, this, other);
    }

    /** The same, where two nulls are the same. */
    default Condition isNotDistinctFrom(@Nullable T value) {
        return Expressions.distinctFrom(Operator.IS_NOT_DISTINCT_FROM, this, value);
    }

    default Condition isNotDistinctFrom(Expr<T> other) {
        return Expressions.compareWith(Operator.IS_NOT_DISTINCT_FROM, this, other);
    }

    /**
     * One of the values; none of them may be null (ALU-0102).
     */
    @SuppressWarnings("unchecked")
    default Condition in(T... values) {
        return InList.of(this, Arrays.asList((Object[]) values), false);
    }

    default Condition in(Collection<? extends T> values) {
        return InList.of(this, values, false);
    }

    default Condition in(QueryExpression query) {
        return new InQuery(this, query, false);
    }

    /** One of the values of a list parameter given at execution, as {@code Sql.bind("ids", INTEGER)}. */
    default Condition in(BindParameter<T> list) {
        return InList.of(this, list, false);
    }

    /** Equal to one of some expressions. */
    default Condition inAny(Expr<?>... expressions) {
        return new InExpressions(this, List.of(expressions), false);
    }

    @SuppressWarnings("unchecked")
    default Condition notIn(T... values) {
        return InList.of(this, Arrays.asList((Object[]) values), true);
    }

    default Condition notIn(Collection<? extends T> values) {
        return InList.of(this, values, true);
    }

    default Condition notIn(QueryExpression query) {
        return new InQuery(this, query, true);
    }

    default Condition notIn(BindParameter<T> list) {
        return InList.of(this, list, true);
    }

    default Condition notInAny(Expr<?>... expressions) {
        return new InExpressions(this, List.of(expressions), true);
    }

    default Condition between(T low, T high) {
        return new Between(this, Expressions.value(this, low), Expressions.value(this, high), false);
    }

    default Condition between(Expr<T> low, Expr<T> high) {
        return new Between(this, low, high, false);
    }

    default Condition notBetween(T low, T high) {
        return new Between(this, Expressions.value(this, low), Expressions.value(this, high), true);
    }

    /** Matches a pattern with {@code %} and {@code _}. */
    default Condition like(String pattern) {
        return Like.pattern(this, pattern, null, false);
    }

    /** Matches a pattern in which the escape character takes the meaning from {@code %} and {@code _}. */
    default Condition like(String pattern, char escape) {
        return Like.pattern(this, pattern, String.valueOf(escape), false);
    }

    default Condition like(Expr<?> pattern) {
        return new Like(this, pattern, null, false, false);
    }

    default Condition notLike(String pattern) {
        return Like.pattern(this, pattern, null, false).not();
    }

    /** Matches a pattern, upper and lower case being the same. */
    default Condition ilike(String pattern) {
        return Like.pattern(this, pattern, null, true);
    }

    default Condition notIlike(String pattern) {
        return Like.pattern(this, pattern, null, true).not();
    }

    /** Begins with the text, in which no character has a special meaning. */
    default Condition startsWith(String prefix) {
        return Like.literal(this, "", prefix, "%");
    }

    default Condition startsWith(Expr<String> prefix) {
        return new Like(this, Expressions.concat(prefix, Expressions.verbatim("'%'")), null, false, false);
    }

    /** Ends with the text, in which no character has a special meaning. */
    default Condition endsWith(String suffix) {
        return Like.literal(this, "%", suffix, "");
    }

    default Condition endsWith(Expr<String> suffix) {
        return new Like(this, Expressions.concat(Expressions.verbatim("'%'"), suffix), null, false, false);
    }

    /** Holds the text, in which no character has a special meaning. */
    default Condition contains(String part) {
        return Like.literal(this, "%", part, "%");
    }

    default Condition contains(Expr<String> part) {
        return new Like(
                this,
                Expressions.concat(Expressions.concat(Expressions.verbatim("'%'"), part), Expressions.verbatim("'%'")),
                null,
                false,
                false);
    }

    /** Adds a number. */
    default Expr<T> plus(Number value) {
        return Expressions.arithmetic(Operator.ADD, this, value);
    }

    /** Appends text. */
    default Expr<T> plus(String text) {
        return Expressions.arithmetic(Operator.ADD, this, text);
    }

    /** Adds a number, or appends text where both are text. */
    default Expr<T> plus(Expr<?> other) {
        return Expressions.arithmeticWith(Operator.ADD, this, other);
    }

    default Expr<T> minus(Number value) {
        return Expressions.arithmetic(Operator.SUBTRACT, this, value);
    }

    default Expr<T> minus(Expr<?> other) {
        return Expressions.arithmeticWith(Operator.SUBTRACT, this, other);
    }

    default Expr<T> times(Number value) {
        return Expressions.arithmetic(Operator.MULTIPLY, this, value);
    }

    default Expr<T> times(Expr<?> other) {
        return Expressions.arithmeticWith(Operator.MULTIPLY, this, other);
    }

    default Expr<T> divide(Number value) {
        return Expressions.arithmetic(Operator.DIVIDE, this, value);
    }

    default Expr<T> divide(Expr<?> other) {
        return Expressions.arithmeticWith(Operator.DIVIDE, this, other);
    }

    default Expr<T> mod(Number value) {
        return Expressions.arithmetic(Operator.MODULO, this, value);
    }

    default Expr<T> mod(Expr<?> other) {
        return Expressions.arithmeticWith(Operator.MODULO, this, other);
    }

    /** The number with the other sign. */
    default Expr<T> negate() {
        return new Unary<>(Operator.NEGATE, this, type());
    }

    default Expr<String> concat(String text) {
        return Expressions.concat(this, Expressions.text(text));
    }

    default Expr<String> concat(Expr<?> other) {
        return Expressions.concat(this, other);
    }

    /** Any operator; the result has this expression's type. */
    default Expr<T> op(String operator, Object operand) {
        return new Binary<>(Operator.custom(operator), this, Expressions.operand(this, operand), type());
    }

    /** Any operator whose result is a truth value. */
    default Condition boolOp(String operator, Object operand) {
        return new CustomCondition(Operator.custom(operator), this, Expressions.operand(this, operand));
    }

    default <R> Expr<R> cast(Type<R> type) {
        return new Cast<>(this, type);
    }

    default Expr<T> collate(String collation) {
        return new Collate<>(this, collation);
    }

    /** Only different values, inside an aggregate function: {@code count(city.distinct())}. */
    default Expr<T> distinct() {
        return new Unary<>(Operator.DISTINCT, this, type());
    }

    /** A name for the column of a select. */
    default Label<T> label(String name) {
        return new Label<>(name, this);
    }

    default Order asc() {
        return new Order(this, Order.Direction.ASC, Order.Nulls.DEFAULT);
    }

    default Order desc() {
        return new Order(this, Order.Direction.DESC, Order.Nulls.DEFAULT);
    }

    /** A window over the whole result; narrow it with {@code partitionBy} and {@code orderBy}. */
    default Over<T> over() {
        return new Over<>(this, List.of(), List.of(), null);
    }

    /** A comparison, for code that has the operator at hand. */
    default Condition compare(Operator operator, Expr<?> other) {
        return new Comparison(operator, this, other);
    }
}
