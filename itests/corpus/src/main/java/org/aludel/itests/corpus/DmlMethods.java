package org.aludel.itests.corpus;

import static org.aludel.itests.corpus.Reflection.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.schema.Column;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.Table;
import org.aludel.sql.Delete;
import org.aludel.sql.Insert;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Sql;
import org.aludel.sql.Update;
import org.jspecify.annotations.Nullable;

/** Methods of INSERT, UPDATE and DELETE. */
final class DmlMethods {

    private DmlMethods() {}

    static void register() {
        Words.of(Insert.class)
                .method("values", DmlMethods::values)
                .method("from_select", (i, a) -> fromSelect(i, a))
                .method("returning return_defaults", (i, a) -> i.returning(Convert.selectables(a.all())))
                .method("prefix_with", (s, a) -> SelectMethods.affixed(s, "prefixWith", a))
                .method("with_hint", DmlMethods::hinted)
                .method("cte", (s, a) -> call(s, "cte", a.all().toArray()))
                .method("inline", (s, a) -> call(s, "inline"))
                .method("on_conflict_do_nothing", DmlMethods::doNothing)
                .method("on_conflict_do_update", DmlMethods::doUpdate)
                .method("on_duplicate_key_update", DmlMethods::onDuplicate)
                .property("excluded inserted", Excluded::new)
                .property("table", Insert::table);
        Words.of(Update.class)
                .method("values", (u, a) -> assigned(u, a))
                .method("ordered_values", DmlMethods::ordered)
                .method("where", (u, a) -> {
                    Update result = u;
                    for (Object condition : a.all()) {
                        result = result.where(Convert.condition(condition));
                    }
                    return result;
                })
                .method("returning return_defaults", (u, a) -> u.returning(Convert.selectables(a.all())))
                .method("prefix_with", (s, a) -> SelectMethods.affixed(s, "prefixWith", a))
                .method("with_hint", DmlMethods::hinted)
                .method("cte", (s, a) -> call(s, "cte", a.all().toArray()))
                .method("inline", (s, a) -> call(s, "inline"));
        Words.of(Delete.class)
                .method("where", (d, a) -> {
                    Delete result = d;
                    for (Object condition : a.all()) {
                        result = result.where(Convert.condition(condition));
                    }
                    return result;
                })
                .method("returning", (d, a) -> d.returning(Convert.selectables(a.all())))
                .method("prefix_with", (s, a) -> SelectMethods.affixed(s, "prefixWith", a))
                .method("with_hint", DmlMethods::hinted)
                .method("cte", (s, a) -> call(s, "cte", a.all().toArray()));
    }

    /** The proposed row of an insert, column by column. */
    record Excluded(Insert insert) implements Namespace {

        Excluded(Object insert) {
            this((Insert) insert);
        }

        @Override
        public Object attribute(String name) {
            return Sql.excluded(insert.table().c(name));
        }
    }

    private static Object hinted(Object statement, Args arguments) {
        Object text = arguments.at(0, "text");
        Object dialect = arguments.at(2, "dialect_name");
        return Objects.requireNonNull(
                dialect == null ? call(statement, "withHint", text) : call(statement, "withHint", text, dialect));
    }

    private static Insert values(Insert insert, Args arguments) {
        Object first = arguments.at(0);
        if (first instanceof List<?> rows
                && !rows.isEmpty()
                && (rows.get(0) instanceof Map<?, ?> || rows.get(0) instanceof PyTuple)) {
            List<Map<String, @Nullable Object>> maps = new ArrayList<>();
            for (Object row : rows) {
                maps.add(row(insert.table(), row));
            }
            return insert.rows(maps);
        }
        if (arguments.size() == 0 && arguments.named().isEmpty()) {
            return insert;
        }
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        if (first != null) {
            row.putAll(row(insert.table(), first));
        }
        row.putAll(Convert.params(arguments.named()));
        return insert.values(row);
    }

    /** Values by key, given so or in the order of the columns. */
    private static Map<String, @Nullable Object> row(Table table, @Nullable Object row) {
        if (!(row instanceof List<?> values)) {
            return converted(table, Convert.params(row));
        }
        if (values.size() > table.columns().size()) {
            throw new org.aludel.errors.ArgumentException("ALU-0000", "more values than columns");
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            map.put(table.columns().get(i).key(), values.get(i));
        }
        return converted(map);
    }

    private static Map<String, @Nullable Object> converted(Map<String, @Nullable Object> row) {
        row.replaceAll((key, value) -> value instanceof QueryExpression query ? query.asScalar() : value);
        return row;
    }

    private static Object fromSelect(Insert insert, Args arguments) {
        List<Column<?>> columns = new ArrayList<>();
        for (Object name : PyValues.iterable(arguments.at(0, "names"))) {
            columns.add(
                    name instanceof Column<?> column
                            ? column
                            : Objects.requireNonNull(insert.table().c(String.valueOf(name))));
        }
        return insert.fromSelect(columns, SelectMethods.query(arguments.at(1, "select")));
    }

    private static Update assigned(Update update, Args arguments) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Object first = arguments.at(0);
        if (first instanceof List<?>) {
            values.putAll(row(update.table(), first));
        } else if (first != null) {
            values.putAll(converted(Convert.params(first)));
        }
        values.putAll(converted(Convert.params(arguments.named())));
        return update.values(values);
    }

    private static Object ordered(Update update, Args arguments) {
        Object result = update;
        for (Object pair : arguments.all()) {
            List<?> columnAndValue = (List<?>) Objects.requireNonNull(pair);
            result = call(
                    Objects.requireNonNull(result),
                    Reflection.has(Update.class, "orderedSet") ? "orderedSet" : "set",
                    columnAndValue.get(0),
                    columnAndValue.get(1));
        }
        return Objects.requireNonNull(result);
    }

    private static Object target(Insert insert, Args arguments) {
        Object constraint = arguments.has(0, "constraint") ? arguments.at(0, "constraint") : null;
        if (constraint != null) {
            Object name = constraint;
            if (constraint instanceof PrimaryKey || constraint instanceof List<?>) {
                PrimaryKey key = insert.table().primaryKeyConstraint();
                if (key.name() == null) {
                    return insert.onConflict(insert.table().primaryKey().toArray(Column<?>[]::new));
                }
                name = key.name();
            }
            return Objects.requireNonNull(call(insert, "onConflictConstraint", name));
        }
        Object elements = arguments.at(1, "index_elements");
        Object result = elements == null
                ? call(insert, "onConflict")
                : elements(insert, new ArrayList<>(PyValues.iterable(elements)));
        if (arguments.named("index_where") != null) {
            result = call(
                    Objects.requireNonNull(result), "indexWhere", Convert.condition(arguments.named("index_where")));
        }
        return Objects.requireNonNull(result);
    }

    private static @Nullable Object elements(Insert insert, List<@Nullable Object> elements) {
        boolean columns = elements.stream().allMatch(e -> e instanceof Column<?>);
        if (columns) {
            return insert.onConflict(elements.toArray(Column<?>[]::new));
        }
        if (elements.stream().allMatch(e -> e instanceof String)) {
            return insert.onConflict(elements.toArray(String[]::new));
        }
        return call(insert, "onConflict", elements.toArray());
    }

    private static Object doNothing(Insert insert, Args arguments) {
        return Objects.requireNonNull(call(target(insert, arguments), "doNothing"));
    }

    private static Object doUpdate(Insert insert, Args arguments) {
        Object result = updated((Insert) target(insert, arguments), arguments.named("set_"));
        Object where = arguments.named("where");
        return where == null
                ? result
                : Objects.requireNonNull(call(result, "updateWhere", Convert.condition(where)));
    }

    private static Object onDuplicate(Insert insert, Args arguments) {
        Insert target = (Insert) Objects.requireNonNull(call(insert, "onConflict"));
        Object given = arguments.size() == 0 ? arguments.named() : arguments.at(0);
        if (given instanceof List<?> pairs) {
            Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
            for (Object pair : pairs) {
                map.put(((List<?>) pair).get(0), ((List<?>) pair).get(1));
            }
            given = map;
        }
        return updated(target, given);
    }

    private static Object updated(Insert insert, @Nullable Object set) {
        if (set instanceof Excluded) {
            return insert.update(insert.table().columns().toArray(Column<?>[]::new));
        }
        Insert result = insert;
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) Objects.requireNonNull(set)).entrySet()) {
            Column<?> column = entry.getKey() instanceof Column<?> known
                    ? known
                    : insert.table().find(String.valueOf(entry.getKey()));
            if (column == null) {
                column = insert.table().c(String.valueOf(entry.getKey()));
            }
            result = result.update(column, Convert.expr(entry.getValue(), column));
        }
        return result;
    }
}
