package org.aludel.databases.recipes;

import static org.aludel.orm.Orm.attribute;
import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.mapped;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aludel.engine.Engine;
import org.aludel.orm.Instrument;
import org.aludel.orm.Mappings;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.types.Type;

/** A map that is kept as JSON in a text column, and whose changes in place are written. */
@Instrument(JsonMap.Preferences.class)
final class JsonMap {

    static class Preferences {

        Integer id;

        Map<String, String> options = new LinkedHashMap<>();
    }

    @SuppressWarnings("rawtypes") // the class of a map has no type arguments
    static final Type<Map> JSON_MAP = mapped(Map.class, string(500), JsonMap::write, JsonMap::read);

    private JsonMap() {}

    static String write(Map<?, ?> map) {
        var object = Json.createObjectBuilder();
        map.forEach((key, value) -> object.add((String) key, (String) value));
        return object.build().toString();
    }

    static Map<String, String> read(String text) {
        Map<String, String> map = new LinkedHashMap<>();
        try (var reader = Json.createReader(new StringReader(text))) {
            reader.readObject().forEach((key, value) -> map.put(key, ((JsonString) value).getString()));
        }
        return map;
    }

    static void run(Engine engine) {
        Table table = new MetaData()
                .table("recipe_preferences", column("id", INTEGER).primaryKey(), column("options", JSON_MAP));
        Mappings mappings = new Mappings().map(Preferences.class, table, m -> m.mutable("options"));
        try (SessionFactory sessions =
                SessionFactory.builder(engine).with(mappings).build()) {
            table.metaData().createAll(engine);
            try (Session session = sessions.open()) {
                Preferences mine = new Preferences();
                mine.options.put("colour", "\"blue\"");
                session.add(mine);
                session.commit();

                mine.options.put("size", "12");
                assertThat(session.isModified(mine)).isTrue();
                session.commit();

                session.clear();
                Preferences again = session.query(Preferences.class)
                        .filter(attribute(Preferences.class, "id").isNotNull())
                        .one();
                assertThat(again.options)
                        .containsExactlyInAnyOrderEntriesOf(Map.of("colour", "\"blue\"", "size", "12"));
            }
            table.metaData().dropAll(engine);
        }
    }
}
