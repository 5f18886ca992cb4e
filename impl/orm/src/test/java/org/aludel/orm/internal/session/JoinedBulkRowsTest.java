package org.aludel.orm.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aludel.errors.AludelException;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.IntegrityException;
import org.aludel.errors.StaleDataException;
import org.aludel.orm.Col;
import org.aludel.orm.Composite;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Session;
import org.aludel.orm.Version;
import org.aludel.orm.internal.inheritance.MemoryDatabase;
import org.aludel.sql.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows in bulk of classes with several tables, with keys of several columns, with composites; and what is refused. */
@Tag("UOW-14")
class JoinedBulkRowsTest {

    record Size(Integer width, Integer height) {}

    @Mapped(table = "jb_people", discriminator = "kind", identity = "person")
    static class Person {
        @Id
        Integer id;

        String kind;

        @Col(length = 20, nullable = false)
        String name;

        @Version
        int version;
    }

    @Mapped(table = "jb_workers", identity = "worker")
    static class Worker extends Person {
        String job;
        Integer wage;
    }

    @Mapped(table = "jb_cells")
    static class Cell {
        @Id(autoincrement = false)
        Integer x;

        @Id(autoincrement = false)
        Integer y;

        String text;

        @Composite(prefix = "size_")
        Size size;
    }

    private final MemoryDatabase database = new MemoryDatabase(Person.class, Worker.class, Cell.class);
    private final Session session = database.open();

    @AfterEach
    void end() {
        session.close();
        database.close();
    }

    private static Map<String, Object> row(Object... pairs) {
        Map<String, Object> row = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put((String) pairs[i], pairs[i + 1]);
        }
        return row;
    }

    private static Worker worker(String name, String job) {
        Worker worker = new Worker();
        worker.name = name;
        worker.job = job;
        return worker;
    }

    private List<String> stored() {
        return session.execute(
                        Sql.text(
                                "SELECT p.kind || ':' || p.name || ':' || p.version || ':' || COALESCE(w.job, '-') || ':'"
                                        + " || COALESCE(w.wage, 0) FROM jb_people p LEFT JOIN jb_workers w ON w.id = p.id ORDER BY p.id"))
                .scalars(String.class);
    }

    private List<Integer> ids() {
        return session.execute(Sql.text("SELECT id FROM jb_people ORDER BY id")).scalars(Integer.class);
    }

    @Test
    void eachTableIsUpdatedInWhatRowsGiveForIt() {
        session.bulkInsertMappings(
                Worker.class, List.of(row("name", "a", "job", "x"), row("name", "b", "wage", 3), row("name", "c")));
        List<Integer> ids = ids();
        database.sql.clear();
        session.bulkUpdateMappings(
                Worker.class,
                List.of(
                        row("id", ids.get(0), "name", "aa"),
                        row("id", ids.get(1), "job", "y", "wage", 4),
                        row("id", ids.get(2), "name", "cc", "job", "z")));
        assertThat(stored()).containsExactly("worker:aa:1:x:0", "worker:b:1:y:4", "worker:cc:1:z:0");
        assertThat(database.sql.stream().filter(sql -> sql.startsWith("UPDATE jb_people")))
                .as("one batch of both")
                .hasSize(1);
    }

    @Test
    void aVersionOfTheFirstTableIsCheckedWithChangesOfTheSecond() {
        session.bulkInsertMappings(Worker.class, List.of(row("name", "a", "job", "x")));
        Integer id = ids().get(0);
        session.bulkUpdateMappings(Worker.class, List.of(row("id", id, "name", "b", "job", "y", "version", 1)));
        assertThat(stored()).containsExactly("worker:b:2:y:0");
        session.commit();
        assertThatThrownBy(() ->
                        session.bulkUpdateMappings(Worker.class, List.of(row("id", id, "job", "lost", "version", 1))))
                .isInstanceOf(StaleDataException.class)
                .hasMessageStartingWith("ALU-0609");
        session.rollback();
        assertThat(stored()).containsExactly("worker:b:2:y:0");
        session.bulkUpdateMappings(Worker.class, List.of(row("id", id, "job", "kept", "version", 2)));
        assertThat(stored()).containsExactly("worker:b:3:kept:0");
    }

    @Test
    void loadedObjectsAreSavedInTheTablesThatChanged() {
        session.addAll(worker("a", "x"), worker("b", "y"));
        session.commit();
        List<Worker> workers = session.query(Worker.class)
                .orderBy(org.aludel.orm.Orm.attribute(Worker.class, "id"))
                .all();
        session.clear();
        workers.get(0).job = "xx";
        workers.get(1).name = "bb";
        database.sql.clear();
        session.bulkSaveObjects(workers);
        assertThat(stored()).containsExactly("worker:a:2:xx:0", "worker:bb:2:y:0");
        session.commit();
        workers.get(0).job = "stale";
        workers.get(0).version = 1;
        assertThatThrownBy(() -> session.bulkSaveObjects(List.of(workers.get(0))))
                .isInstanceOf(StaleDataException.class);
    }

    @Test
    void newObjectsOfSeveralClassesAreSavedInOrder() {
        Person plain = new Person();
        plain.name = "p";
        Worker first = worker("a", "x");
        Worker second = worker("b", "y");
        session.bulkSaveObjects(List.of(first, plain, second), true);
        assertThat(first.id).isLessThan(plain.id);
        assertThat(plain.id).isLessThan(second.id);
        assertThat(stored()).containsExactly("worker:a:1:x:0", "person:p:1:-:0", "worker:b:1:y:0");
    }

    @Test
    void keysOfSeveralColumnsAndPartsOfComposites() {
        Cell cell = new Cell();
        cell.x = 1;
        cell.y = 1;
        cell.text = "one";
        cell.size = new Size(3, 4);
        session.bulkSaveObjects(List.of(cell));
        session.bulkInsertMappings(Cell.class, List.of(row("x", 1, "y", 2, "text", "two")));
        session.bulkUpdateMappings(Cell.class, List.of(row("x", 1L, "y", 2L, "text", "zwei")));
        assertThat(session.get(Cell.class, List.of(1, 2)).text).isEqualTo("zwei");
        assertThat(session.get(Cell.class, List.of(1, 1)).size).isEqualTo(new Size(3, 4));
        assertThatThrownBy(() -> session.bulkUpdateMappings(Cell.class, List.of(row("x", 1, "text", "half a key"))))
                .isInstanceOf(ArgumentException.class)
                .hasMessageStartingWith("ALU-0614")
                .hasMessageContaining("y");
    }

    @Test
    void aRowThatIsNotThereIsStale() {
        assertThatThrownBy(() -> session.bulkUpdateMappings(Worker.class, List.of(row("id", 99, "job", "x"))))
                .isInstanceOf(StaleDataException.class)
                .hasMessageContaining("jb_workers");
        session.rollback();
        session.bulkUpdateMappings(Worker.class, List.of(row("id", 99))); // nothing to set
        session.bulkUpdateMappings(Worker.class, List.of());
        session.bulkSaveObjects(List.of());
        assertThat(stored()).isEmpty();
    }

    @Test
    void whatIsNotMappedIsRefusedBeforeAnythingIsSent() {
        database.sql.clear();
        assertThatThrownBy(() -> session.bulkSaveObjects(List.of(worker("a", "x"), "a string")))
                .isInstanceOf(AludelException.class)
                .hasMessageContaining("String");
        assertThatThrownBy(() -> session.bulkSaveObjects(Arrays.asList(worker("a", "x"), null)))
                .isInstanceOf(AludelException.class);
        assertThatThrownBy(() -> session.bulkInsertMappings(String.class, List.of(row("name", "x"))))
                .isInstanceOf(AludelException.class)
                .hasMessageContaining("String");
        assertThatThrownBy(
                        () -> session.bulkUpdateMappings(Worker.class, List.of(row("id", 1, "wage", "not a number"))))
                .isInstanceOf(AludelException.class)
                .hasMessageContaining("wage");
        assertThat(database.sql).isEmpty();
    }

    @Test
    void theSessionIsUsableAfterAViolationAndARollback() {
        assertThatThrownBy(() -> session.bulkInsertMappings(Worker.class, List.of(row("name", "a"), row("job", "x"))))
                .isInstanceOf(IntegrityException.class);
        session.rollback();
        assertThat(stored()).isEmpty();
        session.bulkInsertMappings(Worker.class, List.of(row("name", "a")));
        session.commit();
        assertThat(stored()).containsExactly("worker:a:1:-:0");
    }

    @Test
    void aClosedSessionWritesNothing() {
        Session closed = database.open();
        closed.close();
        assertThatThrownBy(() -> closed.bulkSaveObjects(List.of(worker("a", "x"))))
                .isInstanceOf(AludelException.class)
                .hasMessageStartingWith("ALU-0500");
        assertThatThrownBy(() -> closed.bulkUpdateMappings(Worker.class, List.of(row("id", 1, "job", "x"))))
                .isInstanceOf(AludelException.class)
                .hasMessageStartingWith("ALU-0500");
    }
}
