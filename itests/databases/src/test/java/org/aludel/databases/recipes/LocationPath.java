package org.aludel.databases.recipes;

import static org.aludel.orm.Orm.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.orm.Attribute;
import org.aludel.orm.Cascade;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Query;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;

/** A place found by its path through a tree, {@code USA/Illinois/Chicago}, in one statement. */
final class LocationPath {

    @Mapped(table = "recipe_locations")
    static class Location {

        @Id
        Integer id;

        @Col(length = 40)
        String name;

        @References("recipe_locations.id")
        Integer parentId;

        @Relationship
        Location parent;

        @Relationship(backref = "parent", cascade = Cascade.ALL)
        List<Location> parts = new ArrayList<>();

        Location() {}

        Location(String name, Location... parts) {
            this.name = name;
            this.parts.addAll(List.of(parts));
        }
    }

    private static final Attribute<Location, String> NAME = attribute(Location.class, "name");
    private static final Attribute<Location, Integer> PARENT_ID = attribute(Location.class, "parentId");

    private LocationPath() {}

    static Location find(Session session, String path) {
        String[] names = path.split("/");
        Query<Location> query = session.query(Location.class).filter(NAME.eq(names[names.length - 1]));
        for (int i = names.length - 2; i >= 0; i--) {
            query = query.fromJoinpoint().joinAliased("parent").filter(NAME.eq(names[i]));
        }
        return query.filter(PARENT_ID.isNull()).oneOrNone();
    }

    static void run(Engine engine) {
        try (SessionFactory sessions =
                SessionFactory.builder(engine).map(Location.class).build()) {
            sessions.metaData().createAll(engine);
            sessions.useTransaction(session -> session.addAll(
                    new Location(
                            "USA",
                            new Location("Illinois", new Location("Chicago"), new Location("Springfield")),
                            new Location("Missouri", new Location("Springfield"))),
                    new Location("Chicago")));
            try (Session session = sessions.open()) {
                Location springfield = find(session, "USA/Missouri/Springfield");
                assertThat(springfield).isNotNull();
                assertThat(springfield.parent.name).isEqualTo("Missouri");
                assertThat(find(session, "USA/Illinois/Chicago").parent.parent.name)
                        .isEqualTo("USA");
                assertThat(find(session, "Chicago").parent).isNull();
                assertThat(find(session, "Illinois/Chicago")).isNull();
            }
            sessions.metaData().dropAll(engine);
        }
    }
}
