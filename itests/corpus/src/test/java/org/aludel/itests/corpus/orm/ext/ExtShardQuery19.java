package org.aludel.itests.corpus.orm.ext;

import java.util.ArrayList;
import java.util.Comparator;
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

/** Queries restricted to one shard; updates go to the owner's shard. */
@ScenarioId("ext.shard.query-19")
final class ExtShardQuery19 extends Scenario {

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

    private WeatherLocation t;

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
            s.addAll(
                    new WeatherLocation("Asia", "Tokyo"),
                    new WeatherLocation("North America", "Toronto"),
                    new WeatherLocation("Asia", "Seoul"));
            s.commit();
        });
        step(
                () -> s
                        .query(WeatherLocation.class)
                        .onShard("asia")
                        .orderBy(ExtShardQuery19_WeatherLocation_.city)
                        .all()
                        .stream()
                        .map(w -> w.city)
                        .toList());
        step(() -> {
            t = s.query(WeatherLocation.class).onShard("north_america").one();
            t.city = "Ottawa";
            s.flush();
        });
        step(() -> {
            s.delete(t);
            s.commit();
        });
        step(() -> s.query(WeatherLocation.class).all().stream()
                .sorted(Comparator.comparing(w -> w.city))
                .map(w -> list(w.city, s.shardOf(w)))
                .toList());
    }
}
