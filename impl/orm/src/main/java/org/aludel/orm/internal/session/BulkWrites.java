package org.aludel.orm.internal.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aludel.core.engine.CoreConnection;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.Plan;
import org.aludel.core.engine.Rows;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.StaleDataException;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Insert;
import org.aludel.sql.Sql;
import org.aludel.sql.Update;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of mapped classes without a unit of work: no states, cascades, relations or events, one batch for each table
 * and set of columns.
 */
final class BulkWrites {

    private static final String PARAMETER = "$p";

    private final DefaultSession session;

    BulkWrites(DefaultSession session) {
        this.session = session;
    }

    /** The rows of one table that have values for the same columns. */
    private record Shape(Table table, List<Column<?>> columns) {}

    // ---- inserts

    /** Inserts one row for each map, whose keys are names of attributes. */
    void insert(EntityMapper mapper, List<? extends Map<String, ? extends @Nullable Object>> rows) {
        List<Map<ColumnAttribute, @Nullable Object>> values = new ArrayList<>(rows.size());
        for (Map<String, ? extends @Nullable Object> row : rows) {
            values.add(columns(mapper, row));
        }
        insertValues(mapper, values, null);
    }

    /** @param keyed objects that get the keys that the database makes, one for each row; null if nobody wants them */
    private void insertValues(
            EntityMapper mapper, List<Map<ColumnAttribute, @Nullable Object>> rows, @Nullable List<Object> keyed) {
        rows.forEach(row -> complete(mapper, row));
        boolean several = mapper.tables().length > 1;
        for (Table table : mapper.tables()) {
            ColumnAttribute generated = mapper.generatedKey();
            boolean makesKey = generated != null && generated.column().table() == table;
            Map<Shape, List<Integer>> shapes = new LinkedHashMap<>();
            for (int i = 0; i < rows.size(); i++) {
                shapes.computeIfAbsent(shape(mapper, table, rows.get(i)), s -> new ArrayList<>())
                        .add(i);
            }
            shapes.forEach((shape, members) -> {
                List<@Nullable Object[]> parameters = new ArrayList<>(members.size());
                members.forEach(i -> parameters.add(parameters(mapper, shape, rows.get(i))));
                boolean keyIsGiven = makesKey && generated != null && shape.columns.contains(generated.column());
                if (makesKey && !keyIsGiven && (several || keyed != null)) {
                    insertForKeys(mapper, shape, parameters, members, rows, keyed);
                } else {
                    execute(mapper, insert(shape), shape.columns.size(), parameters);
                }
            });
        }
    }

    /** What the program gives to every new row: the discriminator, and the first version. */
    private static void complete(EntityMapper mapper, Map<ColumnAttribute, @Nullable Object> row) {
        ColumnAttribute discriminator = mapper.inheritance().discriminatorAttribute();
        Object identity = mapper.inheritance().identity();
        if (discriminator != null && identity != null) {
            row.putIfAbsent(discriminator, identity);
        }
        ColumnAttribute version = mapper.version();
        if (version != null && row.get(version) == null && !mapper.options().isVersionByDatabase()) {
            var generator = mapper.options().versionGenerator();
            row.put(version, generator == null ? version.column().type().coerce(1) : generator.apply(null));
        }
    }

    private static Shape shape(EntityMapper mapper, Table table, Map<ColumnAttribute, @Nullable Object> row) {
        List<Column<?>> columns = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            ColumnAttribute attribute = mapper.findColumn(column);
            if (attribute != null && row.containsKey(attribute)) {
                boolean toBeMade = row.get(attribute) == null
                        && (attribute == mapper.generatedKey()
                                || column.onInsert() != null
                                || column.serverDefault() != null);
                if (!toBeMade) {
                    columns.add(column);
                }
            }
        }
        return new Shape(table, columns);
    }

    private static @Nullable Object[] parameters(
            EntityMapper mapper, Shape shape, Map<ColumnAttribute, @Nullable Object> row) {
        @Nullable Object[] values = new Object[shape.columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(mapper.forColumn(shape.columns.get(i)));
        }
        return values;
    }

    private static Insert insert(Shape shape) {
        Insert insert = Insert.into(shape.table);
        for (int i = 0; i < shape.columns.size(); i++) {
            Column<?> column = shape.columns.get(i);
            insert = insert.set(column.key(), parameter(column, i));
        }
        return insert;
    }

    /** Later tables, or the objects, need the keys that the database makes: they are asked for row by row. */
    private void insertForKeys(
            EntityMapper mapper,
            Shape shape,
            List<@Nullable Object[]> parameters,
            List<Integer> members,
            List<Map<ColumnAttribute, @Nullable Object>> rows,
            @Nullable List<Object> keyed) {
        ColumnAttribute generated = Objects.requireNonNull(mapper.generatedKey());
        CoreEngine engine = session.writingEngine(mapper);
        Plan plan = engine.plan(insert(shape), names(shape.columns.size()), session.registry());
        CoreConnection connection = session.connection(engine);
        for (int i = 0; i < parameters.size(); i++) {
            try (Rows keys = connection.insertReturning(plan, parameters.get(i))) {
                Object made = keys.next() ? keys.getObject(0) : null;
                Object key = made == null ? null : generated.column().type().coerce(made);
                rows.get(members.get(i)).put(generated, key);
                if (keyed != null) {
                    Object object = keyed.get(members.get(i));
                    generated.set(object, EntityState.of(object), key);
                }
            }
        }
    }

    // ---- updates

    /** Updates one row for each map by the primary key in it. */
    void update(EntityMapper mapper, List<? extends Map<String, ? extends @Nullable Object>> rows) {
        List<Map<ColumnAttribute, @Nullable Object>> values = new ArrayList<>(rows.size());
        for (Map<String, ? extends @Nullable Object> row : rows) {
            Map<ColumnAttribute, @Nullable Object> columns = columns(mapper, row);
            for (ColumnAttribute key : mapper.primaryKey()) {
                if (columns.get(key) == null) {
                    throw new ArgumentException(
                            "ALU-0614",
                            "a row to be updated has no value for the key " + key.name() + "; where: " + mapper.name()
                                    + ", " + row.keySet() + "; what to do: give the whole primary key in each map");
                }
            }
            values.add(columns);
        }
        updateValues(mapper, values);
    }

    private void updateValues(EntityMapper mapper, List<Map<ColumnAttribute, @Nullable Object>> rows) {
        Set<ColumnAttribute> key = Set.of(mapper.primaryKey());
        ColumnAttribute version = mapper.version();
        for (Table table : mapper.tables()) {
            Map<Shape, List<@Nullable Object[]>> shapes = new LinkedHashMap<>();
            for (Map<ColumnAttribute, @Nullable Object> row : rows) {
                Shape all = shape(mapper, table, row);
                List<Column<?>> set = new ArrayList<>(all.columns);
                set.removeIf(column -> key.contains(mapper.forColumn(column)) || isVersion(mapper, column));
                boolean counted = version != null && version.column().table() == table && row.get(version) != null;
                if (set.isEmpty() && !(counted && setsAnything(row, key, version))) {
                    continue;
                }
                List<@Nullable Object> values = new ArrayList<>();
                set.forEach(column -> values.add(row.get(mapper.forColumn(column))));
                if (counted && version != null) {
                    set.add(version.column());
                    values.add(next(mapper, version, row.get(version)));
                }
                for (ColumnAttribute part : mapper.primaryKey()) {
                    values.add(row.get(part));
                }
                if (counted) {
                    values.add(row.get(version));
                }
                shapes.computeIfAbsent(new Shape(table, set), s -> new ArrayList<>())
                        .add(values.toArray());
            }
            shapes.forEach((shape, parameters) -> {
                long[] counts = execute(mapper, update(mapper, shape), parameters.get(0).length, parameters);
                for (long count : counts) {
                    if (count == 0) {
                        throw new StaleDataException(
                                "ALU-0609",
                                "UPDATE hit 0 rows instead of one: there is no row of the key, or it has another version;"
                                        + " where: bulk update of " + mapper.name() + ", table " + table.name()
                                        + "; what to do: roll back, read the rows again and repeat the change");
                    }
                }
            });
        }
    }

    /** Whether a row changes more than its version: in another table, which the version guards too. */
    private static boolean setsAnything(
            Map<ColumnAttribute, @Nullable Object> row, Set<ColumnAttribute> key, @Nullable ColumnAttribute version) {
        return row.keySet().stream().anyMatch(attribute -> attribute != version && !key.contains(attribute));
    }

    private static boolean isVersion(EntityMapper mapper, Column<?> column) {
        ColumnAttribute version = mapper.version();
        return version != null && version.column() == column;
    }

    private static @Nullable Object next(EntityMapper mapper, ColumnAttribute version, @Nullable Object before) {
        var generator = mapper.options().versionGenerator();
        if (generator != null) {
            return generator.apply(before);
        }
        return before instanceof Number number ? version.column().type().coerce(number.longValue() + 1) : before;
    }

    private static Update update(EntityMapper mapper, Shape shape) {
        Update update = Update.of(shape.table);
        int parameters = 0;
        for (Column<?> column : shape.columns) {
            update = update.set(column.key(), parameter(column, parameters++));
        }
        List<Condition> where = new ArrayList<>();
        for (ColumnAttribute part : mapper.primaryKey()) {
            where.add(equal(ownColumn(mapper, shape.table, part), parameters++));
        }
        ColumnAttribute version = mapper.version();
        if (version != null && shape.columns.contains(version.column())) {
            where.add(equal(version.column(), parameters));
        }
        return update.where(where.size() == 1 ? where.get(0) : Sql.and(where.toArray(new Condition[0])));
    }

    /** The column of a key's part in one of the class's tables. */
    private static Column<?> ownColumn(EntityMapper mapper, Table table, ColumnAttribute part) {
        for (Column<?> column : table.columns()) {
            if (mapper.findColumn(column) == part) {
                return column;
            }
        }
        throw new IllegalStateException(table.name() + " has no column for " + part);
    }

    private static <T> Condition equal(Column<T> column, int position) {
        return column.eq(Sql.bind(PARAMETER + position, column.type()));
    }

    // ---- objects

    /** Writes objects as they stand: those with a row are updated in what has changed, others inserted. */
    void save(List<Object> objects, boolean keys) {
        int from = 0;
        while (from < objects.size()) {
            EntityMapper mapper = session.mapperOf(objects.get(from));
            boolean update = hasRow(objects.get(from));
            int to = from + 1;
            while (to < objects.size()
                    && session.mapperOf(objects.get(to)) == mapper
                    && hasRow(objects.get(to)) == update) {
                to++;
            }
            saveAlike(mapper, objects.subList(from, to), update, keys);
            from = to;
        }
    }

    private static boolean hasRow(Object object) {
        EntityState state = EntityState.of(object);
        return state != null && state.key() != null;
    }

    private void saveAlike(EntityMapper mapper, List<Object> objects, boolean update, boolean keys) {
        List<Map<ColumnAttribute, @Nullable Object>> rows = new ArrayList<>(objects.size());
        for (Object object : objects) {
            EntityState state = EntityState.of(object);
            Map<ColumnAttribute, @Nullable Object> row = new LinkedHashMap<>();
            boolean changed = !update;
            for (ColumnAttribute attribute : mapper.columns()) {
                if (attribute.expression() != null || state != null && !state.isLoaded(attribute)) {
                    continue;
                }
                boolean written = state != null && state.isWritten(attribute) && state.isChanged(attribute);
                changed |= written;
                if (!update || attribute.isPrimaryKey() || attribute == mapper.version() || written) {
                    Object value = attribute.get(object, state);
                    boolean unset = (attribute == mapper.generatedKey() || !update && attribute == mapper.version())
                            && value instanceof Number number
                            && attribute.isPrimitive()
                            && number.longValue() == 0;
                    row.put(attribute, unset ? null : value);
                }
            }
            if (changed) {
                rows.add(row);
            }
        }
        if (update) {
            updateValues(mapper, rows);
        } else {
            insertValues(mapper, rows, keys ? objects : null);
        }
    }

    // ---- statements

    private static Map<ColumnAttribute, @Nullable Object> columns(
            EntityMapper mapper, Map<String, ? extends @Nullable Object> row) {
        Map<ColumnAttribute, @Nullable Object> columns = new LinkedHashMap<>();
        row.forEach((name, value) -> {
            MappedAttribute attribute = mapper.attribute(name);
            if (!(attribute instanceof ColumnAttribute column) || column.expression() != null) {
                throw new ArgumentException(
                        "ALU-0615",
                        "a bulk operation writes columns only; where: " + attribute
                                + "; what to do: give the foreign key's attribute in place of a relation");
            }
            columns.put(column, fit(column, value));
        });
        return columns;
    }

    private static @Nullable Object fit(ColumnAttribute column, @Nullable Object value) {
        if (value == null || column.column().type().javaType().isInstance(value)) {
            return value;
        }
        try {
            return column.column().type().coerce(value);
        } catch (ArgumentException e) {
            throw new ArgumentException(
                    e.code(),
                    "a value of " + value.getClass().getName() + " does not fit; where: " + column
                            + " in a bulk operation; what to do: give a "
                            + column.column().type().javaType().getName(),
                    e);
        }
    }

    private long[] execute(
            EntityMapper mapper, org.aludel.sql.Statement statement, int width, List<@Nullable Object[]> parameters) {
        CoreEngine engine = session.writingEngine(mapper);
        session.written();
        Plan plan = engine.plan(statement, names(width), session.registry());
        CoreConnection connection = session.connection(engine);
        return parameters.size() == 1
                ? new long[] {connection.update(plan, parameters.get(0))}
                : connection.batch(plan, parameters);
    }

    private static List<String> names(int count) {
        List<String> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            names.add(PARAMETER + i);
        }
        return names;
    }

    private static Expr<?> parameter(Column<?> column, int position) {
        return Sql.bind(PARAMETER + position, column.type());
    }
}
