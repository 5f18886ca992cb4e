package org.aludel.itests.corpus;

import static org.aludel.itests.corpus.Reflection.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.Deferral;
import org.aludel.schema.ForeignKeyAction;
import org.aludel.schema.ForeignKeyOption;
import org.aludel.schema.ForeignKeySpec;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.Sequence;
import org.aludel.schema.TableItem;
import org.aludel.schema.TableOptions;
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
                case "name" -> {
                    if (value != null) {
                        options.add(ForeignKeyOption.named(String.valueOf(value)));
                    }
                }
                case "match" -> options.add(ForeignKeyOption.match(String.valueOf(value)));
                case "deferrable", "initially" -> options.add(ForeignKeyOption.deferral(deferral(arguments)));
                case "use_alter" -> {
                    if (Boolean.TRUE.equals(value)) {
                        options.add(ForeignKeyOption.useAlter());
                    }
                }
                case "info", "link_to_name", "table" -> {}
                default ->
                    options.add(ForeignKeyOption.option(named.getKey(), Objects.requireNonNull(Convert.plain(value))));
            }
        }
        return options.toArray(ForeignKeyOption[]::new);
    }

    /** When a constraint is checked. */
    static Deferral deferral(Args arguments) {
        return new Deferral((Boolean) arguments.named("deferrable"), (String) arguments.named("initially"));
    }

    private static ForeignKeyAction action(@Nullable Object words) {
        return ForeignKeyAction.valueOf(
                String.valueOf(words).toUpperCase(java.util.Locale.ROOT).replace(' ', '_'));
    }

    static Object foreignKeyConstraint(Args arguments) {
        List<?> own = new ArrayList<>(PyValues.iterable(arguments.at(0, "columns")));
        List<?> targets = new ArrayList<>(PyValues.iterable(arguments.at(1, "refcolumns")));
        ForeignKeySpec spec = Sql.foreignKey(SchemaMethods.names(own));
        boolean columns = targets.stream().allMatch(t -> t instanceof Column<?>);
        ForeignKeySpec.Referring key = columns
                ? spec.references(targets.toArray(Column<?>[]::new))
                : spec.references(targets.stream().map(String::valueOf).toArray(String[]::new));
        key = key.with(options(arguments));
        return TableConstraint.of(key, own);
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
        Object column = Sql.column(String.valueOf(name), type);
        for (Object item : rest) {
            column = with(column, item);
        }
        for (Map.Entry<String, @Nullable Object> option : arguments.named().entrySet()) {
            column = with(column, option.getKey(), option.getValue());
        }
        return (Column<?>) column;
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
        if (item instanceof CheckConstraint check) {
            return ((Column<?>) column).check(check);
        }
        throw new Gap("a column with " + item.getClass().getSimpleName());
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
            case "autoincrement" -> value instanceof Boolean on ? column.autoincrement(on) : column;
            case "quote" -> value instanceof Boolean on ? column.quote(on) : column;
            case "system" -> column.system(Boolean.TRUE.equals(value));
            case "server_onupdate" -> column.serverOnUpdate();
            case "info", "doc", "_proxies" -> column;
            case "comment" -> column.comment(String.valueOf(value));
            case "default" -> byDefault(column, value);
            case "onupdate" -> onUpdate(column, value);
            case "server_default" ->
                value instanceof String text
                        ? column.serverDefault(text)
                        : value instanceof ColumnWord word
                                ? word.applyTo(column)
                                : value instanceof Sequence sequence
                                        ? column.serverDefault(sequence.next())
                                        : column.serverDefault(Convert.expr(value));
            case "type_" -> column;
            default -> column.option(option, Objects.requireNonNull(Convert.plain(value)));
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
        List<TableItem> items = new ArrayList<>();
        for (Object item : arguments.from(2).all()) {
            items.add(TableConstraint.item(Objects.requireNonNull(item)));
        }
        return metadata.table(arguments.text(0), options(arguments.named()), items);
    }

    private static TableOptions options(Map<String, @Nullable Object> named) {
        TableOptions options = TableOptions.none();
        if (named.get("schema") != null) {
            options = options.schema(String.valueOf(named.get("schema")));
        }
        for (Map.Entry<String, @Nullable Object> option : named.entrySet()) {
            Object value = Convert.plain(option.getValue());
            if (value == null) {
                continue;
            }
            options = switch (option.getKey()) {
                case "schema", "info", "listeners", "extend_existing", "keep_existing" -> options;
                case "quote" -> options.quote((Boolean) value);
                case "quote_schema" -> options.quoteSchema((Boolean) value);
                case "comment" -> options.comment(value.toString());
                case "prefixes" ->
                    options.prefix(PyValues.iterable(value).stream()
                            .map(String::valueOf)
                            .toArray(String[]::new));
                default -> options.option(option.getKey(), value);
            };
        }
        return options;
    }

    /** {@code Index(name, *expressions, ...)}. */
    static Object index(Args arguments) {
        List<@Nullable Object> parts = arguments.from(1).all();
        String name = arguments.at(0) == null ? null : arguments.text(0);
        Index index = parts.stream().allMatch(p -> p instanceof String)
                ? Index.over(name, SchemaMethods.names(parts))
                : Index.on(
                        name,
                        parts.stream()
                                .map(p -> p instanceof String key ? Sql.column(key) : Convert.ordering(p))
                                .toArray(org.aludel.sql.Ordering[]::new));
        for (Map.Entry<String, @Nullable Object> option : arguments.named().entrySet()) {
            Object value = option.getValue();
            index = switch (option.getKey()) {
                case "unique" -> Boolean.TRUE.equals(value) ? index.asUnique() : index;
                case "quote" -> index;
                default -> index.option(option.getKey(), Objects.requireNonNull(Convert.plain(value)));
            };
        }
        return index;
    }

    static Sequence sequence(Args arguments) {
        Sequence sequence = Sequence.of(arguments.text(0));
        MetaData metadata = null;
        for (Map.Entry<String, @Nullable Object> option : arguments.named().entrySet()) {
            Object value = option.getValue();
            if (value == null) {
                continue;
            }
            boolean on = Boolean.TRUE.equals(value);
            switch (option.getKey()) {
                case "start" -> sequence = sequence.startingWith(number(value));
                case "increment" -> sequence = sequence.incrementedBy(number(value));
                case "minvalue" -> sequence = sequence.minValue(number(value));
                case "maxvalue" -> sequence = sequence.maxValue(number(value));
                case "nominvalue" -> sequence = on ? sequence.noMinValue() : sequence;
                case "nomaxvalue" -> sequence = on ? sequence.noMaxValue() : sequence;
                case "cycle" -> sequence = sequence.cycle(on);
                case "order" -> sequence = sequence.order(on);
                case "cache" -> sequence = sequence.cache(number(value));
                case "schema" -> sequence = sequence.inSchema(value.toString());
                case "optional" -> sequence = on ? sequence.optional() : sequence;
                case "data_type" -> sequence = sequence.dataType(Convert.type(value));
                case "metadata" -> metadata = (MetaData) value;
                default -> throw new Gap("a sequence with " + option.getKey());
            }
        }
        return metadata == null ? sequence : metadata.sequence(sequence);
    }

    static long number(Object value) {
        return ((Number) value).longValue();
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
