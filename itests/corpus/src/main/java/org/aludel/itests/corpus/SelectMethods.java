package org.aludel.itests.corpus;

import static org.aludel.itests.corpus.Reflection.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aludel.sql.CompoundSelect;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Fetch;
import org.aludel.sql.FromItem;
import org.aludel.sql.LockMode;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Select;
import org.aludel.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Methods of queries. */
final class SelectMethods {

    private SelectMethods() {}

    static void register() {
        Words.of(Select.class)
                .method("where filter", SelectMethods::where)
                .method("filter_by", (s, a) -> {
                    Select result = s;
                    for (var entry : a.named().entrySet()) {
                        result = result.filterBy(entry.getKey(), entry.getValue());
                    }
                    return result;
                })
                .method("having", (s, a) -> {
                    Object result = s;
                    for (Object condition : a.all()) {
                        result = Objects.requireNonNull(
                                call(result, "having", Convert.condition(condition)), "a select with a condition");
                    }
                    return result;
                })
                .method("group_by", (s, a) -> grouped(s, a))
                .method("order_by", (s, a) -> ordered(s, a))
                .method("select_from", (s, a) -> call(s, "selectFrom", (Object[]) Convert.froms(a.all())))
                .method(
                        "join",
                        (s, a) -> joined(s, a, a.flag("isouter") ? "leftJoin" : a.flag("full") ? "fullJoin" : "join"))
                .method("outerjoin", (s, a) -> joined(s, a, a.flag("full") ? "fullJoin" : "outerJoin"))
                .method("join_from outerjoin_from", (s, a) -> {
                    FromItem left = Convert.from(a.at(0));
                    FromItem right = Convert.from(a.at(1));
                    String method = a.flag("isouter") ? "outerJoinFrom" : "joinFrom";
                    Object on = a.at(2, "onclause");
                    return on == null
                            ? call(s, method, left, right)
                            : call(s, method, left, right, Convert.condition(on));
                })
                .method(
                        "distinct",
                        (s, a) -> a.size() == 0 ? s.distinct() : s.distinctOn(Convert.exprs(Convert.flat(a.all()))))
                .method("limit", (s, a) -> limited(s, "limit", a.at(0)))
                .method("offset", (s, a) -> limited(s, "offset", a.at(0)))
                .method(
                        "slice",
                        (s, a) -> limited(
                                limited(s, "limit", PyValues.arithmetic("Sub", a.at(1), a.at(0))), "offset", a.at(0)))
                .method("fetch", (s, a) -> fetched(s, a))
                .method("with_for_update", (s, a) -> s.withForUpdate(lock(a)))
                .method("correlate", (s, a) -> call(s, "correlate", (Object[]) correlated(a)))
                .method("correlate_except", (s, a) -> call(s, "correlateExcept", (Object[]) correlated(a)))
                .method("prefix_with", (s, a) -> affixed(s, "prefixWith", a))
                .method("suffix_with", (s, a) -> affixed(s, "suffixWith", a))
                .method(
                        "with_hint",
                        (s, a) -> a.has(2, "dialect_name")
                                ? call(s, "withHint", a.at(0), a.at(1, "text"), a.at(2, "dialect_name"))
                                : call(s, "withHint", a.at(0), a.at(1, "text")))
                .method(
                        "with_statement_hint",
                        (s, a) -> call(s, "withStatementHint", a.all().toArray()))
                .method(
                        "add_columns column add_column",
                        (s, a) -> call(s, "addColumns", (Object[]) Convert.selectables(a.all())))
                .method(
                        "with_only_columns",
                        (s, a) -> call(s, "withOnlyColumns", (Object[]) Convert.selectables(Convert.flat(a.all()))))
                .method("reduce_columns", (s, a) -> call(s, "reduceColumns"));
        Words.of(CompoundSelect.class)
                .method("order_by", (s, a) -> ordered(s, a))
                .method("group_by", (s, a) -> grouped(s, a))
                .method("limit", (s, a) -> limited(s, "limit", a.at(0)))
                .method("offset", (s, a) -> limited(s, "offset", a.at(0)))
                .method("fetch", (s, a) -> fetched(s, a))
                .method("with_for_update", (s, a) -> call(s, "withForUpdate", lock(a)));
        Words.of(QueryExpression.class)
                .method("subquery alias", (s, a) -> a.at(0, "name") == null ? s.subquery() : s.as(a.text(0, "name")))
                .method(
                        "lateral",
                        (s, a) -> a.at(0, "name") == null ? call(s, "lateral") : s.lateral(a.text(0, "name")))
                .method("scalar_subquery as_scalar", (s, a) -> call(s, "scalarSubquery"))
                .method("label", (s, a) -> call(Objects.requireNonNull(call(s, "scalarSubquery")), "label", a.at(0)))
                .method("cte", (s, a) -> cte(s, a))
                .method("exists", (s, a) -> s.exists())
                .method("union", (s, a) -> s.union(queries(a)))
                .method("union_all", (s, a) -> s.unionAll(queries(a)))
                .method("intersect", (s, a) -> s.intersect(queries(a)))
                .method("intersect_all", (s, a) -> call(s, "intersectAll", (Object[]) queries(a)))
                .method("except_", (s, a) -> s.except(queries(a)))
                .method("except_all", (s, a) -> call(s, "exceptAll", (Object[]) queries(a)))
                .method("select", (s, a) -> s.subquery().select())
                .method("set_label_style", (s, a) -> call(s, "setLabelStyle", a.at(0)))
                .method(
                        "apply_labels",
                        (s, a) -> call(s, "setLabelStyle", Names.global("LABEL_STYLE_TABLENAME_PLUS_COL")))
                .method("params", (s, a) -> call(s, "params", a.named().isEmpty() ? a.at(0) : a.named()))
                .method("self_group execution_options", (s, a) -> s);
    }

    static QueryExpression[] queries(Args arguments) {
        return arguments.all().stream().map(SelectMethods::query).toArray(QueryExpression[]::new);
    }

    static QueryExpression query(@Nullable Object value) {
        if (value instanceof QueryExpression query) {
            return query;
        }
        if (value != null && Reflection.has(value.getClass(), "asQuery")) {
            return (QueryExpression) Objects.requireNonNull(call(value, "asQuery"));
        }
        throw new Gap("no query: " + (value == null ? "None" : value.getClass().getSimpleName()));
    }

    private static Object where(Select select, Args arguments) {
        Select result = select;
        for (Object condition : arguments.all()) {
            result = result.where(Convert.condition(condition));
        }
        return result;
    }

    private static Object grouped(Object select, Args arguments) {
        List<@Nullable Object> all = Convert.flat(arguments.all());
        if (all.size() == 1 && all.get(0) == null) {
            return Objects.requireNonNull(call(select, "ungrouped"));
        }
        Object result = select;
        for (Object one : all) {
            result = Objects.requireNonNull(
                    one instanceof String label
                            ? call(result, "groupBy", label)
                            : call(result, "groupBy", Convert.expr(one)));
        }
        return result;
    }

    private static Object ordered(Object select, Args arguments) {
        List<@Nullable Object> all = Convert.flat(arguments.all());
        if (all.size() == 1 && all.get(0) == null) {
            return Objects.requireNonNull(call(select, "unordered"));
        }
        Object result = select;
        for (Object one : all) {
            result = Objects.requireNonNull(
                    one instanceof String label
                            ? call(result, "orderBy", label)
                            : call(result, "orderBy", Convert.ordering(one)));
        }
        return result;
    }

    private static Object limited(Object select, String method, @Nullable Object rows) {
        if (rows == null) {
            return Objects.requireNonNull(call(select, method, new Object[] {null}));
        }
        return Objects.requireNonNull(call(select, method, rows instanceof Number number ? number.longValue() : rows));
    }

    private static Object fetched(Object select, Args arguments) {
        Object rows = arguments.at(0);
        Expr<?> count = rows instanceof Number number ? Sql.literal(number.longValue()) : Convert.expr(rows);
        return Objects.requireNonNull(
                call(select, "fetch", new Fetch(count, arguments.flag("percent"), arguments.flag("with_ties"))));
    }

    private static Object joined(Select select, Args arguments, String method) {
        FromItem target = Convert.from(arguments.at(0));
        Object on = arguments.at(1, "onclause");
        Object joined = on == null ? call(select, method, target) : call(select, method, target, Convert.condition(on));
        return Objects.requireNonNull(joined);
    }

    private static FromItem[] correlated(Args arguments) {
        return arguments.size() == 1 && arguments.at(0) == null ? new FromItem[0] : Convert.froms(arguments.all());
    }

    static Object affixed(Object statement, String method, Args arguments) {
        Object result = statement;
        for (Object text : arguments.all()) {
            String words = text instanceof String plain ? plain : String.valueOf(text);
            result = Objects.requireNonNull(
                    arguments.has("dialect")
                            ? call(result, method, words, arguments.named("dialect"))
                            : call(result, method, words));
        }
        return result;
    }

    private static LockMode lock(Args arguments) {
        LockMode mode = arguments.flag("read") ? LockMode.SHARE : LockMode.UPDATE;
        if (arguments.flag("key_share")) {
            mode = (LockMode) Objects.requireNonNull(call(mode, "withKeyShare"));
        }
        if (arguments.flag("nowait")) {
            mode = mode.withNowait();
        }
        if (arguments.flag("skip_locked")) {
            mode = mode.withSkipLocked();
        }
        Object of = arguments.named("of");
        if (of != null) {
            List<@Nullable Object> all = new ArrayList<>(of instanceof List<?> list ? list : List.of(of));
            mode = (LockMode) Objects.requireNonNull(call(mode, "of", all.toArray()));
        }
        return mode;
    }

    private static Object cte(QueryExpression query, Args arguments) {
        Object name = arguments.at(0, "name");
        Object cte;
        if (arguments.flag("recursive")) {
            cte = name == null ? call(query, "recursiveCte") : call(query, "recursiveCte", name);
        } else {
            cte = name == null ? call(query, "cte") : query.cte(String.valueOf(name));
        }
        if (arguments.flag("nesting")) {
            cte = call(Objects.requireNonNull(cte), "nesting");
        }
        return Objects.requireNonNull(cte);
    }

    /** An EXISTS, which may still be refined. */
    static Condition exists(Args arguments) {
        if (arguments.size() == 1 && arguments.at(0) instanceof QueryExpression query) {
            return query.exists();
        }
        Object made = arguments.size() == 0
                ? Reflection.callStatic(org.aludel.sql.Sql.class, "exists")
                : Reflection.callStatic(
                        org.aludel.sql.Sql.class, "exists", (Object[]) Convert.selectables(arguments.all()));
        return (Condition) Objects.requireNonNull(made);
    }

    /** Conditions on an EXISTS. */
    static Expr<?> existsWhere(Object exists, Args arguments) {
        Object result = exists;
        for (Object condition : arguments.all()) {
            result = Objects.requireNonNull(call(result, "where", Convert.condition(condition)));
        }
        return (Expr<?>) result;
    }
}
