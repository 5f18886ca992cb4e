package org.aludel.databases.flush;

import static org.aludel.orm.Orm.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.aludel.databases.flush.Fleet.Crate;
import org.aludel.databases.flush.Fleet.Entry;
import org.aludel.databases.flush.Fleet.Log;
import org.aludel.databases.flush.Fleet.Place;
import org.aludel.databases.flush.Fleet.Port;
import org.aludel.databases.flush.Fleet.Sailor;
import org.aludel.databases.flush.Fleet.Ship;
import org.aludel.databases.flush.Fleet.Ticket;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Engine;
import org.aludel.engine.Row;
import org.aludel.errors.FlushException;
import org.aludel.errors.IntegrityException;
import org.aludel.errors.StaleDataException;
import org.aludel.orm.Attribute;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.sql.Capability;
import org.aludel.sql.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Flushes on one database. */
abstract class FlushSuite {

    private Engine engine;
    private SessionFactory sessions;
    private Session session;
    private final List<String> sent = new ArrayList<>();

    abstract Engine createEngine();

    @BeforeEach
    void open() {
        engine = createEngine();
        sessions = SessionFactory.builder(engine).map(Fleet.classes()).build();
        sessions.metaData().createAll(engine);
        session = sessions.open();
        engine.on(AfterExecute.class, event -> sent.add(event.sql()));
    }

    @AfterEach
    void close() {
        session.close();
        sessions.metaData().dropAll(engine);
        sessions.close();
        engine.close();
    }

    @Test
    @Tag("UOW-03")
    void generatedKeysComeBackToTheirOwnObjectsInFewStatements() {
        List<Ship> ships = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Ship ship = new Ship("ship " + i);
            for (int s = 0; s < 3; s++) {
                ship.crew.add(new Sailor("sailor " + i + "." + s));
            }
            ships.add(ship);
        }
        session.addAll(ships);
        session.flush();
        boolean batches = engine.dialect().supports(Capability.UNNEST)
                || engine.dialect().supports(Capability.BATCH_GENERATED_KEYS);
        boolean rowsAtOnce = engine.dialect().supports(Capability.MULTI_ROW_RETURNING);
        // where a statement tells the key of one row only, each row is a statement
        assertThat(sent).hasSizeLessThanOrEqualTo(batches ? 10 : rowsAtOnce ? 100 : 4_001);
        assertThat(rows("SELECT s.id, s.name, c.id, c.name FROM sailors c JOIN ships s ON s.id = c.ship_id"))
                .hasSize(3_000)
                .allSatisfy(row -> assertThat(row.getString(3))
                        .startsWith("sailor" + row.getString(1).substring(4) + "."));
        for (Ship ship : ships) {
            assertThat(rows("SELECT name FROM ships WHERE id = " + ships.get(500).id)
                            .get(0)
                            .getString(0))
                    .isEqualTo("ship 500");
            assertThat(ship.id).isNotNull();
            assertThat(ship.crew).allSatisfy(sailor -> assertThat(sailor.shipId).isEqualTo(ship.id));
            if (ship == ships.get(3)) {
                break;
            }
        }
        assertThat(ships)
                .extracting(ship -> ship.id)
                .isSorted()
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    @Tag("UOW-03")
    void onlyChangedColumnsAreUpdatedInOneBatch() {
        List<Ship> ships = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            ships.add(new Ship("ship " + i));
        }
        session.addAll(ships);
        session.flush();
        sent.clear();
        for (Ship ship : ships) {
            ship.tons = 7;
        }
        session.flush();
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).toLowerCase())
                .contains("tons")
                .doesNotContain("name")
                .doesNotContain("captain");
        sent.clear();
        session.flush();
        assertThat(sent).isEmpty();
        assertThat(rows("SELECT COUNT(*) FROM ships WHERE tons = 7").get(0).getLong(0))
                .isEqualTo(50);
    }

    @Test
    @Tag("UOW-03")
    void treesAreInsertedByLevelsOrByRows() {
        Place world = new Place("world");
        for (int i = 0; i < 3; i++) {
            Place part = new Place("part " + i);
            world.parts.add(part);
            part.parts.add(new Place("corner of " + i));
        }
        session.add(world);
        List<Crate> crates = new ArrayList<>();
        for (int key = 1; key <= 200; key++) {
            crates.add(new Crate(key, key == 1 ? null : key / 2));
        }
        Collections.shuffle(crates, new Random(7));
        session.addAll(crates);
        session.flush();
        assertThat(sent.stream().filter(sql -> sql.contains("crates"))).hasSize(1);
        assertThat(rows("SELECT c.name, p.name FROM places c JOIN places p ON p.id = c.within_id ORDER BY c.name"))
                .extracting(row -> row.getString(0) + " in " + row.getString(1))
                .containsExactly(
                        "corner of 0 in part 0",
                        "corner of 1 in part 1",
                        "corner of 2 in part 2",
                        "part 0 in world",
                        "part 1 in world",
                        "part 2 in world");
        session.delete(world);
        crates.forEach(session::delete);
        session.flush();
        assertThat(rows("SELECT id FROM places")).isEmpty();
        assertThat(rows("SELECT id FROM crates")).isEmpty();
    }

    @Test
    @Tag("UOW-03")
    void rowsThatReferToEachOtherAreInsertedAndDeleted() {
        Ship ship = new Ship("Ark");
        Sailor captain = new Sailor("Noah");
        ship.crew.add(captain);
        ship.captain = captain;
        session.add(ship);
        session.flush();
        assertThat(ship.captainId).isEqualTo(captain.id).isNotNull();
        assertThat(captain.shipId).isEqualTo(ship.id).isNotNull();
        assertThat(rows("SELECT captain_id FROM ships").get(0).getInt(0)).isEqualTo(captain.id);
        session.delete(ship);
        session.flush();
        assertThat(rows("SELECT id FROM ships")).isEmpty();
        assertThat(rows("SELECT id FROM sailors")).isEmpty();
    }

    @Test
    @Tag("UOW-03")
    void rowsThatReferToThemselvesAreDeleted() {
        Place known = new Place("known");
        known.within = known;
        Place expired = new Place("expired");
        expired.within = expired;
        session.addAll(known, expired);
        session.flush();
        session.expire(expired);
        session.delete(known);
        session.delete(expired);
        session.flush();
        assertThat(rows("SELECT id FROM places")).isEmpty();
    }

    @Test
    @Tag("UOW-04")
    void aUniqueValueCanMoveFromADeletedToANewRow() {
        Ship old = new Ship("Victory");
        session.add(old);
        session.flush();
        session.delete(old);
        session.add(new Ship("Victory"));
        session.flush();
        assertThat(rows("SELECT id FROM ships WHERE name = 'Victory'")).hasSize(1);
    }

    @Test
    @Tag("UOW-04")
    void nullableUniqueValuesCanBeSwapped() {
        Ship one = new Ship("one");
        Ship two = new Ship("two");
        one.callSign = "A";
        two.callSign = "B";
        session.addAll(one, two);
        session.flush();
        one.callSign = "B";
        two.callSign = "A";
        session.flush();
        assertThat(rows("SELECT name, call_sign FROM ships ORDER BY name"))
                .extracting(row -> row.getString(1))
                .containsExactly("B", "A");
    }

    @Test
    @Tag("UOW-04")
    void requiredUniqueValuesAreSwappedByOneStatementOrRefused() {
        Ship one = new Ship("one");
        Ship two = new Ship("two");
        session.addAll(one, two);
        session.flush();
        sent.clear();
        one.name = "two";
        two.name = "one";
        if (engine.dialect().supports(Capability.UNIQUE_AT_STATEMENT_END)) {
            session.flush();
            assertThat(rows("SELECT name FROM ships ORDER BY id"))
                    .extracting(row -> row.getString(0))
                    .containsExactly("two", "one");
        } else {
            assertThatThrownBy(session::flush)
                    .isInstanceOf(FlushException.class)
                    .hasMessageStartingWith("ALU-0602 ");
            assertThat(sent).isEmpty();
        }
    }

    @Test
    @Tag("UOW-03")
    void manyToManyRowsFollowTheCollections() {
        Ship ship = new Ship("Argo");
        Port iolcus = new Port("Iolcus");
        Port colchis = new Port("Colchis");
        ship.ports.add(iolcus);
        ship.ports.add(colchis);
        session.add(ship);
        session.flush();
        assertThat(rows("SELECT * FROM calls")).hasSize(2);
        ship.ports.remove(iolcus);
        session.flush();
        assertThat(rows("SELECT * FROM calls")).hasSize(1);
        iolcus.callers.add(ship);
        session.flush();
        assertThat(rows("SELECT * FROM calls")).hasSize(2);
        session.delete(ship);
        session.flush();
        assertThat(rows("SELECT * FROM calls")).isEmpty();
        assertThat(rows("SELECT * FROM ports")).hasSize(2);
    }

    @Test
    @Tag("UOW-03")
    void membersThatKnowNothingOfTheirOwnerGetItsKey() {
        Log log = new Log("log");
        Entry first = new Entry("first");
        Entry second = new Entry("second");
        log.entries.add(first);
        log.entries.add(second);
        session.add(log);
        session.flush();
        assertThat(first.logId).isEqualTo(log.id).isNotNull();
        log.entries.remove(first);
        session.flush();
        assertThat(first.logId).isNull();
        assertThat(rows("SELECT text FROM entries WHERE log_id IS NULL")).hasSize(1);
        sent.clear();
        session.flush();
        assertThat(sent).isEmpty();
    }

    @Test
    @Tag("UOW-03")
    void aVersionThatMovedOnIsStaleAndNamed() {
        Ticket ticket = new Ticket("ed", 10);
        session.add(ticket);
        session.flush();
        assertThat(ticket.version).isEqualTo(1);
        ticket.price = 11;
        session.flush();
        assertThat(ticket.version).isEqualTo(2);
        session.execute(Sql.text("UPDATE tickets SET version = 9"));
        ticket.price = 12;
        Long id = ticket.id;
        assertThatThrownBy(session::flush)
                .isInstanceOf(StaleDataException.class)
                .hasMessageStartingWith("ALU-0609 ")
                .hasMessageContaining("Ticket")
                .hasMessageContaining("id = " + id)
                .hasMessageContaining("version 2");
    }

    @Test
    @Tag("UOW-03")
    void aRowThatIsGoneIsStale() {
        Ship ship = new Ship("ghost");
        Ship other = new Ship("other");
        session.addAll(ship, other);
        session.flush();
        session.execute(Sql.text("DELETE FROM ships WHERE name = 'ghost'"));
        ship.tons = 1;
        other.tons = 1;
        Integer id = ship.id;
        assertThatThrownBy(session::flush)
                .isInstanceOf(StaleDataException.class)
                .hasMessageContaining("Ship ships (id = " + id);
    }

    @Test
    @Tag("UOW-03")
    void oneRowOfManyThatIsGoneIsNamed() {
        List<Ship> ships = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ships.add(new Ship("ship " + i));
        }
        session.addAll(ships);
        session.flush();
        session.execute(Sql.text("DELETE FROM ships WHERE name = 'ship 17'"));
        ships.forEach(ship -> ship.tons = 5);
        Integer gone = ships.get(17).id;
        assertThatThrownBy(session::flush)
                .isInstanceOf(StaleDataException.class)
                .hasMessageContaining("Ship ships (id = " + gone + ")");
    }

    @Test
    @Tag("UOW-03")
    void valuesOfEveryRowArriveWhereTheyBelong() {
        Log log = new Log("log");
        session.add(log);
        List<Crate> crates = new ArrayList<>();
        for (int key = 1; key <= 30; key++) {
            crates.add(new Crate(key, key == 1 ? null : 1));
        }
        session.addAll(crates);
        session.flush();
        for (Crate crate : crates) {
            crate.insideId = crate.id % 2 == 0 ? crate.id : null;
        }
        session.flush();
        assertThat(rows("SELECT id, inside_id FROM crates ORDER BY id"))
                .allSatisfy(row -> assertThat(row.get(1)).isEqualTo(row.getInt(0) % 2 == 0 ? row.get(0) : null))
                .hasSize(30);
    }

    @Test
    @Tag("UOW-04")
    void aViolatedConstraintNamesWhatWasWritten() {
        session.add(new Port("Piraeus"));
        session.flush();
        session.add(new Port("Piraeus"));
        assertThatThrownBy(session::flush)
                .isInstanceOf(IntegrityException.class)
                .hasMessageContaining("Port ports")
                .hasMessageContaining("INSERT ports");
    }

    @Test
    @Tag("UOW-05")
    void sqlExpressionsAreAssignedAndTheValueReadBack() {
        Ship ship = new Ship("tanker");
        ship.tons = 40;
        session.add(ship);
        session.flush();
        Attribute<Ship, Integer> tons = attribute(Ship.class, "tons");
        session.set(ship, tons, tons.plus(2));
        session.flush();
        session.refresh(ship);
        assertThat(ship.tons).isEqualTo(42);
    }

    @Test
    @Tag("UOW-05")
    void defaultsOfTheDatabaseAreReadWhenAsked() {
        Port port = new Port("Tyre");
        session.add(port);
        session.flush();
        assertThat(rows("SELECT state FROM ports").get(0).getString(0)).isEqualTo("open");
        session.refresh(port);
        assertThat(port.state).isEqualTo("open");
    }

    @Test
    @Tag("UOW-13")
    void thePlanCanBePrintedAndChangesNothing() {
        Ship ship = new Ship("Ark");
        ship.crew.add(new Sailor("Noah"));
        session.add(ship);
        assertThat(session.flushPlan()).contains("INSERT ships").contains("INSERT sailors");
        assertThat(sent).isEmpty();
        assertThat(ship.id).isNull();
        session.flush();
        assertThat(ship.id).isNotNull();
    }

    private List<Row> rows(String sql) {
        return session.execute(Sql.text(sql)).all();
    }
}
