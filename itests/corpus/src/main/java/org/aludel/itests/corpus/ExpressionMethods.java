package org.aludel.itests.corpus;

import static org.aludel.itests.corpus.Reflection.call;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.sql.ArrayExpr;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Sql;
import org.aludel.sql.Text;
import org.aludel.sql.tree.Constant;
import org.aludel.sql.tree.Exists;
import org.aludel.sql.tree.NullTest;
import org.aludel.sql.tree.Tuple;
import org.aludel.types.TypeFamily;
import org.jspecify.annotations.Nullable;

/** Methods of column expressions. */
final class ExpressionMethods {

    private ExpressionMethods() {}

    static void register() {
        Words.of(Exists.class)
                .method("where", (e, a) -> SelectMethods.existsWhere(e, a))
                .method("select_from", (e, a) -> call(e, "selectFrom", (Object[]) Convert.froms(a.all())))
                .method("correlate", (e, a) -> call(e, "correlate", (Object[]) Convert.froms(a.all())))
                .method("correlate_except", (e, a) -> call(e, "correlateExcept", (Object[]) Convert.froms(a.all())))
                .method("select", (e, a) -> Sql.select(e));
        Words.of(Text.class)
                .method("bindparams", ExpressionMethods::bound)
                .method("columns", ExpressionMethods::textColumns);
        Words.of(Tuple.class)
                .method("in_", (t, a) -> tupleIn(t, a.at(0), false))
                .method("not_in notin_", (t, a) -> tupleIn(t, a.at(0), true));
        Words.of(Expr.class)
                .method("in_", (e, a) -> in(e, a.at(0), false))
                .method("not_in notin_", (e, a) -> in(e, a.at(0), true))
                .method("is_", (e, a) -> is(e, a.at(0), false))
                .method("is_not isnot", (e, a) -> is(e, a.at(0), true))
                .method("is_distinct_from", (e, a) -> operand(e, "isDistinctFrom", a.at(0)))
                .method("is_not_distinct_from isnot_distinct_from", (e, a) -> operand(e, "isNotDistinctFrom", a.at(0)))
                .method("between", ExpressionMethods::between)
                .method("like", (e, a) -> like(e, "like", a))
                .method("not_like notlike", (e, a) -> like(e, "notLike", a))
                .method("ilike", (e, a) -> like(e, "ilike", a))
                .method("not_ilike notilike", (e, a) -> like(e, "notIlike", a))
                .method("startswith", (e, a) -> affix(e, "startsWith", a))
                .method("endswith", (e, a) -> affix(e, "endsWith", a))
                .method("contains", (e, a) -> affix(e, "contains", a))
                .method(
                        "concat",
                        (e, a) -> a.at(0) instanceof String text ? e.concat(text) : e.concat(Convert.expr(a.at(0), e)))
                .method("match", ExpressionMethods::match)
                .method("regexp_match", (e, a) -> flagged(e, "regexpMatch", a, 1))
                .method("regexp_replace", (e, a) -> flagged(e, "regexpReplace", a, 2))
                .method("op", (e, a) -> (Callable) other -> custom(e, a, other.at(0)))
                .method("bool_op", (e, a) -> (Callable)
                        other -> custom(e, new Args(a.all(), java.util.Map.of("is_comparison", true)), other.at(0)))
                .method("label", (e, a) -> a.at(0) == null ? call(e, "label") : e.label(a.text(0)))
                .method("cast", (e, a) -> e.cast(Convert.type(a.at(0))))
                .method("collate", (e, a) -> e.collate(a.text(0)))
                .method("over", (e, a) -> FunctionMethods.over(e, a))
                .method("self_group", (e, a) -> e.grouped())
                .method("any_", (e, a) -> Names.quantified("any", e))
                .method("all_", (e, a) -> Names.quantified("all", e))
                .method("contained_by", (e, a) -> special(e, "containedBy", a))
                .method("overlap overlaps", (e, a) -> special(e, "overlap", a))
                .method("as_string", (e, a) -> call(e, "asString"))
                .property("astext", e -> call(e, "asText"))
                .property("right", e -> e instanceof NullTest ? Sql.null_() : call(e, "right"))
                .property("left", e -> e instanceof NullTest test ? test.operand() : call(e, "left"))
                .method("any", (e, a) -> quantified(e, "any", a))
                .method("all", (e, a) -> quantified(e, "all", a))
                .property("type", Expr::type);
    }

    /** {@code expression[key]}. */
    static Object item(Expr<?> expression, @Nullable Object key) {
        if (isArray(expression)) {
            ArrayExpr<Object> array = elements(expression);
            if (key instanceof PySlice slice) {
                return array.slice(Convert.expr(slice.lower()), Convert.expr(slice.upper()));
            }
            return array.at(Convert.expr(key));
        }
        Object own = Specials.item(expression, key);
        if (own != null) {
            return own;
        }
        if (key instanceof List<?> path) {
            return expression.path(path.toArray());
        }
        return Objects.requireNonNull(call(expression, "item", key));
    }

    static boolean isArray(Expr<?> expression) {
        return expression.type().family() == TypeFamily.ARRAY;
    }

    @SuppressWarnings("unchecked")
    static ArrayExpr<Object> elements(Expr<?> array) {
        return Sql.elements((Expr<List<Object>>) array);
    }

    private static Object operand(Expr<?> left, String method, @Nullable Object right) {
        if (right instanceof Boolean truth) {
            return Objects.requireNonNull(call(left, method, truth ? Sql.true_() : Sql.false_()));
        }
        return Objects.requireNonNull(
                Convert.isSql(right)
                        ? call(left, method, Convert.expr(right))
                        : call(left, method, Convert.plain(right)));
    }

    private static Object is(Expr<?> left, @Nullable Object right, boolean negated) {
        if (right == null || right == Constant.NULL) {
            return negated ? left.isNotNull() : left.isNull();
        }
        Expr<?> other = right instanceof Boolean truth ? truth ? Sql.true_() : Sql.false_() : Convert.expr(right, left);
        return Objects.requireNonNull(call(left, negated ? "isNot" : "is", other));
    }

    @SuppressWarnings("unchecked")
    private static Object in(Expr<?> left, @Nullable Object members, boolean negated) {
        Expr<Object> column = (Expr<Object>) left;
        if (members instanceof Text text) {
            return negated ? column.notIn(text) : column.in(text);
        }
        if (members instanceof QueryExpression query) {
            return negated ? column.notIn(query) : column.in(query);
        }
        if (members instanceof BindParameter<?> list) {
            BindParameter<Object> bind = (BindParameter<Object>) list;
            return negated ? column.notIn(bind) : column.in(bind);
        }
        if (members instanceof FromItem from) {
            return negated ? column.notIn(from.select()) : column.in(from.select());
        }
        if (members instanceof Text text) {
            QueryExpression query = SelectMethods.query(text);
            return negated ? column.notIn(query) : column.in(query);
        }
        if (members instanceof Expr<?>) {
            return Objects.requireNonNull(call(column, negated ? "notIn" : "in", members));
        }
        if (members instanceof String || !(members instanceof Collection<?> values)) {
            throw new org.aludel.errors.ArgumentException("ALU-0000", "IN takes a list or a query, not " + members);
        }
        boolean mixed = values.stream().anyMatch(v -> v == null || Convert.isSql(v));
        if (mixed) {
            Expr<?>[] expressions = values.stream()
                    .map(v -> v == null ? Sql.null_() : Convert.expr(v, left))
                    .toArray(Expr<?>[]::new);
            return negated ? column.notInAny(expressions) : column.inAny(expressions);
        }
        List<Object> plain = new ArrayList<>();
        values.forEach(v -> plain.add(Objects.requireNonNull(Convert.plain(v))));
        try {
            return negated ? column.notIn(plain) : column.in(plain);
        } catch (org.aludel.errors.ArgumentException e) {
            Expr<?>[] expressions = plain.stream().map(Convert::expr).toArray(Expr<?>[]::new);
            return negated ? column.notInAny(expressions) : column.inAny(expressions);
        }
    }

    private static Object tupleIn(Tuple tuple, @Nullable Object members, boolean negated) {
        if (!(members instanceof Collection<?> rows)) {
            return in(tuple, members, negated);
        }
        boolean plain = true;
        List<List<?>> values = new ArrayList<>();
        for (Object row : rows) {
            plain &= row instanceof List<?> list && list.stream().noneMatch(Convert::isSql);
            values.add(row instanceof List<?> list ? list : List.of(Objects.requireNonNull(row)));
        }
        if (plain) {
            Condition in = tuple.inRows(values);
            return negated ? in.not() : in;
        }
        Expr<?>[] tuples = rows.stream()
                .map(row -> row instanceof List<?> list ? Operators.row(tuple, list) : Convert.expr(row))
                .toArray(Expr<?>[]::new);
        return negated ? tuple.notInAny(tuples) : tuple.inAny(tuples);
    }

    @SuppressWarnings("unchecked")
    private static Object between(Expr<?> expression, Args arguments) {
        Expr<Object> low = (Expr<Object>) Convert.expr(arguments.at(0), expression);
        Expr<Object> high = (Expr<Object>) Convert.expr(arguments.at(1), expression);
        Expr<Object> operand = (Expr<Object>) expression;
        if (arguments.flag("symmetric")) {
            return Objects.requireNonNull(call(operand, "betweenSymmetric", low, high));
        }
        return operand.between(low, high);
    }

    private static Object like(Expr<?> left, String method, Args arguments) {
        Object pattern = arguments.at(0);
        Object escape = arguments.at(1, "escape");
        Object right = pattern instanceof String ? pattern : Convert.expr(pattern, left);
        return Objects.requireNonNull(escape == null ? call(left, method, right) : call(left, method, right, escape));
    }

    /** LIKE with the pattern made here; the API escapes by default, the sources where they say so. */
    private static Object affix(Expr<?> left, String method, Args arguments) {
        Object other = arguments.at(0);
        Object escape = arguments.named("escape");
        if (method.equals("contains") && isArray(left)) {
            return special(left, method, arguments);
        }
        Object own = Specials.method(left, method, arguments);
        if (own != null) {
            return own;
        }
        if (!(other instanceof String)) {
            if (arguments.flag("autoescape")) {
                throw new org.aludel.errors.ArgumentException("ALU-0000", "only text can be escaped");
            }
            Object right = Convert.isSql(other) || other == null ? Convert.expr(other) : Convert.plain(other);
            if (other == null) {
                return Objects.requireNonNull(call(left, method, Sql.null_()));
            }
            return Objects.requireNonNull(
                    escape == null ? call(left, method, right) : call(left, method, right, escape));
        }
        if (arguments.flag("autoescape")) {
            return Objects.requireNonNull(
                    escape == null ? call(left, method, other) : call(left, method, other, escape));
        }
        Expr<?> text = Convert.expr(other, left);
        return Objects.requireNonNull(escape == null ? call(left, method, text) : call(left, method, text, escape));
    }

    /** Containment and the like: of arrays, else as the dialect of the column's type says. */
    private static Object special(Expr<?> left, String method, Args arguments) {
        Object other = arguments.at(0);
        if (isArray(left)) {
            Object right = Convert.isSql(other) ? Convert.expr(other) : Convert.plain(other);
            return Objects.requireNonNull(call(elements(left), method, right));
        }
        Object own = Specials.method(left, method, arguments);
        if (own == null) {
            throw new Gap("no " + method + " for " + left.type());
        }
        return own;
    }

    private static Object match(Expr<?> left, Args arguments) {
        Object other = arguments.at(0);
        Object config = arguments.named("postgresql_regconfig");
        if (other instanceof String text) {
            return config == null ? left.match(text) : left.match(text, config.toString());
        }
        Expr<?> right = Convert.expr(other, left);
        return config == null ? left.match(right) : Objects.requireNonNull(call(left, "match", right, config));
    }

    private static Object flagged(Expr<?> left, String method, Args arguments, int operands) {
        List<@Nullable Object> all = new ArrayList<>();
        for (int i = 0; i < operands; i++) {
            all.add(Convert.expr(arguments.at(i), left));
        }
        if (arguments.at(operands, "flags") != null) {
            all.add(arguments.at(operands, "flags"));
        }
        return Objects.requireNonNull(call(left, method, all.toArray()));
    }

    private static Object custom(Expr<?> left, Args operator, @Nullable Object other) {
        List<@Nullable Object> all = new ArrayList<>();
        all.add(operator.text(0));
        if (operator.at(1, "precedence") != null) {
            all.add(operator.at(1, "precedence"));
        }
        if (operator.named("return_type") != null) {
            all.add(Convert.type(operator.named("return_type")));
        }
        all.add(Convert.expr(other, left));
        boolean comparison = operator.flag("is_comparison") || Boolean.TRUE.equals(operator.at(2));
        return Objects.requireNonNull(call(left, comparison ? "boolOp" : "op", all.toArray()));
    }

    private static Object quantified(Expr<?> array, String method, Args arguments) {
        Object operator = arguments.at(1, "operator");
        Object value = Convert.plain(arguments.at(0));
        return Objects.requireNonNull(
                operator == null
                        ? call(elements(array), method, value)
                        : call(elements(array), method, value, operator));
    }

    private static Object bound(Text text, Args arguments) {
        Text result = text;
        for (Object bind : arguments.all()) {
            result = result.bind((BindParameter<?>) Objects.requireNonNull(bind));
        }
        for (Map.Entry<String, @Nullable Object> named : arguments.named().entrySet()) {
            result = result.bind(named.getKey(), Convert.plain(named.getValue()));
        }
        return result;
    }

    private static Object textColumns(Text text, Args arguments) {
        List<org.aludel.schema.Column<?>> columns = new ArrayList<>();
        arguments.all().forEach(column -> columns.add((org.aludel.schema.Column<?>) Objects.requireNonNull(column)));
        arguments.named().forEach((name, type) -> columns.add(Sql.column(name, Convert.type(type))));
        return text.columns(columns.toArray(org.aludel.schema.Column<?>[]::new));
    }
}
