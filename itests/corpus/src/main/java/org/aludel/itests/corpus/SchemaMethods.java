package org.aludel.itests.corpus;

import static org.aludel.itests.corpus.Reflection.call;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.MetaData;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.aludel.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Methods and attributes of schema objects. */
final class SchemaMethods {

    private SchemaMethods() {}

    /** One reference of a foreign key. */
    record Reference(ForeignKey key, int place) {

        String target() {
            return key.targets().get(place);
        }
    }

    static void register() {
        Words.of(Sequence.class).method("next_value", (s, a) -> s.next());
        Words.of(Reference.class)
                .property("target_fullname", Reference::target)
                .property("column", r -> r.key().referredColumns().get(r.place()));
        Words.of(Column.class)
                .property("name", Column::name)
                .property("key", Column::key)
                .property("table", Column::owner)
                .property("foreign_keys", c -> c.table() == null ? List.of() : references(c.table(), List.of(c)));
        Words.of(MetaData.class)
                .property("sorted_tables", MetaData::sortedTables)
                .property("tables", m -> {
                    java.util.Map<String, Object> all = new java.util.LinkedHashMap<>();
                    m.tables().forEach(table -> all.put(table.fullName(), table));
                    return all;
                });
        Words.of(Table.class)
                .method(
                        "to_metadata tometadata",
                        (t, a) -> call(t, "copyTo", a.all().toArray()))
                .method(
                        "append_constraint append_column",
                        (t, a) -> TableConstraint.append(t, Objects.requireNonNull(a.at(0))));
    }

    static List<Object> references(Table table, Collection<Column<?>> columns) {
        List<Object> references = new ArrayList<>();
        for (ForeignKey key : table.foreignKeys()) {
            for (int i = 0; i < key.columns().size(); i++) {
                if (columns.contains(key.columns().get(i))) {
                    references.add(new Reference(key, i));
                }
            }
        }
        return references;
    }

    static Object check(Args arguments) {
        Object condition = arguments.at(0, "sqltext");
        CheckConstraint check =
                condition instanceof String sql ? Sql.check(sql) : Sql.check(Convert.condition(condition));
        for (Map.Entry<String, @Nullable Object> option : arguments.named().entrySet()) {
            check = switch (option.getKey()) {
                case "name" -> option.getValue() == null ? check : check.named(String.valueOf(option.getValue()));
                case "deferrable", "initially" -> check.deferred(SchemaWords.deferral(arguments));
                case "table", "sqltext", "info" -> check;
                default -> check.option(option.getKey(), Objects.requireNonNull(option.getValue()));
            };
        }
        List<@Nullable Object> hints = new ArrayList<>();
        hints.add(arguments.named("table"));
        hints.add(condition instanceof String ? null : Convert.condition(condition));
        return TableConstraint.of(check, hints);
    }

    static Object unique(Args arguments) {
        UniqueConstraint unique = Sql.unique(names(arguments.all()));
        for (Map.Entry<String, @Nullable Object> option : arguments.named().entrySet()) {
            unique = switch (option.getKey()) {
                case "name" -> option.getValue() == null ? unique : unique.named(String.valueOf(option.getValue()));
                case "deferrable", "initially" -> unique.deferred(SchemaWords.deferral(arguments));
                case "info" -> unique;
                default -> unique.option(option.getKey(), Objects.requireNonNull(option.getValue()));
            };
        }
        return TableConstraint.of(unique, arguments.all());
    }

    static Object primaryKey(Args arguments) {
        PrimaryKey key = Sql.primaryKey(names(arguments.all()));
        for (Map.Entry<String, @Nullable Object> option : arguments.named().entrySet()) {
            key = switch (option.getKey()) {
                case "name" -> option.getValue() == null ? key : key.named(String.valueOf(option.getValue()));
                case "deferrable", "initially" -> key.deferred(SchemaWords.deferral(arguments));
                case "info" -> key;
                default -> key.option(option.getKey(), Objects.requireNonNull(option.getValue()));
            };
        }
        return TableConstraint.of(key, arguments.all());
    }

    static String[] names(Collection<? extends @Nullable Object> columns) {
        return columns.stream()
                .map(c -> c instanceof Column<?> column ? column.key() : String.valueOf(c))
                .toArray(String[]::new);
    }

    static Object required(@Nullable Object value) {
        return Objects.requireNonNull(value);
    }
}
