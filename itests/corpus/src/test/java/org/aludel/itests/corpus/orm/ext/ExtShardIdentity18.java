package org.aludel.itests.corpus.orm.ext;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.engine.Engine;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.Shards;

/** The same primary key in two databases co-exists in one identity map. */
@ScenarioId("ext.shard.identity-18")
final class ExtShardIdentity18 extends Scenario {

    @Mapped(table = "weather_locations")
    static class WeatherLocation {
        @Id
        Integer id;

        @Col(nullable = false)
        String continent;

        @Col(nullable = false)
        String city;

        @Relationship(backref = "location", orderBy = "id")
        List<Report> reports = new ArrayList<>();

        WeatherLocation() {}

        WeatherLocation(String continent, String city) {
            this.continent = continent;
            this.city = city;
        }
    }

    @Mapped(table = "weather_reports")
    static class Report {
        @Id
        Integer id;

        @References("weather_locations.id")
        Integer location_id;

        Integer temperature;

        @Relationship
        WeatherLocation location;

        Report() {}

        Report(int temperature) {
            this.temperature = temperature;
        }
    }

    private WeatherLocation tokyo;
    private WeatherLocation newyork;
    private Report newyork_report;
    private Report tokyo_report;

    @Override
    protected Session open() {
        Map<String, Engine> engines = new LinkedHashMap<>();
        for (String name : List.of("north_america", "asia")) {
            engines.put(name, engine(name));
        }
        Map<String, String> byContinent = Map.of("North America", "north_america", "Asia", "asia");
        return session(factoryOf(any -> SessionFactory.builder()
                .map(WeatherLocation.class, Report.class)
                .shards(Shards.of(engines)
                        .placing(object ->
                                object instanceof WeatherLocation place ? byContinent.get(place.continent) : null))));
    }

    @Override
    protected void steps() {
        step(() -> {
            tokyo = new WeatherLocation("Asia", "Tokyo");
            newyork = new WeatherLocation("North America", "New York");
            tokyo.reports.add(new Report(80));
            newyork.reports.add(new Report(75));
            s.addAll(tokyo, newyork);
            s.commit();
        });
        step(() -> {
            newyork_report = newyork.reports.get(0);
            tokyo_report = tokyo.reports.get(0);
            return list(
                    identity(newyork_report).equals(list(1)) && "north_america".equals(s.shardOf(newyork_report)),
                    identity(tokyo_report).equals(list(1)) && "asia".equals(s.shardOf(tokyo_report)));
        });
        step(() -> list(s.shardOf(newyork_report), s.shardOf(tokyo_report)));
        step(() -> s.query(WeatherLocation.class).all().stream().map(w -> w.city).toList().stream()
                .sorted()
                .toList());
    }
}
