package org.aludel.itests.corpus;

import static org.aludel.itests.corpus.Reflection.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aludel.sql.Expr;
import org.aludel.sql.Sql;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.Over;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/** Functions of the database, and their methods. */
final class FunctionMethods {

    private FunctionMethods() {}

    static void register() {
        Words.of(Func.class)
                .method("filter", FunctionMethods::filtered)
                .method("within_group", (f, a) -> call(f, "withinGroup", (Object[]) Convert.orderings(a.all())))
                .method(
                        "alias",
                        (f, a) -> a.at(0, "name") == null ? call(f, "alias") : call(f, "alias", a.text(0, "name")))
                .method(
                        "column_valued",
                        (f, a) -> a.at(0, "name") == null
                                ? call(f, "columnValued")
                                : call(f, "columnValued", a.text(0, "name")))
                .method("table_valued", FunctionMethods::tableValued)
                .method(
                        "scalar_table_valued",
                        (f, a) -> call(f, "scalarTableValued", a.all().toArray()))
                .method("as_comparison", (f, a) -> f.asComparison())
                .method("select", (f, a) -> Sql.select(f));
    }

    /** {@code func.a.b(...)}. */
    static final class Named implements Namespace, Callable {

        private final String path;

        Named(String path) {
            this.path = path;
        }

        @Override
        public Object attribute(String name) {
            return new Named(path.isEmpty() ? name : path + "." + name);
        }

        @Override
        public Object call(Args arguments) {
            Callable custom = CustomClasses.function(path);
            if (custom != null) {
                return Objects.requireNonNull(custom.call(arguments));
            }
            return function(path, arguments);
        }
    }

    private static Object function(String name, Args arguments) {
        List<@Nullable Object> all = new ArrayList<>();
        for (Object argument : arguments.all()) {
            all.add(argument instanceof PyTuple ? Convert.expr(argument) : argument);
        }
        Object type = arguments.named("type_");
        if (type != null) {
            return Sql.func(name, Convert.type(type), all.toArray());
        }
        if (name.equals("count") && all.isEmpty()) {
            return Sql.count();
        }
        return Sql.func(name, all.toArray());
    }

    private static @Nullable Object filtered(Func<?> function, Args arguments) {
        Object result = function;
        for (Object condition : arguments.all()) {
            result = call(Objects.requireNonNull(result), "filter", Convert.condition(condition));
        }
        return result;
    }

    static Object over(Expr<?> function, Args arguments) {
        Over<?> over = function.over();
        Object partition = arguments.at(0, "partition_by");
        if (partition != null) {
            over = over.partitionBy(Convert.exprs(Convert.flat(java.util.Collections.singletonList(partition))));
        }
        Object order = arguments.at(1, "order_by");
        if (order != null) {
            over = over.orderBy(Convert.orderings(java.util.Collections.singletonList(order)));
        }
        Object result = over;
        for (String frame : List.of("rows", "range_", "groups")) {
            if (arguments.named(frame) instanceof List<?> bounds) {
                for (Object bound : bounds) {
                    if (bound != null && !(bound instanceof Integer)) {
                        throw new org.aludel.errors.ArgumentException("ALU-0000", "no bound: " + bound);
                    }
                }
                result = Objects.requireNonNull(
                        call(result, Reflection.camel(frame), bounds.get(0), bounds.get(1)), "a window with a frame");
            }
        }
        return result;
    }

    private static @Nullable Object tableValued(Func<?> function, Args arguments) {
        List<@Nullable Object> columns = new ArrayList<>();
        for (Object column : arguments.all()) {
            columns.add(column instanceof String name ? Sql.column(name) : column);
        }
        Object result = call(function, "tableValued", columns.toArray());
        if (arguments.named("with_ordinality") != null) {
            result = call(Objects.requireNonNull(result), "withOrdinality", arguments.named("with_ordinality"));
        }
        if (arguments.named("name") != null) {
            result = call(Objects.requireNonNull(result), "named", arguments.named("name"));
        }
        return result;
    }

    /** The type that a source names, of a function's result. */
    static Type<?> type(Object value) {
        return Convert.type(value);
    }
}
