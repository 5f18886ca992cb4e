package org.aludel.itests.corpus;

import static org.aludel.itests.corpus.Reflection.call;

import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.errors.AludelException;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.Table;
import org.aludel.sql.ConflictTarget;
import org.aludel.sql.Delete;
import org.aludel.sql.DmlStatement;
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
                .method("from_select", DmlMethods::fromSelect)
                .method("inline", (i, a) -> i.inline())
                .method("on_conflict_do_nothing", (i, a) -> i.onConflictDoNothing(target(i, a)))
                .method("on_conflict_do_update", DmlMethods::doUpdate)
                .method("on_duplicate_key_update", DmlMethods::onDuplicate)
                .property("excluded inserted", Excluded::new);
        Words.of(Update.class)
                .method("values", DmlMethods::assigned)
                .method("ordered_values", (u, a) -> u.orderedValues(pairs(u.table(), a.all())))
                .method("where", (u, a) -> {
                    Update result = u;
                    for (Object condition : a.all()) {
                        result = result.where(Convert.condition(condition));
                    }
                    return result;
                });
        Words.of(Delete.class).method("where", (d, a) -> {
            Delete result = d;
            for (Object condition : a.all()) {
                result = result.where(Convert.condition(condition));
            }
            return result;
        });
        Words.of(DmlStatement.class)
                .method("returning", (s, a) -> s.returning(Convert.selectables(a.all())))
                .method("prefix_with", (s, a) -> SelectMethods.affixed(s, "prefixWith", a))
                .method(
                        "with_hint",
                        (s, a) -> a.at(2, "dialect_name") == null
                                ? s.withHint(a.text(0, "text"))
                                : s.withHint(a.text(0, "text"), a.text(2, "dialect_name")))
                .method("with_dialect_options", (s, a) -> {
                    DmlStatement<?> result = s;
                    for (Map.Entry<String, @Nullable Object> option : a.named().entrySet()) {
                        result = result.withDialectOption(option.getKey(), Objects.requireNonNull(option.getValue()));
                    }
                    return result;
                })
                .method(
                        "cte",
                        (s, a) -> Objects.requireNonNull(
                                a.at(0, "name") == null ? call(s, "cte") : call(s, "cte", a.text(0, "name"))))
                .method("execution_options", (s, a) -> s)
                .property("table", DmlStatement::table);
    }

    /** The row that an insert proposes, column by column. */
    record Excluded(Insert insert) implements Namespace {

        @Override
        public Object attribute(String name) {
            return name.equals("c") || name.equals("columns")
                    ? this
                    : Sql.excluded(insert.table().c(name));
        }
    }

    private static Insert values(Insert insert, Args arguments) {
        Object first = arguments.at(0);
        if (first instanceof List<?> list) {
            List<@Nullable Object> values = new ArrayList<>();
            boolean rows = !list.isEmpty() && (list.get(0) instanceof Map<?, ?> || list.get(0) instanceof List<?>);
            for (int i = 0; i < list.size(); i++) {
                values.add(rows ? row(insert.table(), list.get(i)) : cell(insert.table(), i, list.get(i)));
            }
            return insert.values(values);
        }
        Map<Object, @Nullable Object> row = new LinkedHashMap<>();
        if (first != null) {
            row.putAll(map(insert.table(), (Map<?, ?>) first));
        }
        row.putAll(map(insert.table(), arguments.named()));
        return insert.values(row);
    }

    private static Object row(Table table, @Nullable Object row) {
        if (row instanceof Map<?, ?> map) {
            return map(table, map);
        }
        List<@Nullable Object> cells = new ArrayList<>();
        for (Object cell : (List<?>) Objects.requireNonNull(row)) {
            cells.add(cell(table, cells.size(), cell));
        }
        return cells;
    }

    private static @Nullable Object cell(Table table, int place, @Nullable Object value) {
        return place < table.columns().size() ? converted(table.columns().get(place), value) : value;
    }

    static Map<Object, @Nullable Object> map(Table table, Map<?, ?> values) {
        Map<Object, @Nullable Object> map = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            Column<?> column = key instanceof Column<?> known ? known : table.find(String.valueOf(key));
            map.put(
                    key instanceof String name ? org.aludel.sql.QuotedName.text(name) : key,
                    column == null ? value : converted(column, value));
        });
        return map;
    }

    /** A value as it is given for a column. */
    static @Nullable Object converted(Column<?> column, @Nullable Object value) {
        if (value instanceof QueryExpression query) {
            return query.asScalar();
        }
        if (value == null || Convert.isSql(value)) {
            return value;
        }
        Object plain = Convert.plain(value, column.type());
        if (plain == null) {
            return null;
        }
        try {
            column.type().coerce(plain);
            return plain;
        } catch (AludelException e) {
            return Sql.literal(plain);
        }
    }

    private static Object fromSelect(Insert insert, Args arguments) {
        List<Object> columns = new ArrayList<>();
        for (Object name : PyValues.iterable(arguments.at(0, "names"))) {
            columns.add(name instanceof Column<?> ? name : String.valueOf(name));
        }
        QueryExpression query = SelectMethods.query(arguments.at(1, "select"));
        return Boolean.FALSE.equals(arguments.at(2, "include_defaults"))
                ? insert.fromSelect(columns, query, false)
                : insert.fromSelect(columns, query);
    }

    private static Update assigned(Update update, Args arguments) {
        Object first = arguments.at(0);
        Update result = update;
        if (first instanceof List<?> list) {
            List<@Nullable Object> cells = new ArrayList<>();
            list.forEach(cell -> cells.add(cell(update.table(), cells.size(), cell)));
            result = result.values(cells);
        } else if (first != null) {
            result = result.values(map(update.table(), (Map<?, ?>) first));
        }
        return arguments.named().isEmpty() ? result : result.values(map(update.table(), arguments.named()));
    }

    private static Map<Object, @Nullable Object> pairs(Table table, List<? extends @Nullable Object> pairs) {
        Map<Object, @Nullable Object> map = new LinkedHashMap<>();
        for (Object pair : pairs) {
            List<?> columnAndValue = (List<?>) Objects.requireNonNull(pair);
            map.put(columnAndValue.get(0), columnAndValue.get(1));
        }
        return map(table, map);
    }

    private static ConflictTarget target(Insert insert, Args arguments) {
        Object constraint = arguments.at(0, "constraint");
        Object elements = arguments.at(1, "index_elements");
        ConflictTarget target;
        if (constraint instanceof Constraint known) {
            target = ConflictTarget.constraint(known);
        } else if (constraint instanceof List<?>) {
            target = ConflictTarget.constraint(insert.table().primaryKeyConstraint());
        } else if (constraint != null) {
            target = ConflictTarget.constraint(constraint.toString());
        } else if (elements == null) {
            return ConflictTarget.ANY;
        } else {
            target = elements(new ArrayList<>(PyValues.iterable(elements)));
        }
        Object where = arguments.at(2, "index_where");
        return where == null ? target : target.where(Convert.condition(where));
    }

    private static ConflictTarget elements(List<@Nullable Object> elements) {
        return elements.stream().allMatch(e -> e instanceof String)
                ? ConflictTarget.columns(elements.toArray(String[]::new))
                : ConflictTarget.elements(elements.stream()
                        .map(e -> e instanceof String name ? Sql.column(name) : Convert.expr(e))
                        .toArray(org.aludel.sql.Expr<?>[]::new));
    }

    private static Object doUpdate(Insert insert, Args arguments) {
        ConflictTarget target = target(insert, arguments.without("set_", "where"));
        Object set = arguments.at(3, "set_");
        Map<?, ? extends @Nullable Object> assigned =
                set instanceof Excluded ? insert.excluded() : map(insert.table(), dictionary(set));
        Object where = arguments.at(4, "where");
        return where == null
                ? insert.onConflictDoUpdate(target, assigned)
                : insert.onConflictDoUpdate(target, assigned, Convert.condition(where));
    }

    private static Map<?, ?> dictionary(@Nullable Object set) {
        return set instanceof List<?> pairs
                ? pairs.stream()
                        .collect(
                                LinkedHashMap::new,
                                (map, pair) -> map.put(((List<?>) pair).get(0), ((List<?>) pair).get(1)),
                                Map::putAll)
                : (Map<?, ?>) Objects.requireNonNull(set);
    }

    private static Object onDuplicate(Insert insert, Args arguments) {
        if (arguments.size() > 0 && arguments.at(0) instanceof List<?> pairs) {
            List<Map.Entry<?, ? extends @Nullable Object>> entries = new ArrayList<>();
            pairs(insert.table(), pairs).forEach((key, value) -> entries.add(new SimpleEntry<>(key, value)));
            return insert.onDuplicateKeyUpdate(entries);
        }
        Map<?, ?> set = arguments.size() > 0 ? dictionary(arguments.at(0)) : arguments.named();
        return insert.onDuplicateKeyUpdate(map(insert.table(), set));
    }
}
