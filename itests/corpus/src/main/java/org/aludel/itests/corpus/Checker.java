package org.aludel.itests.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.StandardDialect;
import org.aludel.errors.AludelException;
import org.aludel.sql.CompiledSql;
import org.aludel.sql.CompiledSql.ResultField;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Node;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Sql;
import org.aludel.sql.TableAlias;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.jspecify.annotations.Nullable;

/** Builds cases, compiles them and compares what comes out with what was recorded. */
final class Checker {

    private final Schemas schemas;
    private final Configurations configurations = new Configurations();

    Checker(Map<String, @Nullable Object> schemas) {
        this.schemas = new Schemas(schemas);
    }

    /** What a case's source makes: a node, or an outcome of a helper. */
    @Nullable
    Object build(CorpusCase one) {
        CustomClasses.forget();
        Scope scope = new Scope(null);
        schemas.variables(one.schema()).forEach(scope::put);
        return new Interpreter(scope).run(one.body());
    }

    /** All comparisons of a case; none if it is doubtful. */
    List<Check> check(CorpusCase one) {
        List<Check> checks = new ArrayList<>();
        if (one.isDoubtful()) {
            return checks;
        }
        Object built;
        try {
            built = build(one);
        } catch (RuntimeException | StackOverflowError e) {
            failedToBuild(one, e, checks);
            return checks;
        }
        if (one.hasValue()) {
            checks.add(value(one, built));
            return checks;
        }
        for (String dialect : one.expectations().keySet()) {
            CoreDialect configured = configurations.named(dialect);
            if (configured == null || isUnparsable(one, dialect)) {
                continue;
            }
            checks.add(dialect(one, dialect, configured, built));
        }
        if (one.fields().get("type") != null && built instanceof Expr<?> expression) {
            checks.add(type(one, JsonFiles.object(one.fields().get("type")), expression));
        }
        named(one, built, checks);
        bound(one, built, checks);
        return checks;
    }

    private void failedToBuild(CorpusCase one, Throwable failure, List<Check> checks) {
        boolean refused = failure instanceof AludelException;
        if (one.hasValue()) {
            checks.add(new Check(one, "default", "value", false, one.fields().get("value"), shown(failure)));
        }
        for (String dialect : one.expectations().keySet()) {
            if (configurations.named(dialect) != null && !isUnparsable(one, dialect)) {
                Object expected = one.expectation(dialect).get("error");
                boolean passed =
                        refused && (expected != null || one.expectation(dialect).containsKey("bind_error"));
                checks.add(new Check(one, dialect, "sql", passed, one.expectation(dialect), shown(failure)));
            }
        }
    }

    /** The server itself could not parse what was recorded. */
    private static boolean isUnparsable(CorpusCase one, String dialect) {
        String ended = switch (dialect) {
            case "postgresql" -> one.execution("postgresql");
            case "mysql" -> one.execution("mariadb");
            case "sqlite" -> one.execution("sqlite");
            default -> null;
        };
        return ended != null && (ended.startsWith("syntax") || ended.endsWith(": syntax error"));
    }

    private Check dialect(CorpusCase one, String name, CoreDialect dialect, @Nullable Object built) {
        Map<String, @Nullable Object> expected = one.expectation(name);
        try {
            if (expected.containsKey("sqls")) {
                List<String> statements = statements(built, dialect);
                boolean same = sorted(JsonFiles.list(expected.get("sqls"))).equals(sorted(statements));
                return new Check(one, name, "sql", same, expected.get("sqls"), statements);
            }
            if (built instanceof Outcome.AllTables) {
                return new Check(one, name, "sql", false, expected.get("error"), statements(built, dialect));
            }
            CompiledSql compiled = compile(built, dialect);
            String sql = compiled.sql();
            if (expected.containsKey("error")) {
                return new Check(one, name, "sql", false, expected.get("error"), sql);
            }
            boolean same = isExpected(one, name, expected, sql) && hasValues(expected, compiled, one);
            return new Check(one, name, "sql", same, recorded(expected), sql + values(compiled));
        } catch (AludelException e) {
            return new Check(one, name, "sql", expected.containsKey("error"), recorded(expected), shown(e));
        } catch (RuntimeException | StackOverflowError e) {
            return new Check(one, name, "sql", false, recorded(expected), shown(e));
        }
    }

    private static List<String> sorted(List<? extends @Nullable Object> statements) {
        return statements.stream()
                .map(s -> Normal.folded(String.valueOf(s)))
                .sorted()
                .toList();
    }

    private static boolean isExpected(
            CorpusCase one, String dialect, Map<String, @Nullable Object> expected, String sql) {
        if (Normal.sameSql(String.valueOf(expected.get("sql")), sql)) {
            return true;
        }
        for (String field : List.of("seed_sql", "seed_sql_labels")) {
            Object other = one.fields().get(field);
            if (other != null && Normal.sameSql(other.toString(), sql)) {
                return true;
            }
        }
        return one.hasEmptyIn() && (sql.contains("1 != 1") || sql.contains("1 = 1"))
                || one.fields().containsKey("seed_sql") && (sql.contains("1 != 1") || sql.contains("1 = 1"));
    }

    private static boolean hasValues(Map<String, @Nullable Object> expected, CompiledSql compiled, CorpusCase one) {
        if (expected.containsKey("executemany")) {
            List<@Nullable Object> sets = JsonFiles.list(expected.get("executemany"));
            List<List<@Nullable Object>> batches = compiled.batches();
            boolean same = sets.size() == batches.size();
            for (int i = 0; same && i < sets.size(); i++) {
                same = Normal.sameValues(sets.get(i), batches.get(i));
            }
            return same;
        }
        Object params = expected.get("params");
        if (params instanceof Map<?, ?> named) {
            return Normal.value(named.values())
                    .equals(Normal.value(compiled.namedParameters().values()));
        }
        return !expected.containsKey("params") || Normal.sameValues(params, compiled.parameters());
    }

    private static String recorded(Map<String, @Nullable Object> expected) {
        if (expected.containsKey("error")) {
            return "error: " + expected.get("error");
        }
        Object values = expected.containsKey("executemany") ? expected.get("executemany") : expected.get("params");
        return expected.get("sql") + (values == null ? "" : " " + values);
    }

    private static String values(CompiledSql compiled) {
        List<List<@Nullable Object>> batches = compiled.batches();
        return batches.size() > 1 ? " " + batches : compiled.parameters().isEmpty() ? "" : " " + compiled.parameters();
    }

    /** Compiles what a source made. */
    static CompiledSql compile(@Nullable Object built, CoreDialect dialect) {
        if (built instanceof Outcome.Executed executed) {
            Node statement = (Node) executed.statement();
            List<Map<String, @Nullable Object>> sets = executed.sets();
            return executed.isBatch() || sets.size() > 1
                    ? dialect.compile(statement, sets)
                    : dialect.compile(statement, sets.get(0));
        }
        if (built instanceof TableAlias alias) {
            return dialect.compile(alias.element());
        }
        if (built instanceof Node node) {
            return dialect.compile(node);
        }
        if (built instanceof Type<?> || built instanceof PyType) {
            return TypePrinter.compile(Convert.type(built), dialect);
        }
        throw new Gap("nothing to compile: " + built);
    }

    private static List<String> statements(@Nullable Object built, CoreDialect dialect) {
        if (built instanceof Outcome.AllTables all) {
            return AllTablesSql.statements(all, dialect);
        }
        throw new Gap("no statements: " + built);
    }

    private Check value(CorpusCase one, @Nullable Object built) {
        Object expected = one.fields().get("value");
        try {
            if (built instanceof Outcome.TypeOf typeOf) {
                Type<?> type = typeOf(typeOf.expression());
                boolean same = NeutralTypes.same(JsonFiles.object(expected), type, typeOf.expression());
                return new Check(one, "default", "value", same, expected, type);
            }
            if (built instanceof Outcome.ColumnsOf columns) {
                List<ResultField> fields = columns(columns.selectable());
                return new Check(one, "default", "value", sameFields(expected, fields), expected, fields);
            }
            Object got = built instanceof Outcome.Value value ? value.value() : built;
            return new Check(one, "default", "value", Normal.sameValue(expected, got), expected, got);
        } catch (RuntimeException e) {
            return new Check(one, "default", "value", false, expected, shown(e));
        }
    }

    private static boolean sameFields(@Nullable Object expected, List<ResultField> fields) {
        List<@Nullable Object> wanted = JsonFiles.list(expected);
        boolean same = wanted.size() == fields.size();
        for (int i = 0; same && i < fields.size(); i++) {
            List<@Nullable Object> field = JsonFiles.list(wanted.get(i));
            same = String.valueOf(field.get(0)).equals(fields.get(i).name())
                    && NeutralTypes.same(
                            JsonFiles.object(field.get(1)), fields.get(i).type());
        }
        return same;
    }

    private static List<ResultField> columns(Object selectable) {
        QueryExpression query = selectable instanceof QueryExpression known
                ? known
                : selectable instanceof org.aludel.sql.Join join
                        ? join.select().setLabelStyle(org.aludel.sql.LabelStyle.TABLENAME_PLUS_COL)
                        : ((FromItem) selectable).select();
        return StandardDialect.INSTANCE.compile(query).columns();
    }

    private static Check type(CorpusCase one, Map<String, @Nullable Object> expected, Expr<?> expression) {
        try {
            Type<?> type = typeOf(expression);
            return new Check(one, "default", "type", NeutralTypes.same(expected, type, expression), expected, type);
        } catch (RuntimeException e) {
            return new Check(one, "default", "type", false, expected, shown(e));
        }
    }

    /** The type that a result column of this expression has. */
    private static Type<?> typeOf(Expr<?> expression) {
        try {
            List<ResultField> columns =
                    StandardDialect.INSTANCE.compile(Sql.select(expression)).columns();
            if (columns.size() == 1 && columns.get(0).type().family() != TypeFamily.UNKNOWN) {
                return columns.get(0).type();
            }
        } catch (AludelException e) {
            return expression.type();
        }
        return expression.type();
    }

    private void named(CorpusCase one, @Nullable Object built, List<Check> checks) {
        Map<String, @Nullable Object> expected = one.expectation("default");
        if (!expected.containsKey("named")
                || one.fields().containsKey("seed_sql")
                || one.hasEmptyIn()
                || one.fields().containsKey("seed_sql_labels")) {
            return;
        }
        String wanted = String.valueOf(expected.get("named"));
        try {
            CompiledSql compiled = compile(built, Objects.requireNonNull(configurations.named("default")));
            checks.add(new Check(
                    one,
                    "default",
                    "named",
                    Normal.folded(wanted).equals(Normal.folded(compiled.namedSql())),
                    wanted,
                    compiled.namedSql()));
        } catch (RuntimeException | StackOverflowError e) {
            checks.add(new Check(one, "default", "named", false, wanted, shown(e)));
        }
    }

    private void bound(CorpusCase one, @Nullable Object built, List<Check> checks) {
        Map<String, @Nullable Object> expected = one.expectation("sqlite");
        if (!expected.containsKey("bound") && !expected.containsKey("bind_error")) {
            return;
        }
        Object wanted = expected.containsKey("bound") ? expected.get("bound") : expected.get("bind_error");
        try {
            List<@Nullable Object> got = compile(built, Objects.requireNonNull(configurations.named("sqlite")))
                    .boundParameters();
            boolean same = expected.containsKey("bound") && Normal.sameValues(wanted, got);
            checks.add(new Check(one, "sqlite", "bound", same, wanted, got));
        } catch (RuntimeException e) {
            boolean refused = e instanceof AludelException && expected.containsKey("bind_error");
            checks.add(new Check(one, "sqlite", "bound", refused, wanted, shown(e)));
        }
    }

    private static String shown(Throwable failure) {
        if (failure instanceof Gap) {
            return "GAP " + failure.getMessage();
        }
        if (failure instanceof AludelException) {
            return Objects.requireNonNull(failure.getMessage(), "an AludelException has a message");
        }
        StackTraceElement[] trace = failure.getStackTrace();
        return failure + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
