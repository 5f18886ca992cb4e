package org.aludel.dialects.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Sql;
import org.aludel.sql.tree.Binary;
import org.aludel.sql.tree.CustomCondition;
import org.aludel.sql.tree.Expressions;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.Operator;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL can do with arrays, JSONB documents, HSTORE maps and ranges, for static import.
 *
 * <pre>{@code
 * select(host.c("id")).where(hasKey(host.c("facts"), "os"), contains(host.c("ports"), 8080))
 * }</pre>
 *
 * <p>Operators with a question mark are written with two, which the driver reads as one.
 *
 * @since 0.1
 */
public final class PostgreSqlFunctions {

    private static final Operator ITEM = item("->");

    private PostgreSqlFunctions() {}

    private static Operator item(String sql) {
        return new Operator(sql, 15, true, true);
    }

    // ---- arrays

    /** An array of values and expressions: {@code ARRAY[1, 2, 3]}. */
    @SuppressWarnings("unchecked")
    public static <E> ArrayLiteral<E> array(List<?> elements) {
        List<Expr<?>> members = new ArrayList<>(elements.size());
        Type<?> type = Types.UNKNOWN;
        for (Object element : elements) {
            Expr<?> member = Expressions.operand(Sql.literalColumn("", type), element);
            if (type == Types.UNKNOWN) {
                type = member.type();
            }
            members.add(member);
        }
        return new ArrayLiteral<>(List.copyOf(members), Types.array((Type<E>) type));
    }

    /** An array of values and expressions: {@code ARRAY[1, 2, 3]}. */
    @SafeVarargs
    public static <E> ArrayLiteral<E> array(E... elements) {
        return array(List.of(elements));
    }

    /** The values of all rows as an array. */
    public static <E> Func<List<E>> arrayAgg(Expr<E> expression) {
        return Sql.func("array_agg", Types.array(expression.type()), expression);
    }

    // ---- documents and maps

    /** The value of a key. */
    public static Expr<String> get(Expr<Map<String, @Nullable String>> map, String key) {
        return new Binary<>(ITEM, map, Expressions.text(key), Types.TEXT);
    }

    /** Whether a JSONB document or HSTORE map has a key. */
    public static Condition hasKey(Expr<?> map, String key) {
        return hasKey(map, Expressions.text(key));
    }

    /** Whether a JSONB document or HSTORE map has a key. */
    public static Condition hasKey(Expr<?> map, Expr<?> key) {
        return new CustomCondition(item("??"), map, key);
    }

    /** Whether it has one of the keys at least. */
    public static Condition hasAny(Expr<?> map, Expr<?> keys) {
        return new CustomCondition(item("??|"), map, keys);
    }

    /** Whether it has all the keys. */
    public static Condition hasAll(Expr<?> map, Expr<?> keys) {
        return new CustomCondition(item("??&"), map, keys);
    }

    /** Whether a value is in a range, or a document, map or range in another. */
    public static Condition contains(Expr<?> container, Object content) {
        return compared("@>", container, content);
    }

    /** Whether a document, map or range is in another. */
    public static Condition containedBy(Expr<?> content, Object container) {
        return compared("<@", content, container);
    }

    private static Condition compared(String sql, Expr<?> left, Object right) {
        Operator operator = PostgreSqlTypes.isRange(left.type()) ? Operator.custom(sql) : item(sql);
        return new CustomCondition(operator, left, Expressions.operand(left, right));
    }

    /** Whether there is something under a path of the language of SQL/JSON. */
    public static Condition pathExists(Expr<?> document, String path) {
        return new CustomCondition(item("@??"), document, Expressions.text(path));
    }

    /** Whether a predicate of the language of SQL/JSON holds. */
    public static Condition pathMatch(Expr<?> document, String predicate) {
        return new CustomCondition(item("@@"), document, Expressions.text(predicate));
    }

    /** A document without what is under a path: {@code deletePath(facts, "{os,name}")}. */
    public static <T> Expr<T> deletePath(Expr<T> document, String path) {
        return new Binary<>(item("#-"), document, Expressions.text(path), document.type());
    }

    /** Whether a map has a key with a value that is not null. */
    public static Condition defined(Expr<?> map, String key) {
        return Sql.and(List.of(Sql.func("defined", Types.BOOLEAN, map, Expressions.text(key))));
    }

    /** A map without a key, or without the keys of an array or the pairs of another map. */
    public static Func<Map<String, @Nullable String>> delete(Expr<?> map, Object keys) {
        return Sql.func("delete", PostgreSqlTypes.HSTORE, map, textOr(keys));
    }

    /** The part of a map that has these keys. */
    public static Func<Map<String, @Nullable String>> slice(Expr<?> map, Expr<?> keys) {
        return Sql.func("slice", PostgreSqlTypes.HSTORE, map, keys);
    }

    /** The keys of a map. */
    public static Func<List<String>> keys(Expr<?> map) {
        return Sql.func("akeys", Types.array(Types.TEXT), map);
    }

    /** The values of a map. */
    public static Func<List<String>> vals(Expr<?> map) {
        return Sql.func("avals", Types.array(Types.TEXT), map);
    }

    /** Keys and values of a map in turn. */
    public static Func<List<String>> hstoreToArray(Expr<?> map) {
        return Sql.func("hstore_to_array", Types.array(Types.TEXT), map);
    }

    /** Keys and values of a map as pairs. */
    public static Func<List<List<String>>> hstoreToMatrix(Expr<?> map) {
        return Sql.func("hstore_to_matrix", Types.array(Types.array(Types.TEXT)), map);
    }

    /** A map of keys and values, of an array of both in turn, or of a row. */
    public static Func<Map<String, @Nullable String>> hstore(Object... arguments) {
        Object[] operands = new Object[arguments.length];
        for (int i = 0; i < operands.length; i++) {
            operands[i] = textOr(arguments[i]);
        }
        return Sql.func("hstore", PostgreSqlTypes.HSTORE, operands);
    }

    private static Object textOr(Object value) {
        return value instanceof String text ? Expressions.text(text) : value;
    }

    // ---- ranges

    /** Whether two ranges have a value in common. */
    public static Condition overlaps(Expr<?> range, Object other) {
        return range.boolOp("&&", other);
    }

    /** Whether a range ends before another begins. */
    public static Condition strictlyLeftOf(Expr<?> range, Object other) {
        return range.boolOp("<<", other);
    }

    /** Whether a range begins after another ends. */
    public static Condition strictlyRightOf(Expr<?> range, Object other) {
        return range.boolOp(">>", other);
    }

    /** Whether a range does not reach beyond the end of another. */
    public static Condition notExtendRightOf(Expr<?> range, Object other) {
        return range.boolOp("&<", other);
    }

    /** Whether a range does not begin before another. */
    public static Condition notExtendLeftOf(Expr<?> range, Object other) {
        return range.boolOp("&>", other);
    }

    /** Whether nothing lies between two ranges, which do not overlap. */
    public static Condition adjacentTo(Expr<?> range, Object other) {
        return range.boolOp("-|-", other);
    }
}
