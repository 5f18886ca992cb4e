package org.aludel.itests.corpus;

import static org.aludel.itests.corpus.Reflection.call;
import static org.aludel.itests.corpus.Reflection.callStatic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Sql;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.ScalarQuery;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** The names that every source sees. */
final class Names {

    private static final Map<String, @Nullable Object> GLOBAL = new HashMap<>();

    static {
        python();
        helpers();
        statements();
        expressions();
        DdlNames.register(Names::put);
    }

    private Names() {}

    private static void put(String names, @Nullable Object value) {
        for (String name : names.split(" ")) {
            GLOBAL.put(name, value);
        }
    }

    private static void function(String names, Callable function) {
        put(names, function);
    }

    static @Nullable Object global(String name) {
        if (GLOBAL.containsKey(name)) {
            return GLOBAL.get(name);
        }
        PyType type = TypeWords.named(name);
        if (type != null) {
            return type;
        }
        Object dialect = DialectNames.module(name);
        if (dialect != null) {
            return dialect;
        }
        if (name.startsWith("LABEL_STYLE_")) {
            Class<?> style = Reflection.type("org.aludel.sql.LabelStyle");
            return style == null ? name : Reflection.constant(style, name.substring("LABEL_STYLE_".length()));
        }
        String camel = Reflection.camel(name);
        if (Reflection.has(Sql.class, camel)) {
            return (Callable) args -> callStatic(Sql.class, camel, Attributes.adapted(args.all()));
        }
        throw new Gap("name " + name);
    }

    private static void python() {
        function("bool", a -> truth(a.at(0)));
        function("str", a -> PyValues.text(a.at(0)));
        function("int", a -> PyValues.whole(new BigInteger(String.valueOf(a.at(0)))));
        function("len", a -> PyValues.iterable(a.at(0)).size());
        function("list", a -> a.size() == 0 ? new ArrayList<>() : new ArrayList<>(PyValues.iterable(a.at(0))));
        function("tuple", a -> new PyTuple(PyValues.iterable(a.at(0))));
        function("set", a -> new LinkedHashSet<>(PyValues.iterable(a.at(0))));
        function(
                "sorted",
                a -> PyValues.iterable(a.at(0)).stream()
                        .sorted(Comparator.comparing(String::valueOf))
                        .toList());
        function("dict", a -> {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            if (a.at(0) != null) {
                map.putAll(JsonFiles.object(a.at(0)));
            }
            map.putAll(a.named());
            return map;
        });
        function("range", a -> {
            int from = a.size() > 1 ? (Integer) Objects.requireNonNull(a.at(0)) : 0;
            int to = (Integer) Objects.requireNonNull(a.at(a.size() > 1 ? 1 : 0));
            List<@Nullable Object> numbers = new ArrayList<>();
            for (int i = from; i < to; i++) {
                numbers.add(i);
            }
            return numbers;
        });
        function("getattr", a -> Attributes.get(a.at(0), a.text(1)));
        function("Decimal", a -> new BigDecimal(a.text(0)));
        function("date", a -> LocalDate.of(number(a, 0), number(a, 1), number(a, 2)));
        function("time", a -> LocalTime.of(number(a, 0), number(a, 1), number(a, 2), number(a, 3) * 1000));
        function(
                "datetime",
                a -> LocalDateTime.of(
                        number(a, 0),
                        number(a, 1),
                        number(a, 2),
                        number(a, 3),
                        number(a, 4),
                        number(a, 5),
                        number(a, 6) * 1000));
        function("timedelta", Names::duration);
        function(
                "UUID",
                a -> a.size() == 1 && a.at(0) instanceof String text ? java.util.UUID.fromString(text) : Types.UUID);
        put("types sa sqlalchemy", (Namespace) Names::global);
        function("compiles", CustomClasses::compiles);
        put("enum", (Namespace) name -> new PyBase("enum." + name));
        put("operators", (Namespace) name -> operator(name));
        for (String base : List.of(
                "UserDefinedType",
                "TypeDecorator",
                "FunctionElement",
                "GenericFunction",
                "ColumnElement",
                "Executable",
                "ClauseElement",
                "DDLElement")) {
            put(base, new PyBase(base));
        }
    }

    private static Object operator(String name) {
        Object constant = Reflection.constant(Operator.class, name.toUpperCase(java.util.Locale.ROOT));
        if (constant == null) {
            throw new Gap("operators." + name);
        }
        return constant;
    }

    private static int number(Args arguments, int place) {
        return arguments.at(place) instanceof Number number ? number.intValue() : 0;
    }

    private static Object duration(Args a) {
        double seconds = amount(a, 0, "days") * 86400
                + amount(a, 1, "seconds")
                + amount(a, 2, "microseconds") / 1e6
                + amount(a, 3, "milliseconds") / 1e3
                + amount(a, 4, "minutes") * 60
                + amount(a, 5, "hours") * 3600
                + amount(a, 6, "weeks") * 604800;
        return Duration.ofNanos(Math.round(seconds * 1e6) * 1000);
    }

    private static double amount(Args arguments, int place, String name) {
        return arguments.at(place, name) instanceof Number number ? number.doubleValue() : 0;
    }

    /** A comparison's truth is that of Java's own {@code ==} between its sides; other expressions have none. */
    private static boolean truth(@Nullable Object value) {
        if (value instanceof Comparison comparison
                && (comparison.operator().equals(Operator.EQ)
                        || comparison.operator().equals(Operator.NE))) {
            return (comparison.left() == comparison.right())
                    == comparison.operator().equals(Operator.EQ);
        }
        if (Convert.isSql(value)) {
            throw new ArgumentException("ALU-0000", "an expression is no boolean: the Java compiler refuses it");
        }
        return PyValues.isTrue(value);
    }

    private static void helpers() {
        function("value", a -> new Outcome.Value(a.at(0)));
        function("typeof", a -> new Outcome.TypeOf(Convert.expr(a.at(0))));
        function("columns_of", a -> new Outcome.ColumnsOf(Objects.requireNonNull(a.at(0))));
        function("execute", a -> new Outcome.Executed(Objects.requireNonNull(a.at(0)), a.at(1)));
        function(
                "create_all",
                a -> new Outcome.AllTables((MetaData) Objects.requireNonNull(a.at(0)), a.at(1, "tables"), false));
        function(
                "drop_all",
                a -> new Outcome.AllTables((MetaData) Objects.requireNonNull(a.at(0)), a.at(1, "tables"), true));
    }

    private static void statements() {
        function("select", a -> Sql.select(Convert.selectables(a.all())));
        function(
                "insert pg_insert mysql_insert sqlite_insert",
                a -> Sql.insert((Table) Objects.requireNonNull(a.at(0))));
        function("update", a -> callStatic(Sql.class, "update", a.at(0)));
        function("delete", a -> callStatic(Sql.class, "delete", a.at(0)));
        function("union", a -> compound("union", a));
        function("union_all", a -> compound("unionAll", a));
        function("intersect", a -> compound("intersect", a));
        function("intersect_all", a -> compound("intersectAll", a));
        function("except_", a -> compound("except", a));
        function("except_all", a -> compound("exceptAll", a));
        function("exists", SelectMethods::exists);
        function("text", a -> Sql.text(a.text(0)));
        function(
                "join",
                a -> FromMethods.joined(
                        Convert.from(a.at(0)),
                        a.from(1),
                        a.flag("full") ? "fullJoin" : a.flag("isouter") ? "outerJoin" : "join"));
        function(
                "outerjoin",
                a -> FromMethods.joined(Convert.from(a.at(0)), a.from(1), a.flag("full") ? "fullJoin" : "outerJoin"));
        function("alias subquery", a -> Attributes.callMethod(a.at(0), "alias", a.from(1)));
        function("lateral", a -> Attributes.callMethod(a.at(0), "lateral", a.from(1)));
        function("tablesample", a -> Attributes.callMethod(a.at(0), "tablesample", a.from(1)));
        function("cte", a -> Attributes.callMethod(a.at(0), "cte", a.from(1)));
        function("values", RowValuesWords::values);
        put("func", new FunctionMethods.Named(""));
    }

    private static Object compound(String method, Args arguments) {
        QueryExpression[] queries = SelectMethods.queries(arguments);
        return Objects.requireNonNull(callStatic(Sql.class, method, (Object[]) queries));
    }

    private static void expressions() {
        function("and_", a -> Sql.and(List.of(Convert.conditions(a.all()))));
        function("or_", a -> Sql.or(List.of(Convert.conditions(a.all()))));
        function("not_", a -> Operators.not(a.at(0)));
        function("null", a -> Sql.null_());
        function("true", a -> Sql.true_());
        function("false", a -> Sql.false_());
        function("literal", Names::literal);
        function(
                "literal_column",
                a -> a.at(1, "type_") == null
                        ? Sql.literalColumn(a.text(0), Types.UNKNOWN)
                        : Sql.literalColumn(a.text(0), Convert.type(a.at(1, "type_"))));
        function("bindparam", BindWords::bind);
        function("column", a -> column(a));
        function("cast", a -> Sql.cast(castOperand(a), Convert.type(a.at(1))));
        function("type_coerce", a -> Sql.typeCoerce(castOperand(a), Convert.type(a.at(1))));
        function("extract", a -> Sql.extract(a.text(0), Convert.expr(a.at(1))));
        function("tuple_", a -> Sql.tuple(Convert.exprs(a.all())));
        function("case", Names::caseOf);
        function("between", a -> Attributes.callMethod(a.at(0), "between", a.from(1)));
        function("collate", a -> Convert.expr(a.at(0)).collate(a.text(1)));
        function("distinct", a -> Convert.expr(a.at(0)).distinct());
        function("desc", a -> call(ordering(a.at(0)), "desc"));
        function("asc", a -> call(ordering(a.at(0)), "asc"));
        function("nulls_first nullsfirst", a -> call(ordering(a.at(0)), "nullsFirst"));
        function("nulls_last nullslast", a -> call(ordering(a.at(0)), "nullsLast"));
        function("any_", a -> quantified("any", a.at(0)));
        function("all_", a -> quantified("all", a.at(0)));
        function("over", a -> FunctionMethods.over(Convert.expr(a.at(0)), a.from(1)));
        function("funcfilter", a -> Attributes.callMethod(a.at(0), "filter", a.from(1)));
        function("within_group", a -> Attributes.callMethod(a.at(0), "within_group", a.from(1)));
        put("array", DialectNames.construct("postgresql", "array"));
        function(
                "aggregate_order_by",
                a -> Sql.aggregateOrderBy(
                        Convert.expr(a.at(0)), Convert.orderings(a.from(1).all())));
        function(
                "quoted_name",
                a -> a.at(1, "quote") instanceof Boolean quoted ? Sql.quotedName(a.text(0), quoted) : a.text(0));
        function("conv", a -> org.aludel.schema.NamingConvention.whole(a.text(0)));
        put("sql", (Namespace) name -> (Namespace) Names::global);
    }

    private static Object ordering(@Nullable Object value) {
        return Convert.ordering(value);
    }

    static Object quantified(String method, @Nullable Object value) {
        Object operand = value instanceof QueryExpression query
                ? query
                : value instanceof ScalarQuery<?> scalar ? scalar.query() : Convert.expr(value);
        return Objects.requireNonNull(callStatic(Sql.class, method, operand));
    }

    private static Expr<?> castOperand(Args arguments) {
        Object value = arguments.at(0);
        return value == null || Convert.isSql(value)
                ? Convert.expr(value)
                : Convert.value(value, Convert.type(arguments.at(1)));
    }

    @SuppressWarnings("unchecked")
    private static Object literal(Args arguments) {
        Object type = arguments.at(1, "type_");
        Object value = Convert.plain(arguments.at(0, "value"));
        if (type != null) {
            return Convert.value(value, Convert.type(type));
        }
        return value == null ? BindParameter.of((Type<Object>) Types.UNKNOWN, null) : Sql.literal(value);
    }

    private static Object column(Args arguments) {
        Object type = arguments.at(1, "type_");
        Object name = arguments.at(0);
        if (arguments.has("is_literal")) {
            return Sql.literalColumn(arguments.text(0), Types.UNKNOWN);
        }
        return type == null ? Sql.column(arguments.text(0)) : Sql.column(arguments.text(0), Convert.type(type));
    }

    private static Object caseOf(Args arguments) {
        Object value = arguments.named("value");
        List<@Nullable Object> whens = new ArrayList<>();
        for (Object one : arguments.all()) {
            if (one instanceof Map<?, ?> map) {
                map.forEach((key, result) -> whens.add(new PyTuple(java.util.Arrays.asList(key, result))));
            } else if (one instanceof List<?> list && !(one instanceof PyTuple)) {
                whens.addAll(list);
            } else {
                whens.add(one);
            }
        }
        return CaseWords.of(value == null ? null : Convert.expr(value), whens, arguments);
    }
}
