package org.aludel.itests.corpus;

import static org.aludel.itests.corpus.Reflection.call;

import java.util.List;
import java.util.Objects;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.Cte;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.RowValues;
import org.aludel.sql.Sql;

/** Methods and attributes of what a query selects from. */
final class FromMethods {

    private FromMethods() {}

    static void register() {
        Words.of(Cte.class)
                .method("union", (c, a) -> call(c, "union", (Object[]) SelectMethods.queries(a)))
                .method("union_all", (c, a) -> call(c, "unionAll", (Object[]) SelectMethods.queries(a)))
                .method("prefix_with", (c, a) -> SelectMethods.affixed(c, "prefixWith", a))
                .method("suffix_with", (c, a) -> SelectMethods.affixed(c, "suffixWith", a))
                .property("name", Cte::name);
        Words.of(Join.class).method("alias", FromMethods::joinAlias);
        Words.of(RowValues.class)
                .method("alias", (v, a) -> a.at(0, "name") == null ? v.alias() : v.alias(a.text(0, "name")));
        Words.of(FromItem.class)
                .method("alias", (f, a) -> a.at(0, "name") == null ? f.alias() : f.alias(a.text(0, "name")))
                .method(
                        "select",
                        (f, a) -> a.size() == 0 ? f.select() : f.select().where(Convert.condition(a.at(0))))
                .method(
                        "join",
                        (f, a) -> joined(f, a, a.flag("full") ? "fullJoin" : a.flag("isouter") ? "outerJoin" : "join"))
                .method("outerjoin", (f, a) -> joined(f, a, a.flag("full") ? "fullJoin" : "outerJoin"))
                .method(
                        "lateral",
                        (f, a) -> a.at(0, "name") == null ? call(f, "lateral") : call(f, "lateral", a.text(0, "name")))
                .method("tablesample", FromMethods::sampled)
                .method("corresponding_column", (f, a) -> f.c((Column<?>) Objects.requireNonNull(a.at(0))))
                .property("name", f -> f instanceof Table table ? table.name() : f.label())
                .property("primary_key", f -> f instanceof Table table ? table.primaryKey() : List.of())
                .property("foreign_keys", FromMethods::foreignKeys);
    }

    static Object joined(FromItem left, Args arguments, String method) {
        FromItem right = Convert.from(arguments.at(0));
        Object on = arguments.at(1, "onclause");
        return Objects.requireNonNull(
                on == null ? call(left, method, right) : call(left, method, right, Convert.condition(on)));
    }

    private static Object joinAlias(Join join, Args arguments) {
        Object name = arguments.at(0, "name");
        if (!arguments.flag("flat")) {
            return name == null ? join.alias() : join.alias(String.valueOf(name));
        }
        if (name != null) {
            throw new ArgumentException("ALU-0100", "a flat alias of a join has no name");
        }
        return join.flatAlias();
    }

    private static Object sampled(FromItem from, Args arguments) {
        Object sampling = arguments.at(0, "sampling");
        Expr<?> method = sampling instanceof Number number ? Sql.func("system", number) : Convert.expr(sampling);
        Object name = arguments.at(1, "name");
        Object seed = arguments.at(2, "seed");
        return from.tablesample(
                method, name == null ? null : String.valueOf(name), seed == null ? null : Convert.expr(seed));
    }

    private static Object foreignKeys(FromItem from) {
        return from instanceof Table table ? SchemaMethods.references(table, table.columns()) : List.of();
    }
}
