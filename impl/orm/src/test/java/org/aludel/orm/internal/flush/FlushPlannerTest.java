package org.aludel.orm.internal.flush;

import static org.aludel.orm.internal.flush.FakeSchema.delete;
import static org.aludel.orm.internal.flush.FakeSchema.insert;
import static org.aludel.orm.internal.flush.FakeSchema.row;
import static org.aludel.orm.internal.flush.FakeSchema.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.aludel.errors.FlushException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("UOW-03")
class FlushPlannerTest {

    private final FakeSchema schema = new FakeSchema();
    private final ConstraintChecks strict = new ConstraintChecks(false, false, false);

    @Test
    void operationsOfOneShapeShareABatchWhateverTheOrderTheyCameIn() {
        TableModel users = schema.table("users", "id+", "name");
        TableModel addresses = schema.table("addresses", "id+", "user_id");
        schema.references(addresses, 1, users);
        RowOperation ed = insert(users, null, "ed");
        RowOperation jack = insert(users, null, "jack");
        FlushPlan plan = plan(insert(addresses, null, ed), ed, insert(addresses, null, jack), jack);
        assertThat(shapes(plan)).containsExactly("INSERT users (name) x 2", "INSERT addresses (user_id) x 2");
        assertThat(plan.batches().get(0).rows()).containsExactly(ed, jack);
    }

    @Test
    void rowsAreOrderedByValuesToo() {
        TableModel users = schema.table("users", "id", "name");
        TableModel addresses = schema.table("addresses", "id", "user_id");
        schema.references(addresses, 1, users);
        FlushPlan plan = plan(
                insert(addresses, 10, 7L), // a wider foreign key than the key
                insert(users, 7, "ed"),
                delete(users, 8, "jack"),
                delete(addresses, 11, 8));
        assertThat(shapes(plan))
                .containsSubsequence("INSERT users (id, name) x 1", "INSERT addresses (id, user_id) x 1")
                .containsSubsequence("DELETE addresses x 1", "DELETE users x 1")
                .hasSize(4);
    }

    @Test
    void treesWithKnownKeysAreOneBatchParentsFirst() {
        TableModel nodes = schema.table("nodes", "id", "parent_id?");
        schema.references(nodes, 1, nodes);
        List<RowOperation> rows = new ArrayList<>();
        for (int key = 1; key <= 1_000; key++) {
            rows.add(insert(nodes, key, key == 1 ? null : key / 2));
        }
        Collections.shuffle(rows, new Random(1));
        FlushPlan plan = new FlushPlanner(strict).plan(rows);
        assertThat(shapes(plan)).containsExactly("INSERT nodes (id, parent_id) x 1000");
        assertThat(plan.batches().get(0).ordered()).isTrue();
        new FakeDatabase(schema).run(plan);
    }

    @Test
    void treesWithGeneratedKeysTakeABatchForEachLevel() {
        TableModel nodes = schema.table("nodes", "id+", "parent_id?");
        schema.references(nodes, 1, nodes);
        List<RowOperation> rows = new ArrayList<>();
        rows.add(insert(nodes, null, null));
        for (int i = 1; i < 15; i++) {
            rows.add(insert(nodes, null, rows.get((i - 1) / 2)));
        }
        FlushPlan plan = new FlushPlanner(strict).plan(rows);
        assertThat(plan.batches()).extracting(batch -> batch.rows().size()).containsExactly(1, 2, 4, 8);
        new FakeDatabase(schema).run(plan);
    }

    @Test
    void rowsThatDependOnEachOtherAreSplitAtTheNullableKey() {
        TableModel ships = schema.table("ships", "id+", "captain_id?");
        TableModel sailors = schema.table("sailors", "id+", "ship_id");
        schema.references(ships, 1, sailors);
        schema.references(sailors, 1, ships);
        RowOperation ship = insert(ships, null, null);
        RowOperation captain = insert(sailors, null, ship);
        ship.after[1] = captain;
        FlushPlan plan = plan(ship, captain, insert(sailors, null, ship));
        assertThat(shapes(plan))
                .containsExactly(
                        "INSERT ships (captain_id) x 1",
                        "INSERT sailors (ship_id) x 2",
                        "UPDATE ships (captain_id) x 1");
        FakeDatabase database = new FakeDatabase(schema);
        database.run(plan);
        assertThat(database.dump()).isEqualTo("ships[1000, 1001]\nsailors[1001, 1000]\nsailors[1002, 1000]\n");
    }

    @Test
    void mutualDeletesLetGoFirst() {
        TableModel ships = schema.table("ships", "id", "captain_id?");
        TableModel sailors = schema.table("sailors", "id", "ship_id");
        schema.references(ships, 1, sailors);
        schema.references(sailors, 1, ships);
        FlushPlan plan = plan(delete(ships, 1, 2), delete(sailors, 2, 1));
        assertThat(shapes(plan))
                .containsExactly("UPDATE ships (captain_id) x 1", "DELETE sailors x 1", "DELETE ships x 1");
    }

    @Test
    void circlesThatCannotBeBrokenAreNamedBeforeAnythingIsSent() {
        TableModel hens = schema.table("hens", "id", "egg_id");
        TableModel eggs = schema.table("eggs", "id", "hen_id");
        schema.references(hens, 1, eggs);
        schema.references(eggs, 1, hens);
        assertThatThrownBy(() -> plan(insert(hens, 1, 2), insert(eggs, 2, 1)))
                .isInstanceOf(FlushException.class)
                .hasMessageStartingWith("ALU-0601 ")
                .hasMessageContaining("INSERT eggs 2")
                .hasMessageContaining("hens_egg_id_fk")
                .hasMessageContaining("what to do");
    }

    @Test
    void deferrableKeysAreDeferredWhereTheDatabaseCan() {
        TableModel hens = schema.table("hens", "id", "egg_id");
        TableModel eggs = schema.table("eggs", "id", "hen_id");
        ForeignKeyModel key = schema.references(hens, 1, eggs, Deferral.POSSIBLE, false);
        schema.references(eggs, 1, hens);
        FlushPlan plan = new FlushPlanner(new ConstraintChecks(false, true, true))
                .plan(List.of(insert(eggs, 2, 1), insert(hens, 1, 2)));
        assertThat(plan.deferred()).containsExactly(key);
        assertThat(shapes(plan)).containsExactly("INSERT hens (id, egg_id) x 1", "INSERT eggs (id, hen_id) x 1");
    }

    @Test
    void initiallyDeferredKeysNeedNoStatement() {
        TableModel hens = schema.table("hens", "id", "egg_id");
        TableModel eggs = schema.table("eggs", "id", "hen_id");
        schema.references(hens, 1, eggs, Deferral.INITIAL, false);
        schema.references(eggs, 1, hens);
        FlushPlan plan = new FlushPlanner(new ConstraintChecks(false, true, true))
                .plan(List.of(insert(eggs, 2, 1), insert(hens, 1, 2)));
        assertThat(plan.deferred()).isEmpty();
        assertThat(plan.rowCount()).isEqualTo(2);
    }

    @Test
    void aRowThatRefersToItselfByAGeneratedKeyIsFilledInLater() {
        TableModel nodes = schema.table("nodes", "id+", "root_id?");
        schema.references(nodes, 1, nodes);
        RowOperation node = insert(nodes, null, null);
        node.after[1] = node;
        FlushPlan plan = plan(node);
        FakeDatabase database = new FakeDatabase(schema);
        database.run(plan);
        assertThat(database.dump()).isEqualTo("nodes[1000, 1000]\n");
    }

    @Test
    void aRowThatRefersToItselfByAGeneratedKeyNeedsANullableColumn() {
        TableModel nodes = schema.table("nodes", "id+", "root_id");
        schema.references(nodes, 1, nodes);
        RowOperation node = insert(nodes, null, null);
        node.after[1] = node;
        assertThatThrownBy(() -> plan(node)).hasMessageStartingWith("ALU-0601 ");
    }

    @Test
    void postUpdateKeysAreAlwaysWrittenApart() {
        TableModel users = schema.table("users", "id+", "name");
        TableModel addresses = schema.table("addresses", "id+", "user_id?");
        schema.references(addresses, 1, users, Deferral.NEVER, true);
        RowOperation ed = insert(users, null, "ed");
        FlushPlan plan = plan(insert(addresses, null, ed), ed);
        assertThat(shapes(plan))
                .containsExactly(
                        "INSERT addresses (user_id) x 1", "INSERT users (name) x 1", "UPDATE addresses (user_id) x 1");
    }

    @Test
    void aLongRingIsBrokenWithoutRecursion() {
        TableModel persons = schema.table("persons", "id", "next_id?");
        schema.references(persons, 1, persons);
        int count = 100_000;
        List<RowOperation> ring = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ring.add(insert(persons, i, (i + 1) % count));
        }
        FlushPlan plan = new FlushPlanner(strict).plan(ring);
        assertThat(shapes(plan))
                .containsExactly("INSERT persons (id, next_id) x 100000", "UPDATE persons (next_id) x 100000");
    }

    @Test
    void aLongChainNeedsNoSplit() {
        TableModel persons = schema.table("persons", "id", "next_id?");
        schema.references(persons, 1, persons);
        List<RowOperation> chain = new ArrayList<>();
        for (int i = 100_000; i > 0; i--) {
            chain.add(insert(persons, i, i == 1 ? null : i - 1));
        }
        assertThat(shapes(new FlushPlanner(strict).plan(chain)))
                .containsExactly("INSERT persons (id, next_id) x 100000");
    }

    @Test
    void independentRowsCostTheSameHoweverManyThereAre() {
        TableModel users = schema.table("users", "id+", "name");
        schema.unique(users, Deferral.NEVER, 1);
        garbage(users, 1_000); // classes are loaded
        long few = garbage(users, 25_000) / 25_000;
        long many = garbage(users, 100_000) / 100_000;
        assertThat(many).isLessThanOrEqualTo(few * 2).isLessThan(300);
    }

    /** Bytes that planning so many inserts allocates in this thread. */
    private long garbage(TableModel users, int count) {
        List<RowOperation> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(insert(users, null, i));
        }
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        FlushPlan plan = new FlushPlanner(strict).plan(rows);
        long after = threads.getCurrentThreadAllocatedBytes();
        assertThat(plan.batchCount()).isEqualTo(1);
        return after - before;
    }

    @Test
    void updatesLeaveARowBeforeItIsDeleted() {
        TableModel users = schema.table("users", "id", "name");
        TableModel addresses = schema.table("addresses", "id", "user_id");
        schema.references(addresses, 1, users);
        FlushPlan plan = plan(delete(users, 1, "ed"), update(addresses, row(10, 1), row(10, 2)));
        assertThat(shapes(plan)).containsExactly("UPDATE addresses (user_id) x 1", "DELETE users x 1");
    }

    @Test
    void updatesWithUnknownOldValuesComeBeforeDeletes() {
        TableModel users = schema.table("users", "id", "name");
        TableModel addresses = schema.table("addresses", "id", "user_id");
        schema.references(addresses, 1, users);
        FlushPlan plan = plan(delete(users, 1, "ed"), update(addresses, row(10, RowOperation.UNKNOWN), row(10, 2)));
        assertThat(shapes(plan)).containsExactly("UPDATE addresses (user_id) x 1", "DELETE users x 1");
    }

    @Test
    @Tag("UOW-04")
    void aRowThatFreesAUniqueValueGoesBeforeTheRowThatTakesIt() {
        TableModel users = schema.table("users", "id", "name");
        schema.unique(users, Deferral.NEVER, 1);
        FlushPlan plan = plan(
                insert(users, 3, "ed"),
                update(users, row(2, "jack"), row(2, "wendy")),
                delete(users, 1, "ed"),
                insert(users, 4, "jack"));
        assertThat(shapes(plan))
                .containsExactly("UPDATE users (name) x 1", "DELETE users x 1", "INSERT users (id, name) x 2");
    }

    @Test
    @Tag("UOW-04")
    void aRowReplacedByOneOfTheSameKeyIsDeletedFirst() {
        TableModel users = schema.table("users", "id", "name");
        FlushPlan plan = plan(insert(users, 1, "new"), delete(users, 1, "old"));
        assertThat(shapes(plan)).containsExactly("DELETE users x 1", "INSERT users (id, name) x 1");
    }

    @Test
    @Tag("UOW-04")
    void swappedUniqueValuesAreParkedInANull() {
        TableModel users = schema.table("users", "id", "mail?");
        schema.unique(users, Deferral.NEVER, 1);
        FlushPlan plan = plan(update(users, row(1, "a"), row(1, "b")), update(users, row(2, "b"), row(2, "a")));
        FakeDatabase database = new FakeDatabase(schema);
        database.put(users, 1, "a");
        database.put(users, 2, "b");
        database.run(plan);
        assertThat(database.dump()).isEqualTo("users[1, b]\nusers[2, a]\n");
        assertThat(plan.rowCount()).isEqualTo(3);
        assertThat(plan.batchCount()).isEqualTo(1);
        assertThat(plan.batches().get(0).ordered()).isTrue();
    }

    @Test
    @Tag("UOW-04")
    void swappedUniqueValuesWithoutNullAreOneStatementWhereTheDatabaseAllowsIt() {
        TableModel users = schema.table("users", "id", "mail", "age");
        schema.unique(users, Deferral.NEVER, 1);
        FlushPlan plan = new FlushPlanner(new ConstraintChecks(true, false, false))
                .plan(List.of(
                        update(users, row(1, "a", 5), row(1, "b", 6)), update(users, row(2, "b", 5), row(2, "a", 5))));
        assertThat(shapes(plan)).containsExactlyInAnyOrder("SWAP users (mail) x 1", "UPDATE users (age) x 1");
    }

    @Test
    @Tag("UOW-04")
    void swappedUniqueValuesThatCannotBeParkedAreRefused() {
        TableModel users = schema.table("users", "id", "mail");
        schema.unique(users, Deferral.NEVER, 1);
        assertThatThrownBy(() -> plan(update(users, row(1, "a"), row(1, "b")), update(users, row(2, "b"), row(2, "a"))))
                .isInstanceOf(FlushException.class)
                .hasMessageStartingWith("ALU-0602 ")
                .hasMessageContaining("uq_users");
    }

    @Test
    @Tag("UOW-04")
    void swappedUniqueValuesWithoutNullAreDeferredWhereTheConstraintIsDeferrable() {
        TableModel users = schema.table("users", "id", "mail");
        UniqueSlot slot = schema.unique(users, Deferral.POSSIBLE, 1);
        FlushPlan plan = new FlushPlanner(new ConstraintChecks(false, true, true))
                .plan(List.of(update(users, row(1, "a"), row(1, "b")), update(users, row(2, "b"), row(2, "a"))));
        assertThat(plan.deferred()).containsExactly(slot);
        assertThat(shapes(plan)).containsExactly("UPDATE users (mail) x 2");
    }

    @Test
    @Tag("UOW-04")
    void aLongRotationOfUniqueValuesParksOneRow() {
        TableModel users = schema.table("users", "id", "mail?");
        schema.unique(users, Deferral.NEVER, 1);
        FakeDatabase database = new FakeDatabase(schema);
        List<RowOperation> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            database.put(users, i, "m" + i);
            rows.add(update(users, row(i, "m" + i), row(i, "m" + (i + 1) % 100)));
        }
        FlushPlan plan = new FlushPlanner(strict).plan(rows);
        assertThat(plan.rowCount()).isEqualTo(101);
        database.run(plan);
    }

    @Test
    void thePlanPrintsAsTextAndAsPicture() {
        TableModel users = schema.table("users", "id+", "name");
        TableModel addresses = schema.table("addresses", "id", "user_id");
        schema.references(addresses, 1, users);
        RowOperation ed = insert(users, null, "ed");
        FlushPlan plan = plan(insert(addresses, 5, ed), ed);
        assertThat(plan).hasToString("""
                        flush plan: 2 batches, 2 rows
                        1. INSERT users (name) x 1, keys come back
                           INSERT users new
                        2. INSERT addresses (id, user_id) x 1
                           INSERT addresses 5, user_id from INSERT users new
                        """);
        assertThat(plan.toMermaid()).isEqualTo("""
                        flowchart TD
                            b1["1. INSERT users (name) x 1, keys come back"]
                            b2["2. INSERT addresses (id, user_id) x 1"]
                            b1 -->|"key for addresses_user_id_fk"| b2
                        """);
    }

    private FlushPlan plan(RowOperation... operations) {
        return new FlushPlanner(strict).plan(Arrays.asList(operations));
    }

    private static List<String> shapes(FlushPlan plan) {
        List<String> shapes = new ArrayList<>();
        for (FlushPlan.Batch batch : plan.batches()) {
            shapes.add(batch.shape() + " x " + batch.rows().size());
        }
        return shapes;
    }
}
