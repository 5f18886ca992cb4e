package org.aludel.itests.corpus;

import static org.aludel.itests.corpus.Reflection.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ForeignKeyAction;
import org.aludel.schema.ForeignKeyOption;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.Sequence;
import org.aludel.schema.TableItem;
import org.aludel.sql.Expr;
import org.aludel.sql.Sql;
import org.aludel.sql.tree.LabelReference;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** Makes tables, columns and constraints from what a source says. */
final class SchemaWords {

    private SchemaWords() {}

    /** A foreign key said at a column. */
    record ForeignKeyWords(Object target, ForeignKeyOption[] options) {}

    static ForeignKeyWords foreignKey(Args arguments) {
        return new ForeignKeyWords(Objects.requireNonNull(arguments.at(0)), options(arguments));
    }

    private static ForeignKeyOption[] options(Args arguments) {
        List<ForeignKeyOption> options = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> named : arguments.named().entrySet()) {
            Object value = named.getValue();
            switch (named.getKey()) {
                case "ondelete" -> options.add(Sql.onDelete(action(value)));
                case "onupdate" -> options.add(Sql.onUpdate(action(value)));
                case "name" -> options.add(ForeignKeyOption.named(String.valueOf(value)));
                case "deferrable" -> options.add(
                        "DEFERRED".equals(arguments.named("initially"))
                                ? Sql.initiallyDeferred()
                                : Sql.deferrable());
                case "initially" -> {}
                case "use_alter" -> options.add((ForeignKeyOption)
                        Objects.requireNonNull(Reflection.callStatic(ForeignKeyOption.class, "useAlter")));
                default -> options.add((ForeignKeyOption) Objects.requireNonNull(
                        Reflection.callStatic(ForeignKeyOption.class, Reflection.camel(named.getKey()), value)));
            }
        }
        return options.toArray(ForeignKeyOption[]::new);
    }

    private static ForeignKeyAction action(@Nullable Object words) {
        return ForeignKeyAction.valueOf(String.valueOf(words).toUpperCase(java.util.Locale.ROOT).replace(' ', '_'));
    }

    static Object foreignKeyConstraint(Args arguments) {
        Object targets = arguments.at(1);
        return Sql.foreignKey(SchemaMethods.names(PyValues.iterable(arguments.at(0))))
                .references(((List<?>) Objects.requireNonNull(targets))
                        .stream()
                                .map(t -> t instanceof Column<?> c ? c.owner() + "." + c.name() : String.valueOf(t))
                                .toArray(String[]::new))
                .with(options(arguments));
    }

    /** {@code Column(name, type, ...)} of a table. */
    static Column<?> column(Args arguments) {
        Object name = arguments.at(0, "name");
        List<@Nullable Object> rest = new ArrayList<>(arguments.from(1).all());
        Type<?> type = Types.UNKNOWN;
        if (!rest.isEmpty() && (rest.get(0) instanceof Type<?> || rest.get(0) instanceof Callable)) {
            type = Convert.type(rest.remove(0));
        } else if (arguments.named("type_") != null) {
            type = Convert.type(arguments.named("type_"));
        }
        Object column = name instanceof QuotedName quoted
                ? quotedColumn(quoted, type)
                : Sql.column(String.valueOf(name), type);
        for (Object item : rest) {
            column = with(column, item);
        }
        for (Map.Entry<String, @Nullable Object> option : arguments.named().entrySet()) {
            column = with(column, option.getKey(), option.getValue());
        }
        return (Column<?>) column;
    }

    private static Object quotedColumn(QuotedName name, Type<?> type) {
        Object column = Sql.column(name.name(), type);
        return name.quote() == null ? column : SchemaMethods.required(call(column, "quote", name.quote()));
    }

    private static Object with(Object column, @Nullable Object item) {
        if (item instanceof ForeignKeyWords key) {
            return key.target() instanceof Column<?> target
                    ? ((Column<?>) column).references(target, key.options())
                    : ((Column<?>) column).references(String.valueOf(key.target()), key.options());
        }
        if (item instanceof Sequence sequence) {
            return ((Column<?>) column).sequence(sequence);
        }
        if (item instanceof ColumnWord word) {
            return word.applyTo((Column<?>) column);
        }
        if (item == null) {
            return column;
        }
        return SchemaMethods.required(call(column, "with", item));
    }

    @SuppressWarnings("unchecked")
    private static Object with(Object given, String option, @Nullable Object value) {
        Column<Object> column = (Column<Object>) given;
        return switch (option) {
            case "primary_key" -> Boolean.TRUE.equals(value) ? column.primaryKey() : column;
            case "nullable" -> Boolean.TRUE.equals(value) ? column.nullable() : column.notNull();
            case "unique" -> Boolean.TRUE.equals(value) ? column.unique() : column;
            case "index" -> Boolean.TRUE.equals(value) ? column.indexed() : column;
            case "key" -> column.key(String.valueOf(value));
            case "autoincrement" -> value instanceof Boolean on
                    ? column.autoincrement(on)
                    : SchemaMethods.required(call(column, "autoincrement", value));
            case "comment" -> column.comment(String.valueOf(value));
            case "default" -> byDefault(column, value);
            case "onupdate" -> onUpdate(column, value);
            case "server_default" -> value instanceof String text
                    ? column.serverDefault(text)
                    : value instanceof ColumnWord word
                            ? word.applyTo(column)
                            : value instanceof Sequence sequence
                                    ? column.serverDefault(sequence.next())
                                    : column.serverDefault(Convert.expr(value));
            case "type_" -> column;
            default -> SchemaMethods.required(call(column, Reflection.camel(option), value));
        };
    }

    static Column<?> byDefault(Column<Object> column, @Nullable Object value) {
        if (value instanceof Sequence sequence) {
            return column.sequence(sequence);
        }
        if (value instanceof Expr<?> || value instanceof org.aludel.sql.QueryExpression) {
            return column.defaultExpression(Convert.expr(value));
        }
        if (value instanceof Callable function) {
            return column.defaultFrom(() -> function.call(Args.of(new Object[] {null})));
        }
        return column.defaultValue(column.type().coerce(Objects.requireNonNull(value)));
    }

    static Column<?> onUpdate(Column<Object> column, @Nullable Object value) {
        if (value instanceof Expr<?>) {
            return column.onUpdateExpression(Convert.expr(value));
        }
        if (value instanceof Callable function) {
            return column.onUpdateFrom(() -> function.call(Args.of(new Object[] {null})));
        }
        return column.onUpdateValue(column.type().coerce(Objects.requireNonNull(value)));
    }

    /** {@code Table(name, metadata, ...)}. */
    static Object table(Args arguments) {
        MetaData metadata = (MetaData) Objects.requireNonNull(arguments.at(1));
        Object name = arguments.at(0);
        List<TableItem> items = new ArrayList<>();
        for (Object item : arguments.from(2).all()) {
            items.add((TableItem) Objects.requireNonNull(item));
        }
        Args options = arguments.without("schema");
        if (arguments.named("schema") == null && options.named().isEmpty() && name instanceof String plain) {
            return metadata.table(plain, items);
        }
        return TableOptions.table(metadata, Objects.requireNonNull(name), arguments.named("schema"), items, options);
    }

    /** {@code Index(name, *expressions, ...)}. */
    static Object index(Args arguments) {
        List<@Nullable Object> parts = arguments.from(1).all();
        Object name = arguments.at(0);
        Object index;
        if (parts.stream().allMatch(p -> p instanceof String || p instanceof Column<?>)
                && parts.stream().noneMatch(p -> p instanceof Column<?> c && c.table() == null)) {
            index = parts.stream().allMatch(p -> p instanceof String)
                    ? Sql.index(String.valueOf(name), SchemaMethods.names(parts))
                    : Reflection.callStatic(Index.class, "on", name, parts.toArray());
        } else {
            index = Reflection.callStatic(Index.class, "on", name, parts.toArray());
        }
        for (Map.Entry<String, @Nullable Object> option : arguments.named().entrySet()) {
            Object value = option.getValue();
            if (option.getKey().equals("unique")) {
                index = Boolean.TRUE.equals(value) ? call(Objects.requireNonNull(index), "asUnique") : index;
            } else {
                index = call(Objects.requireNonNull(index), "option", option.getKey(), Convert.plain(value));
            }
        }
        return Objects.requireNonNull(index);
    }

    static Object sequence(Args arguments) {
        Object sequence = Sequence.of(arguments.text(0));
        for (Map.Entry<String, @Nullable Object> option : arguments.named().entrySet()) {
            Object value = option.getValue();
            sequence = switch (option.getKey()) {
                case "start" -> call(Objects.requireNonNull(sequence), "startingWith", value);
                case "increment" -> call(Objects.requireNonNull(sequence), "incrementedBy", value);
                case "metadata" -> ((MetaData) Objects.requireNonNull(value)).sequence((Sequence)
                        Objects.requireNonNull(sequence));
                case "data_type" -> call(Objects.requireNonNull(sequence), "dataType", Convert.type(value));
                default -> value instanceof Boolean on
                        ? on ? call(Objects.requireNonNull(sequence), Reflection.camel(option.getKey())) : sequence
                        : call(Objects.requireNonNull(sequence), Reflection.camel(option.getKey()), value);
            };
        }
        return Objects.requireNonNull(sequence);
    }

    /** {@code table(name, *columns)}: a table outside of any metadata. */
    static Object lightweight(Args arguments) {
        Object[] columns = arguments.from(1).all().toArray();
        Object table = Reflection.has(Sql.class, "table")
                ? callTable(arguments, columns)
                : new MetaData(arguments.named("schema") == null ? null : String.valueOf(arguments.named("schema")))
                        .table(
                                arguments.text(0),
                                java.util.Arrays.stream(columns)
                                        .map(c -> (TableItem) Objects.requireNonNull(c))
                                        .toList());
        return Objects.requireNonNull(table);
    }

    private static @Nullable Object callTable(Args arguments, Object[] columns) {
        List<@Nullable Object> all = new ArrayList<>();
        all.add(arguments.text(0));
        all.addAll(List.of(columns));
        Object table = Reflection.callStatic(Sql.class, "table", all.toArray());
        return arguments.named("schema") == null
                ? table
                : call(Objects.requireNonNull(table), "schema", arguments.named("schema"));
    }

    /** Constraints that a table takes. */
    static boolean isConstraint(@Nullable Object item) {
        return item instanceof Constraint;
    }

    static Object labelReference(String name) {
        return new LabelReference(name);
    }
}
