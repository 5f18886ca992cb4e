package org.aludel.orm.internal.session;

import static org.aludel.orm.Orm.attribute;
import static org.aludel.orm.Orm.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Engine;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.Attribute;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Query;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.Shards;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One table spread over two databases, with keys that both use. */
@Tag("UOW-15")
class ShardedSessionTest {

    @Mapped(table = "places")
    static class Place {

        @Id
        Integer id;

        String continent;
        String city;

        @Relationship(backref = "place", orderBy = "id")
        List<Report> reports = new ArrayList<>();

        Place() {}

        Place(String continent, String city) {
            this.continent = continent;
            this.city = city;
        }
    }

    @Mapped(table = "reports")
    static class Report {

        @Id
        Integer id;

        @References("places.id")
        Integer placeId;

        @Relationship
        Place place;

        int degrees;

        Report() {}

        Report(int degrees) {
            this.degrees = degrees;
        }
    }

    private static final Attribute<Place, String> CITY = attribute(Place.class, "city");

    private static int number;

    private Engine asia;
    private Engine europe;
    private SessionFactory sessions;
    private final List<String> executed = new ArrayList<>();

    @BeforeEach
    void open() {
        number++;
        asia = database("asia");
        europe = database("europe");
        Map<String, Engine> engines = new LinkedHashMap<>();
        engines.put("asia", asia);
        engines.put("europe", europe);
        sessions = SessionFactory.builder()
                .map(Place.class, Report.class)
                .shards(Shards.of(engines).placing(object -> object instanceof Place place ? place.continent : null))
                .build();
        sessions.metaData().createAll(asia);
        sessions.metaData().createAll(europe);
        executed.clear();
    }

    private Engine database(String name) {
        Engine engine =
                Engine.builder("h2:///mem:shard_" + name + number).name(name).build();
        engine.on(AfterExecute.class, event -> executed.add(event.sql().split(" ")[0] + " " + name));
        return engine;
    }

    @AfterEach
    void close() {
        asia.close();
        europe.close();
    }

    private void store() {
        Place tokyo = new Place("asia", "Tokyo");
        tokyo.reports.add(new Report(30));
        Place rome = new Place("europe", "Rome");
        rome.reports.add(new Report(25));
        rome.reports.add(new Report(26));
        sessions.useTransaction(session -> session.addAll(tokyo, rome));
        executed.clear();
    }

    @Test
    void anObjectIsWrittenToItsShardAndWhatRefersToItToo() {
        try (Session session = sessions.open()) {
            Place tokyo = new Place("asia", "Tokyo");
            tokyo.reports.add(new Report(30));
            Place rome = new Place("europe", "Rome");
            session.addAll(tokyo, rome);
            session.commit();
            assertThat(executed).containsExactlyInAnyOrder("INSERT asia", "INSERT asia", "INSERT europe");
            assertThat(tokyo.id).isEqualTo(rome.id);
            assertThat(session.shardOf(tokyo)).isEqualTo("asia");
            assertThat(session.shardOf(tokyo.reports.get(0))).isEqualTo("asia");
            assertThat(session.shardOf(rome)).isEqualTo("europe");
        }
    }

    @Test
    void theSameKeyIsAnotherObjectInEachShard() {
        store();
        try (Session session = sessions.open()) {
            List<Place> all = session.query(Place.class).all();
            assertThat(all).extracting(place -> place.city).containsExactly("Tokyo", "Rome");
            assertThat(all).extracting(place -> place.id).containsOnly(1);
            executed.clear();
            assertThat(all.get(1).reports).hasSize(2);
            assertThat(all.get(1).reports.get(0).place).isSameAs(all.get(1));
            assertThat(executed).containsExactly("SELECT europe");
        }
    }

    @Test
    void changesGoToTheShardOfTheObject() {
        store();
        try (Session session = sessions.open()) {
            Place rome = session.query(Place.class).onShard("europe").one();
            assertThat(executed).containsExactly("SELECT europe");
            executed.clear();
            rome.city = "Roma";
            session.flush();
            assertThat(executed).containsExactly("UPDATE europe");
            session.commit();
            executed.clear();
            assertThat(rome.city).isEqualTo("Roma");
            assertThat(executed).containsExactly("SELECT europe");
            session.delete(session.query(Place.class).onShard("asia").one());
            session.commit();
            assertThat(session.query(Place.class).count()).isEqualTo(1);
        }
    }

    @Test
    void aKeyIsSoughtInEachShard() {
        store();
        sessions.useTransaction(session -> session.add(new Place("europe", "Oslo")));
        try (Session session = sessions.open()) {
            executed.clear();
            Place oslo = session.get(Place.class, 2);
            assertThat(oslo.city).isEqualTo("Oslo");
            assertThat(executed).containsExactly("SELECT asia", "SELECT europe");
            assertThat(session.get(Place.class, 3)).isNull();
        }
    }

    @Test
    void limitsCountsAndStreamsHoldForAllShardsTogether() {
        store();
        sessions.useTransaction(session ->
                session.addAll(new Place("asia", "Seoul"), new Place("europe", "Oslo"), new Place("europe", "Bonn")));
        try (Session session = sessions.open()) {
            var all = session.query(Place.class).orderBy(CITY);
            assertThat(all.all())
                    .extracting(place -> place.city)
                    .containsExactly("Seoul", "Tokyo", "Bonn", "Oslo", "Rome");
            assertThat(all.limit(3).all()).extracting(place -> place.city).containsExactly("Seoul", "Tokyo", "Bonn");
            assertThat(all.slice(1, 4).all()).extracting(place -> place.city).containsExactly("Tokyo", "Bonn", "Oslo");
            assertThat(all.count()).isEqualTo(5);
            assertThat(all.filter(CITY.eq("Rome")).exists()).isTrue();
            assertThat(all.filter(CITY.eq("Paris")).exists()).isFalse();
            assertThat(all.first().city).isEqualTo("Seoul");
            try (Stream<Place> stream = all.stream()) {
                assertThat(stream.map(place -> place.city)).containsExactly("Seoul", "Tokyo", "Bonn", "Oslo", "Rome");
            }
            assertThat(session.query(Place.class).filter(CITY.ne("Rome")).update(set(CITY, "x")))
                    .isEqualTo(4);
            assertThat(session.query(Report.class).onShard("europe").delete()).isEqualTo(2);
            session.rollback();
        }
    }

    @Test
    void mistakesAreNamed() {
        store();
        try (Session session = sessions.open()) {
            assertThatThrownBy(
                            () -> session.query(Place.class).onShard("africa").all())
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("ALU-0553")
                    .hasMessageContaining("africa");
            session.add(new Place(null, "Atlantis"));
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("ALU-0557");
            session.rollback();
            assertThat(session.query(Place.class).count()).isEqualTo(2);
        }
        SessionFactory plain =
                SessionFactory.builder(asia).map(Place.class, Report.class).build();
        try (Session session = plain.open()) {
            assertThatThrownBy(() -> session.query(Place.class).onShard("asia").all())
                    .hasMessageContaining("ALU-0554");
        }
        assertThatThrownBy(() -> Shards.of(Map.of())).hasMessageContaining("ALU-0556");
    }

    @Test
    void aQueryTellsWhichValuesItAllows() {
        Attribute<Place, String> continent = attribute(Place.class, "continent");
        try (Session session = sessions.open()) {
            var plain = session.query(Place.class);
            assertThat(plain.whereClause()).isNull();
            assertThat(values(plain.filter(CITY.eq("Rome")), continent)).isEmpty();
            assertThat(values(plain.filter(continent.eq("asia"), CITY.eq("Rome")), continent))
                    .containsExactly("asia");
            assertThat(values(plain.filter(continent.in("asia", "africa")), continent))
                    .containsExactly("asia", "africa");
            assertThat(values(plain.filter(continent.in("asia", "africa")).filter(continent.eq("africa")), continent))
                    .containsExactly("africa");
            assertThat(values(plain.filter(continent.eq("asia").or(CITY.eq("Rome"))), continent))
                    .isEmpty();
            assertThat(values(plain.filter(continent.ne("asia")), continent)).isEmpty();
        }
    }

    private static Set<String> values(Query<Place> query, Attribute<Place, String> attribute) {
        return new Shards.QueryRequest(Place.class, query).values(attribute);
    }
}
