package org.aludel.orm.internal.flush;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.core.compiler.InsertPlan;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.Plan;
import org.aludel.core.engine.RowArrays;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.Capability;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Insert;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.Sql;
import org.aludel.sql.TableFunction;
import org.aludel.sql.Update;
import org.aludel.types.TypeFamily;
import org.jspecify.annotations.Nullable;

/** The statements of one shape for one engine: built and compiled once, found again through the shape. */
final class PreparedShape {

    /** How an insert's generated keys come back. */
    enum Keys {
        /** There are none. */
        NONE,
        /** By one statement over arrays, which gives the keys in the order of the rows once they are sorted. */
        ARRAYS,
        /** By a JDBC batch whose driver gives the keys in order. */
        BATCH,
        /** By multi-row VALUES, whose keys are in the order of the rows once they are sorted. */
        ROWS,
        /** One row at a time. */
        SINGLE
    }

    /** Row counts of multi-row statements, greatest first, so that few statements serve any number of rows. */
    static final int[] CHUNKS = {256, 32, 4};

    private static final int[] NO_COLUMNS = {};

    /** Begins the names of parameters; no column is named so. */
    private static final String PARAMETER = "$p";

    final Plan plan;
    final Keys keys;

    /** Many rows can go as arrays in one statement. */
    final boolean inArrays;

    /** Where the key stands among the columns that come back from {@link #plan}. */
    final int keyPosition;

    private final StatementShape shape;

    /** The columns that are set to values, not to expressions. */
    private final int[] bound;

    private final CoreEngine engine;
    private final MapperRegistry registry;
    private final Table table;
    private final RowArrays rows;
    private volatile @Nullable Plan arrays;
    private final @Nullable Plan[] chunks = new Plan[CHUNKS.length];

    private PreparedShape(StatementShape shape, CoreEngine engine, MapperRegistry registry, boolean generatesKeys) {
        this.shape = shape;
        this.engine = engine;
        this.registry = registry;
        this.table = table(shape);
        this.bound = bound(shape);
        this.rows = new RowArrays(inRows(shape), engine.dialect());
        plan = switch (shape.kind) {
            case INSERT -> plan(insert(), bound.length);
            case UPDATE -> plan(update(), bound.length + shape.where.length);
            case DELETE -> plan(table.delete().where(key(shape, 0)), shape.where.length);
            case SWAP -> throw new IllegalArgumentException("a swap's statement depends on its rows");
        };
        keyPosition = generatesKeys ? keyPosition(plan, shape.table.source[shape.table.generatedKey]) : -1;
        keys = generatesKeys ? chooseKeys() : Keys.NONE;
        inArrays = takesArrays();
    }

    static PreparedShape of(StatementShape shape, CoreEngine engine, MapperRegistry registry, boolean generatesKeys) {
        if (shape.expressions.length > 0) {
            return new PreparedShape(shape, engine, registry, generatesKeys);
        }
        return (PreparedShape)
                shape.prepared.computeIfAbsent(engine, e -> new PreparedShape(shape, engine, registry, generatesKeys));
    }

    /** The columns that have a value in each row: those set, then those of the key that finds the row. */
    private static List<Column<?>> inRows(StatementShape shape) {
        List<Column<?>> columns = new ArrayList<>();
        for (int number : shape.set) {
            columns.add(shape.table.source[number]);
        }
        for (int number : shape.kind == StatementShape.Kind.INSERT ? NO_COLUMNS : shape.where) {
            columns.add(shape.table.source[number]);
        }
        return columns;
    }

    private static int[] bound(StatementShape shape) {
        if (shape.expressions.length == 0) {
            return shape.set;
        }
        int[] bound = new int[shape.set.length];
        int count = 0;
        for (int i = 0; i < shape.set.length; i++) {
            if (shape.expressions[i] == null) {
                bound[count++] = shape.set[i];
            }
        }
        return Arrays.copyOf(bound, count);
    }

    private static Table table(StatementShape shape) {
        return java.util.Objects.requireNonNull(shape.table.source[0].table());
    }

    private Plan plan(org.aludel.sql.Statement statement, int parameters) {
        return engine.plan(statement, names(parameters), registry);
    }

    private static List<String> names(int count) {
        List<String> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            names.add(PARAMETER + i);
        }
        return names;
    }

    private static int keyPosition(Plan plan, Column<?> key) {
        InsertPlan insert = plan.compiled().insert();
        if (insert != null) {
            for (InsertPlan.KeyPart part : insert.primaryKey()) {
                if (part.column() == key && part.position() >= 0) {
                    return part.position();
                }
            }
        }
        return 0;
    }

    private Keys chooseKeys() {
        if (shape.expressions.length > 0) {
            return Keys.SINGLE;
        }
        boolean sortable = shape.table.source[shape.table.generatedKey].type().family() == TypeFamily.INTEGER
                && hasPlainDefaults();
        if (sortable && takesArrays()) {
            return Keys.ARRAYS;
        }
        if (engine.dialect().supports(Capability.BATCH_GENERATED_KEYS)) {
            return Keys.BATCH;
        }
        if (sortable && shape.set.length > 0 && engine.dialect().supports(Capability.MULTI_ROW_RETURNING)) {
            return Keys.ROWS;
        }
        return Keys.SINGLE;
    }

    /** Values that a statement gives to columns it does not set are added to single rows only. */
    private boolean hasPlainDefaults() {
        Column<?>[] columns = shape.table.source;
        for (int i = 0; i < columns.length; i++) {
            boolean filled = shape.kind == StatementShape.Kind.INSERT
                    ? columns[i].onInsert() != null
                    : columns[i].onUpdate() != null;
            if (filled && !shape.sets(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether one statement over arrays can stand for many rows. */
    private boolean takesArrays() {
        return shape.set.length > 0
                && shape.expressions.length == 0
                && RowArrays.fit(engine.dialect(), inRows(shape))
                && hasPlainDefaults()
                && switch (shape.kind) {
                    case INSERT -> true;
                    // which row of an update was stale can be found out only where doing it again changes nothing
                    case UPDATE ->
                        engine.dialect().supports(Capability.UPDATE_FROM)
                                && shape.where == shape.table.primaryKey
                                && !Columns.overlap(shape.set, shape.where);
                    case DELETE, SWAP -> false;
                };
    }

    private Insert insert() {
        Insert insert = Insert.into(table);
        int parameters = 0;
        for (int i = 0; i < shape.set.length; i++) {
            Column<?> column = column(shape.set[i]);
            Expr<?> expression = shape.expressions.length == 0 ? null : shape.expressions[i];
            insert = insert.set(column.key(), expression != null ? expression : parameter(column, parameters++));
        }
        return insert;
    }

    private Update update() {
        Update update = Update.of(table);
        int parameters = 0;
        for (int i = 0; i < shape.set.length; i++) {
            Column<?> column = column(shape.set[i]);
            Expr<?> expression = shape.expressions.length == 0 ? null : shape.expressions[i];
            update = update.set(column.key(), expression != null ? expression : parameter(column, parameters++));
        }
        return update.where(key(shape, parameters));
    }

    private Column<?> column(int number) {
        return shape.table.source[number];
    }

    private static Expr<?> parameter(Column<?> column, int position) {
        return Sql.bind(PARAMETER + position, column.type());
    }

    private static Condition key(StatementShape shape, int firstParameter) {
        Condition[] parts = new Condition[shape.where.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = equal(shape.table.source[shape.where[i]], firstParameter + i);
        }
        return parts.length == 1 ? parts[0] : Sql.and(parts);
    }

    private static <T> Condition equal(Column<T> column, int position) {
        return column.eq(Sql.bind(PARAMETER + position, column.type()));
    }

    /** The statement that does many rows at once; its parameters are the values of a column each, as lists. */
    Plan arrays() {
        Plan known = arrays;
        if (known == null) {
            known = shape.kind == StatementShape.Kind.INSERT
                    ? plan(insertOfArrays(), shape.set.length)
                    : plan(updateOfArrays(), shape.set.length + shape.where.length);
            arrays = known;
        }
        return known;
    }

    /** {@code INSERT ... SELECT ... FROM unnest(?, ?) WITH ORDINALITY ORDER BY ordinality RETURNING key}. */
    private Insert insertOfArrays() {
        TableFunction numbered = rows.rows(PARAMETER, true);
        List<Column<?>> columns = numbered.columns();
        Select select = Sql.select(List.copyOf(columns.subList(0, columns.size() - 1)))
                .from(numbered)
                .orderBy(columns.get(columns.size() - 1));
        List<Column<?>> targets = new ArrayList<>();
        for (int number : shape.set) {
            targets.add(column(number));
        }
        Insert insert = Insert.into(table).fromSelect(targets, select);
        return keys == Keys.NONE ? insert : insert.returning(keyColumn());
    }

    /** {@code UPDATE ... SET a = v.c0 FROM unnest(?, ?) AS v (c0, c1) WHERE key = v.c1}. */
    private Update updateOfArrays() {
        TableFunction changes = rows.rows(PARAMETER, false);
        Update update = Update.of(table).from(changes);
        for (int i = 0; i < shape.set.length; i++) {
            update = update.set(column(shape.set[i]).key(), changes.columns().get(i));
        }
        for (int i = 0; i < shape.where.length; i++) {
            update = update.where(column(shape.where[i]).eqAny(changes.columns().get(shape.set.length + i)));
        }
        return update;
    }

    private Selectable keyColumn() {
        return column(shape.table.generatedKey);
    }

    /** An insert of as many rows as the chunk of a number has. */
    Plan chunk(int number) {
        Plan known = chunks[number];
        if (known == null) {
            int rows = CHUNKS[number];
            List<Map<String, @Nullable Object>> values = new ArrayList<>(rows);
            for (int row = 0; row < rows; row++) {
                Map<String, @Nullable Object> one = new LinkedHashMap<>();
                for (int i = 0; i < shape.set.length; i++) {
                    Column<?> column = column(shape.set[i]);
                    one.put(column.key(), parameter(column, row * shape.set.length + i));
                }
                values.add(one);
            }
            known = plan(Insert.into(table).rows(values).returning(keyColumn()), rows * shape.set.length);
            chunks[number] = known;
        }
        return known;
    }

    /** {@code UPDATE ... SET c = CASE WHEN key = ? THEN ? ... END WHERE key = ? OR key = ?} for a number of rows. */
    static Plan swap(StatementShape shape, int rows, CoreEngine engine, MapperRegistry registry) {
        int perRow = shape.set.length + shape.where.length;
        Condition[] keys = new Condition[rows];
        for (int row = 0; row < rows; row++) {
            keys[row] = key(shape, row * perRow + shape.set.length);
        }
        Update update = Update.of(table(shape));
        for (int i = 0; i < shape.set.length; i++) {
            Column<?> column = shape.table.source[shape.set[i]];
            update = update.set(column.key(), choice(column, keys, perRow, i));
        }
        return engine.plan(update.where(Sql.or(keys)), names(rows * perRow), registry);
    }

    private static <T> Expr<T> choice(Column<T> column, Condition[] keys, int perRow, int position) {
        org.aludel.sql.tree.Case<T> choice =
                Sql.case_(keys[0], (Expr<T>) Sql.cast(Sql.bind(PARAMETER + position, column.type()), column.type()));
        for (int row = 1; row < keys.length; row++) {
            choice = choice.when(keys[row], (Expr<T>) Sql.bind(PARAMETER + (row * perRow + position), column.type()));
        }
        return choice.otherwise(column);
    }

    /** Values of a row, set columns first. */
    @Nullable
    Object[] parameters(RowOperation row) {
        int[] set = bound;
        int[] where = shape.where;
        @Nullable Object[] values = new Object[set.length + where.length];
        for (int i = 0; i < set.length; i++) {
            values[i] = row.value(set[i]);
        }
        for (int i = 0; i < where.length; i++) {
            values[set.length + i] = RowOperation.settled(row.before[where[i]]);
        }
        return values;
    }

    /** Values of many rows as a list for each column, set columns first. */
    @Nullable
    Object[] parametersByColumn(List<RowOperation> operations) {
        int[] set = shape.set;
        int[] where = shape.kind == StatementShape.Kind.INSERT ? NO_COLUMNS : shape.where;
        @Nullable Object[] values = new Object[set.length + where.length];
        for (int i = 0; i < values.length; i++) {
            @Nullable Object[] column = rows.array(i, operations.size());
            for (int row = 0; row < column.length; row++) {
                RowOperation operation = operations.get(row);
                column[row] = rows.element(
                        i,
                        i < set.length
                                ? operation.value(set[i])
                                : RowOperation.settled(operation.before[where[i - set.length]]));
            }
            values[i] = Arrays.asList(column);
        }
        return values;
    }

    @Override
    public String toString() {
        return plan + " " + keys + Arrays.toString(shape.set);
    }
}
