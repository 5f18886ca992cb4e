package org.aludel.sql;

import java.time.Duration;
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
import org.aludel.sql.tree.Grouping;
import org.aludel.sql.tree.InExpressions;
import org.aludel.sql.tree.InList;
import org.aludel.sql.tree.InQuery;
import org.aludel.sql.tree.JsonItem;
import org.aludel.sql.tree.Label;
import org.aludel.sql.tree.Like;
import org.aludel.sql.tree.Match;
import org.aludel.sql.tree.NullTest;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Order;
import org.aludel.sql.tree.Over;
import org.aludel.sql.tree.Regexp;
import org.aludel.sql.tree.RegexpReplace;
import org.aludel.sql.tree.TypeCoerce;
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

    /** IS: the same as {@link #eq} for null and truth values; what it means for others is the database's business. */
    default Condition is(@Nullable T value) {
        return Expressions.compare(Operator.IS, this, value);
    }

    default Condition is(Expr<?> other) {
        return Expressions.compareWith(Operator.IS, this, other);
    }

    /** IS NOT. */
    default Condition isNot(@Nullable T value) {
        return Expressions.compare(Operator.IS_NOT, this, value);
    }

    default Condition isNot(Expr<?> other) {
        return Expressions.compareWith(Operator.IS_NOT, this, other);
    }

    /** Differs, where two nulls are the same. */
    default Condition isDistinctFrom(@Nullable T value) {
        return Expressions.compare(Operator.IS_DISTINCT_FROM, this, value);
    }

    default Condition isDistinctFrom(Expr<T> other) {
        return Expressions.compareWith(Operator.IS_DISTINCT_FROM, this, other);
    }

    /** The same, where two nulls are the same. */
    default Condition isNotDistinctFrom(@Nullable T value) {
        return Expressions.compare(Operator.IS_NOT_DISTINCT_FROM, this, value);
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

    /** One of the values of the only column of a subquery, table or other source of rows. */
    default Condition in(FromItem rows) {
        return new InQuery(this, Sql.select(rows), false);
    }

    /** One of what text gives: the text of a query, or a list of values. */
    default Condition in(Text text) {
        return new InExpressions(this, List.of(text), false);
    }

    default Condition notIn(FromItem rows) {
        return new InQuery(this, Sql.select(rows), true);
    }

    default Condition notIn(Text text) {
        return new InExpressions(this, List.of(text), true);
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

    default Condition notBetween(Expr<T> low, Expr<T> high) {
        return new Between(this, low, high, true);
    }

    /** Between two bounds, either of which may be the lower one. */
    default Condition betweenSymmetric(T one, T other) {
        return new Between(this, Expressions.value(this, one), Expressions.value(this, other), false, true);
    }

    default Condition betweenSymmetric(Expr<T> one, Expr<T> other) {
        return new Between(this, one, other, false, true);
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

    default Condition like(Expr<?> pattern, char escape) {
        return new Like(this, pattern, String.valueOf(escape), false, false);
    }

    default Condition notLike(String pattern) {
        return Like.pattern(this, pattern, null, false).inverse();
    }

    default Condition notLike(String pattern, char escape) {
        return Like.pattern(this, pattern, String.valueOf(escape), false).inverse();
    }

    default Condition notLike(Expr<?> pattern) {
        return new Like(this, pattern, null, true, false);
    }

    /** Matches a pattern, upper and lower case being the same. */
    default Condition ilike(String pattern) {
        return Like.pattern(this, pattern, null, true);
    }

    default Condition ilike(String pattern, char escape) {
        return Like.pattern(this, pattern, String.valueOf(escape), true);
    }

    default Condition ilike(Expr<?> pattern) {
        return new Like(this, pattern, null, false, true);
    }

    default Condition ilike(Expr<?> pattern, char escape) {
        return new Like(this, pattern, String.valueOf(escape), false, true);
    }

    default Condition notIlike(String pattern) {
        return Like.pattern(this, pattern, null, true).inverse();
    }

    default Condition notIlike(String pattern, char escape) {
        return Like.pattern(this, pattern, String.valueOf(escape), true).inverse();
    }

    default Condition notIlike(Expr<?> pattern) {
        return new Like(this, pattern, null, true, true);
    }

    /** Begins with the text, in which no character has a special meaning. */
    default Condition startsWith(String prefix) {
        return startsWith(prefix, '/');
    }

    /** Begins with the text, in which no character has a special meaning; they are escaped by the given one. */
    default Condition startsWith(String prefix, char escape) {
        return Like.literal(this, Like.Kind.STARTS_WITH, prefix, escape);
    }

    /** Begins with the value of an expression, taken as it is: {@code %} and {@code _} in it match anything. */
    default Condition startsWith(Expr<?> prefix) {
        return Like.wild(this, Like.Kind.STARTS_WITH, prefix, null);
    }

    /** Begins with the value of an expression, in which the escape character takes the meaning from wildcards. */
    default Condition startsWith(Expr<?> prefix, char escape) {
        return Like.wild(this, Like.Kind.STARTS_WITH, prefix, String.valueOf(escape));
    }

    /** Begins with text taken as it is: {@code %} and {@code _} in it match anything. */
    default Condition startsWithPattern(String prefix) {
        return startsWith(Expressions.text(prefix));
    }

    /** Ends with the text, in which no character has a special meaning. */
    default Condition endsWith(String suffix) {
        return endsWith(suffix, '/');
    }

    /** Ends with the text, in which no character has a special meaning; they are escaped by the given one. */
    default Condition endsWith(String suffix, char escape) {
        return Like.literal(this, Like.Kind.ENDS_WITH, suffix, escape);
    }

    /** Ends with the value of an expression, taken as it is: {@code %} and {@code _} in it match anything. */
    default Condition endsWith(Expr<?> suffix) {
        return Like.wild(this, Like.Kind.ENDS_WITH, suffix, null);
    }

    /** Ends with the value of an expression, in which the escape character takes the meaning from wildcards. */
    default Condition endsWith(Expr<?> suffix, char escape) {
        return Like.wild(this, Like.Kind.ENDS_WITH, suffix, String.valueOf(escape));
    }

    /** Ends with text taken as it is: {@code %} and {@code _} in it match anything. */
    default Condition endsWithPattern(String suffix) {
        return endsWith(Expressions.text(suffix));
    }

    /** Holds the text, in which no character has a special meaning. */
    default Condition contains(String part) {
        return contains(part, '/');
    }

    /** Holds the text, in which no character has a special meaning; they are escaped by the given one. */
    default Condition contains(String part, char escape) {
        return Like.literal(this, Like.Kind.CONTAINS, part, escape);
    }

    /** Holds the value of an expression, taken as it is: {@code %} and {@code _} in it match anything. */
    default Condition contains(Expr<?> part) {
        return Like.wild(this, Like.Kind.CONTAINS, part, null);
    }

    /** Holds the value of an expression, in which the escape character takes the meaning from wildcards. */
    default Condition contains(Expr<?> part, char escape) {
        return Like.wild(this, Like.Kind.CONTAINS, part, String.valueOf(escape));
    }

    /** Holds text taken as it is: {@code %} and {@code _} in it match anything. */
    default Condition containsPattern(String part) {
        return contains(Expressions.text(part));
    }

    /** Matches a regular expression in the database's own language: PostgreSQL, MySQL, SQLite, Oracle, H2. */
    default Condition regexpMatch(String pattern) {
        return new Regexp(this, Expressions.text(pattern), null, false);
    }

    /** Matches a regular expression; flags are the database's, {@code i} ignores case everywhere. */
    default Condition regexpMatch(String pattern, String flags) {
        return new Regexp(this, Expressions.text(pattern), flags, false);
    }

    default Condition regexpMatch(Expr<?> pattern) {
        return new Regexp(this, pattern, null, false);
    }

    default Condition regexpMatch(Expr<?> pattern, String flags) {
        return new Regexp(this, pattern, flags, false);
    }

    /** The text with what matches a regular expression replaced: PostgreSQL, MySQL, Oracle, H2. */
    default Expr<T> regexpReplace(String pattern, String replacement) {
        return new RegexpReplace<>(this, Expressions.text(pattern), Expressions.text(replacement), null);
    }

    /** The text with what matches a regular expression replaced; flags are the database's. */
    default Expr<T> regexpReplace(String pattern, String replacement, String flags) {
        return new RegexpReplace<>(this, Expressions.text(pattern), Expressions.text(replacement), flags);
    }

    default Expr<T> regexpReplace(Expr<?> pattern, Expr<?> replacement) {
        return new RegexpReplace<>(this, pattern, replacement, null);
    }

    default Expr<T> regexpReplace(Expr<?> pattern, Expr<?> replacement, String flags) {
        return new RegexpReplace<>(this, pattern, replacement, flags);
    }

    /** Full text search in the database's own language: MATCH, {@code @@ to_tsquery}, CONTAINS. */
    default Condition match(String query) {
        return new Match(this, Expressions.text(query), null, false);
    }

    /** Full text search by a named configuration, as PostgreSQL's {@code english}. */
    default Condition match(String query, String config) {
        return new Match(this, Expressions.text(query), config, false);
    }

    /** Full text search by a named configuration. */
    default Condition match(Expr<?> query, String config) {
        return new Match(this, query, config, false);
    }

    default Condition match(Expr<?> query) {
        return new Match(this, query, null, false);
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

    /** A moment later by a length of time, or the sum of two lengths. */
    default Expr<T> plus(Duration length) {
        return Expressions.arithmetic(Operator.ADD, this, length);
    }

    /** A moment earlier by a length of time, or the difference of two lengths. */
    default Expr<T> minus(Duration length) {
        return Expressions.arithmetic(Operator.SUBTRACT, this, length);
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

    /** Any operator; the result has this expression's type, and stands in parentheses under any other operator. */
    default Expr<T> op(String operator, @Nullable Object operand) {
        return new Binary<>(Operator.custom(operator), this, Expressions.operand(this, operand), type());
    }

    /** Any operator with its precedence: comparisons have 5, {@code +} has 7, {@code *} has 8. */
    default Expr<T> op(String operator, int precedence, @Nullable Object operand) {
        return new Binary<>(Operator.custom(operator, precedence), this, Expressions.operand(this, operand), type());
    }

    /** Any operator with the type of its result. */
    default <R> Expr<R> op(String operator, Type<R> type, @Nullable Object operand) {
        return new Binary<>(Operator.custom(operator), this, Expressions.operand(this, operand), type);
    }

    /** Any operator with its precedence and the type of its result. */
    default <R> Expr<R> op(String operator, int precedence, Type<R> type, @Nullable Object operand) {
        return new Binary<>(Operator.custom(operator, precedence), this, Expressions.operand(this, operand), type);
    }

    /** Any operator whose result is a truth value. */
    default Condition boolOp(String operator, @Nullable Object operand) {
        return new CustomCondition(Operator.custom(operator), this, Expressions.operand(this, operand));
    }

    /** Any operator whose result is a truth value, with its precedence: comparisons have 5. */
    default Condition boolOp(String operator, int precedence, @Nullable Object operand) {
        return new CustomCondition(Operator.custom(operator, precedence), this, Expressions.operand(this, operand));
    }

    /** A member of a JSON document by name. */
    default JsonItem<String> item(String name) {
        return JsonItem.of(this, name);
    }

    /** An element of a JSON document by number, from 0. */
    default JsonItem<String> item(int number) {
        return JsonItem.of(this, number);
    }

    /** A part of a JSON document by an expression that gives its name or number. */
    default JsonItem<String> item(Expr<?> key) {
        return JsonItem.of(this, key);
    }

    /** A part of a JSON document by names and numbers, from the outside in. */
    default JsonItem<String> path(Object... steps) {
        return JsonItem.ofPath(this, List.of(steps));
    }

    /** The same taken as another type, without a change in SQL. */
    default <R> Expr<R> typeCoerce(Type<R> type) {
        return new TypeCoerce<>(this, type);
    }

    /** The same in parentheses, whatever stands round it. */
    default Expr<T> grouped() {
        return new Grouping<>(this);
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

    /** A name made at compilation for the column of a select. */
    default Label<T> label() {
        return new Label<>("", this);
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

    /** Ordered by this, nulls before all others. */
    default Order nullsFirst() {
        return new Order(this, Order.Direction.DEFAULT, Order.Nulls.FIRST);
    }

    /** Ordered by this, nulls after all others. */
    default Order nullsLast() {
        return new Order(this, Order.Direction.DEFAULT, Order.Nulls.LAST);
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
