package org.aludel.databases.recipes;

import static org.aludel.orm.Orm.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Engine;
import org.aludel.orm.Attribute;
import org.aludel.orm.Cascade;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.Shards;

/** Weather reports, kept in a database for each continent. */
final class WeatherSharding {

    @Mapped(table = "weather_locations")
    static class Location {

        @Id
        Integer id;

        @Col(length = 40)
        String continent;

        @Col(length = 40)
        String city;

        @Relationship(backref = "location", cascade = Cascade.ALL)
        List<Report> reports = new ArrayList<>();

        Location() {}

        Location(String continent, String city, double... temperatures) {
            this.continent = continent;
            this.city = city;
            for (double temperature : temperatures) {
                Report report = new Report();
                report.temperature = temperature;
                reports.add(report);
            }
        }
    }

    @Mapped(table = "weather_reports")
    static class Report {

        @Id
        Integer id;

        @References("weather_locations.id")
        Integer locationId;

        double temperature;

        @Relationship
        Location location;
    }

    private static final Attribute<Location, String> CONTINENT = attribute(Location.class, "continent");
    private static final Attribute<Location, String> CITY = attribute(Location.class, "city");
    private static final Attribute<Report, Double> TEMPERATURE = attribute(Report.class, "temperature");

    private WeatherSharding() {}

    /** A location goes to its continent, its reports with it; a query that names continents asks those alone. */
    static Shards byContinent(Map<String, Engine> engines) {
        return Shards.of(engines)
                .placing(object -> object instanceof Location location ? location.continent : null)
                .querying(request -> {
                    Set<String> asked = request.values(CONTINENT);
                    return asked.isEmpty() ? List.copyOf(engines.keySet()) : List.copyOf(asked);
                });
    }

    /** @param engines by continent: Africa, Asia, Europe */
    static void run(Map<String, Engine> engines) {
        try (SessionFactory sessions = SessionFactory.builder()
                .map(Location.class, Report.class)
                .shards(byContinent(engines))
                .build()) {
            engines.values().forEach(engine -> sessions.metaData().createAll(engine));
            sessions.useTransaction(session -> session.addAll(
                    new Location("Asia", "Tokyo", 80),
                    new Location("Europe", "London", 55, 60),
                    new Location("Europe", "Dublin", 75.5),
                    new Location("Africa", "Cairo", 100)));

            Map<String, Integer> asked = new LinkedHashMap<>();
            engines.forEach(
                    (continent, engine) -> engine.on(AfterExecute.class, e -> asked.merge(continent, 1, Integer::sum)));
            try (Session session = sessions.open()) {
                Location tokyo = session.query(Location.class)
                        .filter(CONTINENT.eq("Asia"), CITY.eq("Tokyo"))
                        .one();
                assertThat(asked).containsOnlyKeys("Asia");
                assertThat(tokyo.reports)
                        .extracting(report -> report.temperature)
                        .containsExactly(80.0);
                assertThat(asked).containsOnlyKeys("Asia");

                List<Location> two = session.query(Location.class)
                        .filter(CONTINENT.in("Europe", "Asia"))
                        .all();
                assertThat(two)
                        .extracting(location -> location.city)
                        .containsExactlyInAnyOrder("London", "Dublin", "Tokyo");
                assertThat(asked).containsOnlyKeys("Asia", "Europe");

                List<Report> warm =
                        session.query(Report.class).filter(TEMPERATURE.gt(75.0)).all();
                assertThat(warm)
                        .extracting(report -> report.location.city)
                        .containsExactlyInAnyOrder("Cairo", "Tokyo", "Dublin");
                assertThat(session.shardOf(warm.get(0))).isEqualTo(warm.get(0).location.continent);
            }
            engines.values().forEach(engine -> sessions.metaData().dropAll(engine));
        }
    }
}
