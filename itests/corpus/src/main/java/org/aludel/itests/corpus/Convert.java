package org.aludel.itests.corpus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.errors.AludelException;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Node;
import org.aludel.sql.Ordering;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Selectable;
import org.aludel.sql.Sql;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.jspecify.annotations.Nullable;

/** What the reference system accepts in place of something, turned into what the API takes. */
final class Convert {

    private Convert() {}

    static boolean isSql(@Nullable Object value) {
        return value instanceof Node;
    }

    /** An expression; plain values become parameters. */
    static Expr<?> expr(@Nullable Object value) {
        if (value instanceof QueryExpression query) {
            return query.asScalar();
        }
        if (value instanceof Expr<?> expression) {
            return expression;
        }
        if (value == null) {
            return Sql.null_();
        }
        if (value instanceof PyTuple tuple) {
            return Sql.tuple(exprs(tuple));
        }
        return Sql.literal(value instanceof Columns columns ? columns.toString() : value);
    }

    /** An expression; plain values become parameters of the type of what they stand beside. */
    static Expr<?> expr(@Nullable Object value, Expr<?> beside) {
        if (value == null) {
            return BindParameter.of(beside.type(), null);
        }
        return isSql(value) || value instanceof PyTuple ? expr(value) : value(value, beside.type());
    }

    @SuppressWarnings("unchecked")
    static Expr<?> value(@Nullable Object value, Type<?> type) {
        if (value instanceof Number && type.family() == TypeFamily.BOOLEAN) {
            return Sql.literal(value);
        }
        try {
            return BindParameter.of((Type<Object>) type, plain(value, type));
        } catch (AludelException e) {
            return Sql.literal(value);
        }
    }

    /** A value as the API takes it for a type: documents are text. */
    static @Nullable Object plain(@Nullable Object value, Type<?> type) {
        boolean document = type.family() == TypeFamily.JSON;
        if (document && (value instanceof Map<?, ?> || value instanceof List<?> || value instanceof JsonNull)) {
            return JsonText.of(value);
        }
        return plain(value);
    }

    /** A value as the API takes it. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof CustomClasses.Constant constant) {
            return constant.name();
        }
        return value instanceof PyTuple tuple ? new ArrayList<>(tuple) : value;
    }

    static Expr<?>[] exprs(Collection<? extends @Nullable Object> values) {
        return values.stream().map(Convert::expr).toArray(Expr<?>[]::new);
    }

    /** A condition; truth values become constants. */
    @SuppressWarnings("unchecked")
    static Expr<Boolean> condition(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth ? Sql.true_() : Sql.false_();
        }
        return (Expr<Boolean>) expr(value);
    }

    @SuppressWarnings("unchecked")
    static Expr<Boolean>[] conditions(Collection<? extends @Nullable Object> values) {
        return values.stream().map(Convert::condition).toArray(Expr[]::new);
    }

    /** Something to select from; a query becomes a subquery. */
    static FromItem from(@Nullable Object value) {
        if (value instanceof FromItem from) {
            return from;
        }
        if (value instanceof QueryExpression query) {
            return query.subquery();
        }
        if (value instanceof org.aludel.sql.Text || value instanceof Expr<?>) {
            return value instanceof org.aludel.sql.Text text
                    ? new org.aludel.sql.TextFrom(text)
                    : new org.aludel.sql.TableFunction(
                            (org.aludel.sql.tree.Func<?>) value,
                            null,
                            java.util.List.of(),
                            org.aludel.sql.TableFunction.PLAIN);
        }
        throw new org.aludel.errors.ArgumentException("ALU-0000", "not to be selected from: " + value);
    }

    static FromItem[] froms(Collection<? extends @Nullable Object> values) {
        return values.stream().map(Convert::from).toArray(FromItem[]::new);
    }

    static Selectable selectable(@Nullable Object value) {
        if (value instanceof Selectable selectable) {
            return selectable;
        }
        if (value instanceof Boolean) {
            return condition(value);
        }
        if (value instanceof Number number) {
            return Sql.literalColumn(number.toString(), org.aludel.types.Types.INTEGER);
        }
        return expr(value);
    }

    static Selectable[] selectables(Collection<? extends @Nullable Object> values) {
        List<Selectable> all = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof Columns columns) {
                all.addAll(columns.all());
            } else if (value instanceof List<?> list && !(value instanceof PyTuple)) {
                all.addAll(List.of(selectables(list)));
            } else {
                all.add(selectable(value));
            }
        }
        return all.toArray(Selectable[]::new);
    }

    static Ordering ordering(@Nullable Object value) {
        if (value instanceof Ordering ordering) {
            return ordering;
        }
        if (value instanceof String label) {
            return new org.aludel.sql.tree.LabelReference(label);
        }
        return expr(value);
    }

    static Ordering[] orderings(Collection<? extends @Nullable Object> values) {
        return flat(values).stream().map(Convert::ordering).toArray(Ordering[]::new);
    }

    /** The members of lists among the values beside the others. */
    static List<@Nullable Object> flat(Collection<? extends @Nullable Object> values) {
        List<@Nullable Object> flat = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof List<?> list) {
                flat.addAll(list);
            } else {
                flat.add(value);
            }
        }
        return flat;
    }

    /** A type, or the type that a class of types makes without arguments. */
    static Type<?> type(@Nullable Object value) {
        if (value instanceof Type<?> type) {
            return type;
        }
        if (value instanceof PyInstance instance && instance.made() instanceof Type<?> type) {
            return type;
        }
        if (value instanceof Callable factory && factory.call(Args.NONE) instanceof Type<?> type) {
            return type;
        }
        if (value instanceof PyInstance instance && CustomClasses.made(instance, Args.NONE) instanceof Type<?> type) {
            return type;
        }
        throw new Gap("no type: " + value);
    }

    /** Keys as the API takes them: of columns, or names. */
    static Map<String, @Nullable Object> params(@Nullable Object dictionary) {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        if (dictionary instanceof Map<?, ?> map) {
            map.forEach((key, value) -> params.put(
                    key instanceof org.aludel.schema.Column<?> column ? column.key() : String.valueOf(key),
                    plain(value)));
        }
        return params;
    }
}
