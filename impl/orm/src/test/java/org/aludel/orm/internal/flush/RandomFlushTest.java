package org.aludel.orm.internal.flush;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.aludel.errors.FlushException;
import org.aludel.orm.internal.flush.FakeDatabase.Violation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random schemas, random rows before and after, up to six operations: a plan must run on a database that checks every
 * constraint after every row, and where the planner gives up no order of the operations may work.
 */
class RandomFlushTest {

    private static final int RUNS = 12_000;

    @Test
    @Tag("UOW-03")
    @Tag("UOW-04")
    void plansRunOnTheStrictestDatabaseAndRefusalsAreNeverWrong() {
        int planned = 0;
        int refused = 0;
        int split = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Scenario scenario = Scenario.of(seed);
            if (scenario == null) {
                continue;
            }
            boolean swaps = seed % 3 == 0;
            List<RowOperation> operations = scenario.operations();
            int given = operations.size();
            FlushPlan plan;
            try {
                plan = new FlushPlanner(new ConstraintChecks(swaps, false, false)).plan(operations);
            } catch (FlushException e) {
                refused++;
                assertThat(someOrderWorks(scenario))
                        .as("seed %d: %s", seed, e.getMessage())
                        .isFalse();
                continue;
            }
            planned++;
            split += plan.rowCount() > given ? 1 : 0;
            FakeDatabase database = scenario.before.copy();
            try {
                database.run(plan);
            } catch (Violation e) {
                throw new AssertionError("seed " + seed + "\n" + scenario.before.dump() + plan, e);
            }
            assertThat(scenario.named(database, operations))
                    .as("seed %d\n%s", seed, plan)
                    .isEqualTo(scenario.wanted);
        }
        assertThat(planned).isGreaterThan(3_000);
        assertThat(split).isGreaterThan(200);
        assertThat(refused).isGreaterThan(100);
    }

    private static boolean someOrderWorks(Scenario scenario) {
        int count = scenario.operations().size();
        return permute(scenario, new int[count], new boolean[count], 0);
    }

    private static boolean permute(Scenario scenario, int[] order, boolean[] used, int depth) {
        if (depth == order.length) {
            List<RowOperation> operations = scenario.operations();
            FakeDatabase database = scenario.before.copy();
            try {
                for (int index : order) {
                    database.run(operations.get(index));
                }
                return true;
            } catch (Violation e) {
                return false;
            }
        }
        for (int i = 0; i < order.length; i++) {
            if (!used[i]) {
                used[i] = true;
                order[depth] = i;
                if (permute(scenario, order, used, depth + 1)) {
                    return true;
                }
                used[i] = false;
            }
        }
        return false;
    }

    /** Rows of tables before and after; rows of the same label are one row. */
    private static final class Scenario {
        final FakeDatabase before;
        final FakeSchema schema;
        final Map<TableModel, Map<Integer, @Nullable Object[]>> target = new HashMap<>();
        final String wanted;

        private Scenario(FakeSchema schema, FakeDatabase before, FakeDatabase after) {
            this.schema = schema;
            this.before = before;
            for (TableModel table : schema.tables) {
                Map<Integer, @Nullable Object[]> rows = new java.util.TreeMap<>();
                after.rows(table).forEach((key, row) -> rows.put((Integer) key, row.clone()));
                target.put(table, rows);
            }
            wanted = after.dump();
        }

        static @Nullable Scenario of(int seed) {
            Random random = new Random(seed);
            FakeSchema schema = schema(random);
            FakeDatabase before = rows(schema, random);
            FakeDatabase after = rows(schema, random);
            if (before == null || after == null) {
                return null;
            }
            Scenario scenario = new Scenario(schema, before, after);
            int count = scenario.operations().size();
            return count == 0 || count > 6 ? null : scenario;
        }

        private static FakeSchema schema(Random random) {
            FakeSchema schema = new FakeSchema();
            int count = 1 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                schema.table(
                        "t" + i,
                        random.nextBoolean() ? "id+" : "id",
                        random.nextInt(3) > 0 ? "a?" : "a",
                        random.nextInt(3) > 0 ? "b?" : "b",
                        random.nextInt(3) > 0 ? "u?" : "u");
            }
            for (TableModel table : schema.tables) {
                schema.references(table, 1, schema.tables.get(random.nextInt(count)));
                if (random.nextBoolean()) {
                    schema.references(table, 2, schema.tables.get(random.nextInt(count)));
                }
                if (random.nextInt(3) > 0) {
                    schema.unique(table, Deferral.NEVER, random.nextInt(4) == 0 ? new int[] {1, 3} : new int[] {3});
                }
            }
            return schema;
        }

        /** Some rows that break no constraint, or null. */
        private static @Nullable FakeDatabase rows(FakeSchema schema, Random random) {
            for (int attempt = 0; attempt < 20; attempt++) {
                FakeDatabase database = new FakeDatabase(schema);
                for (TableModel table : schema.tables) {
                    for (int key = 1; key <= 3; key++) {
                        if (random.nextBoolean()) {
                            database.put(
                                    table,
                                    key,
                                    random.nextInt(4) == 0 ? null : 1 + random.nextInt(3),
                                    random.nextInt(4) == 0 ? null : 1 + random.nextInt(3),
                                    random.nextInt(5) == 0 ? null : 1 + random.nextInt(3));
                        }
                    }
                }
                try {
                    database.check();
                    return database;
                } catch (Violation e) {
                    // another attempt
                }
            }
            return null;
        }

        /** New operations each time, because planning changes them. New rows get generated keys where the table has them. */
        List<RowOperation> operations() {
            Map<TableModel, Map<Object, RowOperation>> made = new HashMap<>();
            List<RowOperation> inserts = new ArrayList<>();
            for (TableModel table : schema.tables) {
                target.get(table).forEach((key, row) -> {
                    if (!before.rows(table).containsKey(key)) {
                        Object[] values = row.clone();
                        values[0] = table.generatedKey == 0 ? null : key;
                        RowOperation insert = FakeSchema.insert(table, values);
                        inserts.add(insert);
                        if (table.generatedKey == 0) {
                            made.computeIfAbsent(table, t -> new HashMap<>()).put(key, insert);
                        }
                    }
                });
            }
            List<RowOperation> operations = new ArrayList<>(inserts);
            inserts.forEach(insert -> refer(insert.table(), insert.after, made));
            for (TableModel table : schema.tables) {
                before.rows(table).forEach((key, row) -> {
                    Object[] now = target.get(table).get(key);
                    if (now != null) {
                        Object[] values = now.clone();
                        refer(table, values, made);
                        RowOperation update = FakeSchema.update(table, row, values);
                        if (update.shape.set.length > 0) {
                            operations.add(update);
                        }
                    }
                });
            }
            for (TableModel table : schema.tables) {
                before.rows(table).forEach((key, row) -> {
                    if (!target.get(table).containsKey(key)) {
                        operations.add(FakeSchema.delete(table, row));
                    }
                });
            }
            return operations;
        }

        private static void refer(
                TableModel table, @Nullable Object[] row, Map<TableModel, Map<Object, RowOperation>> made) {
            for (ForeignKeyModel key : table.foreignKeys) {
                int column = key.columns[0];
                Object value = row[column];
                RowOperation source = value == null || value instanceof RowOperation
                        ? null
                        : made.getOrDefault(key.target.table, Map.of()).get(value);
                boolean alone = Arrays.stream(table.foreignKeys)
                                .filter(k -> k.columns[0] == column)
                                .count()
                        == 1;
                if (source != null && alone) {
                    row[column] = source;
                }
            }
        }

        /** The database with generated keys written as the keys that the scenario had in mind. */
        String named(FakeDatabase database, List<RowOperation> operations) {
            Map<TableModel, Map<Object, Object>> names = new HashMap<>();
            int index = 0;
            for (TableModel table : schema.tables) {
                for (Map.Entry<Integer, @Nullable Object[]> row :
                        target.get(table).entrySet()) {
                    if (!before.rows(table).containsKey(row.getKey())) {
                        RowOperation insert = operations.get(index++);
                        names.computeIfAbsent(table, t -> new HashMap<>()).put(insert.value(0), row.getKey());
                    }
                }
            }
            FakeDatabase renamed = new FakeDatabase(schema);
            for (TableModel table : schema.tables) {
                for (Object[] row : database.rows(table).values()) {
                    Object[] copy = row.clone();
                    copy[0] = names.getOrDefault(table, Map.of()).getOrDefault(copy[0], copy[0]);
                    for (ForeignKeyModel key : table.foreignKeys) {
                        int column = key.columns[0];
                        if (copy[column] != null) {
                            copy[column] = names.getOrDefault(key.target.table, Map.of())
                                    .getOrDefault(copy[column], copy[column]);
                        }
                    }
                    renamed.put(table, copy);
                }
            }
            return renamed.dump();
        }
    }
}
