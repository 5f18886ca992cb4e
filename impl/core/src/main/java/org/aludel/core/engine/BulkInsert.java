package org.aludel.core.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aludel.core.compiler.InsertPlan;
import org.aludel.errors.DatabaseException;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.Capability;
import org.aludel.sql.Insert;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.Sql;
import org.aludel.sql.TableFunction;
import org.aludel.types.TypeFamily;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT of one row, executed for many sets of values in as few round trips as the database allows, which gives columns
 * of every row back in the order of the sets. Prepared once for a compiled statement.
 *
 * <p>No database promises the order of RETURNING. Where several rows go in one statement, rows are matched by their primary
 * key: one that the database generates grows in the order in which rows are inserted, one that was given is looked up.
 */
final class BulkInsert {

    /** How rows go, best first. */
    private enum Way {
        /** A plain batch: the key, and nothing else, is wanted, and it was given. */
        GIVEN,
        /** One statement over arrays, of which the database makes rows. */
        ARRAYS,
        /** A JDBC batch whose driver gives the columns of all rows in their order. */
        BATCH,
        /** Statements of many rows each. */
        ROWS
    }

    /** Row counts of multi-row statements, greatest first, so that few statements serve any number of rows. */
    private static final int[] CHUNKS = {256, 32, 4, 1};

    /** Begins the names of parameters; no column is named so. */
    private static final String PARAMETER = "$p";

    private final CoreEngine engine;
    private final Way way;
    private final Table table;
    private final List<Column<?>> written;
    private final RowArrays arrays;
    private final int[] slots;

    /** Whether the values are given in the order in which they are written. */
    private final boolean inOrder;

    private final List<Column<?>> wanted;

    /** Where the key that rows are matched by stands among what comes back; -1 where they come in order. */
    private final int keyPosition;

    /** Where that key stands among the columns written; -1 where the database generates it. */
    private final int givenKey;

    private final String[] names;
    private final @Nullable Plan[] plans = new Plan[CHUNKS.length];

    private BulkInsert(CoreEngine engine, Way way, InsertPlan insert, List<Column<?>> wanted, @Nullable Column<?> key) {
        this.engine = engine;
        this.way = way;
        this.table = insert.table();
        this.written = insert.written();
        this.arrays = new RowArrays(written, engine.dialect());
        this.slots = insert.writtenSlots();
        this.inOrder = Arrays.equals(slots, IntStream.range(0, slots.length).toArray());
        boolean ordered = way == Way.GIVEN || way == Way.BATCH || key == null;
        List<Column<?>> back = new ArrayList<>(wanted);
        if (!ordered && !back.contains(key)) {
            back.add(key);
        }
        this.wanted = List.copyOf(back);
        this.keyPosition = ordered ? -1 : back.indexOf(key);
        this.givenKey = ordered ? -1 : written.indexOf(key);
        this.names = wanted.stream()
                .map(column -> engine.dialect().identifiers().stored(column.name()))
                .toArray(String[]::new);
    }

    /**
     * How to execute a plan for many sets.
     *
     * @param statement what it was compiled from
     * @param wanted the columns that come back
     * @return nothing if the sets must go one by one
     */
    static Optional<BulkInsert> of(CoreEngine engine, Plan plan, Insert statement, List<Column<?>> wanted) {
        InsertPlan insert = plan.compiled().insert();
        if (insert == null
                || !statement.isPlain()
                || statement.conflict() != null
                || statement.isUpsert()
                || statement.query() != null
                || statement.isMultiRow()
                || insert.written().isEmpty()
                || plan.slotCount() != insert.written().size()
                || Arrays.stream(insert.writtenSlots()).anyMatch(slot -> slot < 0)
                || !insert.table().columns().containsAll(wanted)) {
            return Optional.empty();
        }
        Column<?> key = sortableKey(insert.table());
        Way way = way(engine, insert, wanted, key);
        return way == null ? Optional.empty() : Optional.of(new BulkInsert(engine, way, insert, wanted, key));
    }

    private static @Nullable Column<?> sortableKey(Table table) {
        List<Column<?>> key = table.primaryKey();
        return key.size() == 1 && key.get(0).type().family() == TypeFamily.INTEGER ? key.get(0) : null;
    }

    private static @Nullable Way way(
            CoreEngine engine, InsertPlan insert, List<Column<?>> wanted, @Nullable Column<?> key) {
        if (wanted.equals(insert.table().primaryKey()) && insert.written().containsAll(wanted)) {
            return Way.GIVEN;
        }
        boolean matched = key != null
                && (insert.written().contains(key) || key == insert.table().generatedColumn());
        if (matched && RowArrays.fit(engine.dialect(), insert.written())) {
            return Way.ARRAYS;
        }
        if (engine.dialect().supports(Capability.BATCH_GENERATED_KEYS)
                && (engine.dialect().batchGivesColumns() || wanted.equals(List.of(generated(insert.table()))))) {
            return Way.BATCH;
        }
        if ((matched || engine.dialect().supports(Capability.RETURNING_IN_ORDER))
                && engine.dialect().supports(Capability.MULTI_ROW_RETURNING)) {
            return Way.ROWS;
        }
        return null;
    }

    private static Object generated(Table table) {
        Column<?> generated = table.generatedColumn();
        return generated == null ? table : generated;
    }

    /**
     * Inserts a row for each set.
     *
     * @param sets values of the slots of the plan this was made for
     * @return for each set the columns wanted
     */
    List<@Nullable Object[]> execute(CoreConnection connection, List<@Nullable Object[]> sets) {
        List<@Nullable Object[]> rows = new ArrayList<>(sets.size());
        switch (way) {
            case GIVEN -> {
                connection.batch(plan(0), inOrderWritten(sets));
                sets.forEach(set -> rows.add(given(set)));
            }
            case ARRAYS -> add(rows, sets, connection.insertReturning(plan(0), byColumn(sets)));
            case BATCH -> {
                try (Rows back = connection.batchReturning(plan(0), inOrderWritten(sets), names, wanted)) {
                    while (back.next()) {
                        rows.add(back.values());
                    }
                }
            }
            case ROWS -> insertChunks(connection, sets, rows);
        }
        if (rows.size() != sets.size()) {
            throw missing(sets.size(), rows.size());
        }
        return rows;
    }

    private void insertChunks(CoreConnection connection, List<@Nullable Object[]> sets, List<@Nullable Object[]> rows) {
        int start = 0;
        for (int number = 0; number < CHUNKS.length; number++) {
            // some databases allow few parameters only
            boolean fits = CHUNKS[number] * slots.length <= engine.dialect().maxParameters();
            for (int size = CHUNKS[number]; (fits || size == 1) && sets.size() - start >= size; start += size) {
                List<@Nullable Object[]> some = sets.subList(start, start + size);
                @Nullable Object[] values = new Object[size * slots.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = some.get(i / slots.length)[slots[i % slots.length]];
                }
                add(rows, some, connection.insertReturning(plan(number), values));
            }
        }
    }

    /** Adds what one statement gave back for some sets, in the order of the sets. */
    private void add(List<@Nullable Object[]> rows, List<@Nullable Object[]> sets, Rows returned) {
        List<@Nullable Object[]> back = new ArrayList<>(sets.size());
        try (returned) {
            while (returned.next()) {
                back.add(returned.values());
            }
        }
        if (back.size() != sets.size()) {
            throw missing(sets.size(), back.size());
        }
        if (keyPosition >= 0 && givenKey < 0) {
            back.sort(Comparator.comparingLong(row -> number(row[keyPosition])));
        } else if (keyPosition >= 0) {
            Map<Long, @Nullable Object[]> byKey = new HashMap<>();
            for (@Nullable Object[] row : back) {
                byKey.put(number(row[keyPosition]), row);
            }
            for (int i = 0; i < back.size(); i++) {
                @Nullable Object[] row = byKey.get(number(sets.get(i)[slots[givenKey]]));
                if (row == null) {
                    throw missing(sets.size(), byKey.size());
                }
                back.set(i, row);
            }
        }
        rows.addAll(back);
    }

    private static long number(@Nullable Object key) {
        return key instanceof Number number ? number.longValue() : 0;
    }

    private DatabaseException missing(int expected, int found) {
        return new DatabaseException(
                "ALU-0257",
                "the database gave another number of rows back than were inserted; where: table " + table + ", "
                        + expected
                        + " sets, " + found
                        + " rows; what to do: look for triggers that keep rows out, or execute the sets one by one",
                new DatabaseException.Details(null, List.of(), null, 0, engine.name()),
                null);
    }

    // ---- values

    private @Nullable Object[] byColumn(List<@Nullable Object[]> sets) {
        @Nullable Object[] values = new Object[slots.length];
        for (int i = 0; i < slots.length; i++) {
            @Nullable Object[] column = arrays.array(i, sets.size());
            for (int row = 0; row < column.length; row++) {
                column[row] = arrays.element(i, sets.get(row)[slots[i]]);
            }
            values[i] = Arrays.asList(column);
        }
        return values;
    }

    private @Nullable Object[] given(@Nullable Object[] set) {
        @Nullable Object[] row = new Object[wanted.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = set[slots[written.indexOf(wanted.get(i))]];
        }
        return row;
    }

    private List<@Nullable Object[]> inOrderWritten(List<@Nullable Object[]> sets) {
        if (inOrder && sets.get(0).length == slots.length) {
            return sets;
        }
        List<@Nullable Object[]> rows = new ArrayList<>(sets.size());
        for (@Nullable Object[] set : sets) {
            @Nullable Object[] row = new Object[slots.length];
            for (int i = 0; i < slots.length; i++) {
                row[i] = set[slots[i]];
            }
            rows.add(row);
        }
        return rows;
    }

    // ---- statements

    private Plan plan(int number) {
        Plan known = plans[number];
        if (known == null) {
            known = switch (way) {
                case ARRAYS -> plan(ofArrays().returning(wanted.toArray(Selectable[]::new)), slots.length, true);
                case GIVEN, BATCH -> plan(ofRows(1), slots.length, false);
                case ROWS ->
                    plan(
                            ofRows(CHUNKS[number]).returning(wanted.toArray(Selectable[]::new)),
                            CHUNKS[number] * slots.length,
                            true);
            };
            plans[number] = known;
        }
        return known;
    }

    private Plan plan(Insert insert, int parameters, boolean wantsKeys) {
        List<String> names = new ArrayList<>(parameters);
        for (int i = 0; i < parameters; i++) {
            names.add(PARAMETER + i);
        }
        return engine.plan(insert, names, null, wantsKeys);
    }

    /** {@code INSERT ... SELECT ... FROM unnest(?, ?) WITH ORDINALITY ORDER BY ordinality}. */
    private Insert ofArrays() {
        TableFunction rows = arrays.rows(PARAMETER, true);
        List<Column<?>> columns = rows.columns();
        Select select = Sql.select(List.copyOf(columns.subList(0, written.size())))
                .from(rows)
                .orderBy(columns.get(written.size()));
        return Insert.into(table).fromSelect(written, select);
    }

    private Insert ofRows(int count) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>(count);
        for (int row = 0; row < count; row++) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            for (int i = 0; i < written.size(); i++) {
                Column<?> column = written.get(i);
                one.put(column.key(), Sql.bind(PARAMETER + (row * written.size() + i), column.type()));
            }
            rows.add(one);
        }
        return count == 1
                ? Insert.into(table).values(rows.get(0))
                : Insert.into(table).rows(rows);
    }
}
