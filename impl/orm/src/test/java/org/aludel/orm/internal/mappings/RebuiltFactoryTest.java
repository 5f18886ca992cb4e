package org.aludel.orm.internal.mappings;

import static org.aludel.orm.Orm.relationship;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.errors.ArgumentException;
import org.aludel.orm.AttributeSet;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.Id;
import org.aludel.orm.Instrument;
import org.aludel.orm.Mapped;
import org.aludel.orm.Mappings;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.Unmapped;
import org.aludel.orm.internal.inheritance.MemoryDatabase;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Sql;
import org.aludel.types.Types;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mappings are added by building another factory; a factory that is closed leaves nothing behind in its classes. */
@Instrument({RebuiltFactoryTest.Song.class})
class RebuiltFactoryTest {

    @Mapped(table = "re_users")
    static class User {
        @Id
        Integer id;

        String name;

        @Unmapped
        String shout;

        @Relationship(viewOnly = true)
        List<Address> addresses = new ArrayList<>();
    }

    @Mapped(table = "re_addresses")
    static class Address {
        @Id
        Integer id;

        String city;

        @References("re_users.id")
        Integer userId;

        @Relationship
        User user;
    }

    static class Song {
        Integer id;
        String title;
        String shout;
    }

    private final MetaData tables = new MetaData();
    private final Table songs = tables.table(
            "re_songs", Sql.column("id", Types.INTEGER).primaryKey(), Sql.column("title", Types.string(40)));

    @Test
    @Tag("MAP-02")
    void properties_are_added_to_built_mappings_by_building_another_factory() {
        try (MemoryDatabase database = new MemoryDatabase(b -> b.with(new Mappings().map(Song.class, songs)))) {
            SessionFactory more = database.sessions.toBuilder()
                    .configure(Song.class, m -> m.property("shout", Sql.upper(songs.c("title", String.class))))
                    .build();
            assertThat(more.metaData()).isSameAs(database.sessions.metaData());
            more.useTransaction(session -> {
                Song song = new Song();
                song.id = 1;
                song.title = "stairway";
                session.add(song);
            });

            try (Session old = database.open();
                    Session session = more.open()) {
                assertThat(old.get(Song.class, 1).shout).isNull();
                assertThat(session.get(Song.class, 1).shout).isEqualTo("STAIRWAY");
            }
            more.close();
        }
    }

    @Test
    @Tag("MAP-02")
    void a_relation_that_a_backref_made_is_overridden_in_another_factory() {
        try (MemoryDatabase database = new MemoryDatabase(User.class, Address.class)) {
            SessionFactory paired = database.sessions.toBuilder()
                    .configure(
                            User.class,
                            m -> m.property(
                                    "addresses", relationship(Address.class).backref("user")))
                    .build();

            Address address = new Address();
            User user = new User();
            user.addresses.add(address);
            assertThat(address.user).isSameAs(user);
            paired.useTransaction(session -> session.add(user));
            try (Session session = paired.open()) {
                assertThat(session.get(User.class, user.id).addresses).hasSize(1);
            }

            paired.close();
            User apart = new User();
            Address alone = new Address();
            apart.addresses.add(alone);
            assertThat(alone.user)
                    .as("the first factory's mapping is in force again")
                    .isNull();
        }
    }

    @Test
    @Tag("MAP-05")
    void the_same_mappings_serve_several_factories_without_adding_up() {
        List<String> heard = new ArrayList<>();
        Mappings mappings = new Mappings()
                .map(Song.class, songs, m -> m.on(AttributeSet.class, "title", e -> heard.add("said " + e.value())));
        try (Engine engine = Engine.create("h2:///mem:rebuilt")) {
            var builder = SessionFactory.builder(engine)
                    .with(mappings)
                    .configure(
                            Song.class, m -> m.on(AttributeSet.class, "title", e -> heard.add("besides " + e.value())));
            builder.build().close();
            builder.build().close();
            try (SessionFactory third = builder.build();
                    SessionFactory fourth = third.toBuilder().build()) {
                new Song().title = "once";
                assertThat(heard).containsExactly("said once", "besides once");
                assertThat(fourth.mappings()).hasSize(1);
            }
            new Song().title = "nobody hears this";
            assertThat(heard).hasSize(2);
        }
    }

    @Test
    @Tag("MAP-05")
    void mappings_are_cleared_by_closing_the_factory_and_can_be_made_anew() {
        List<String> heard = new ArrayList<>();
        try (MemoryDatabase first = new MemoryDatabase(
                b -> b.map(User.class, Address.class).on(AttributeSet.class, event -> heard.add("first")))) {
            new User().name = "ed";
            assertThat(heard).containsExactly("first");
        }
        new User().name = "free";
        User user = new User();
        user.addresses.add(new Address());
        assertThat(user.addresses).isExactlyInstanceOf(ArrayList.class);
        try (MemoryDatabase second = new MemoryDatabase(
                b -> b.map(User.class, Address.class).on(AttributeSet.class, event -> heard.add("second")))) {
            new User().name = "ed";
            assertThat(heard).containsExactly("first", "second");
            second.sessions.useTransaction(session -> session.add(user));
            assertThat(user.id).isNotNull();
        }
    }

    @Test
    @Tag("MAP-05")
    void listeners_and_options_go_with_a_copy_of_a_mapping_and_stay_apart_from_the_original() {
        List<String> heard = new ArrayList<>();
        Mappings mappings = new Mappings();
        mappings.map(Song.class, songs, m -> {
            m.on(AttributeSet.class, "title", e -> heard.add("original"));
            ClassMapping<Song> copy = m.copy();
            copy.on(AttributeSet.class, "title", e -> heard.add("copy only"));
            assertThat(copy.handlers()).hasSize(2);
            assertThat(copy.selectable()).isSameAs(songs);
        });
        try (MemoryDatabase database = new MemoryDatabase(b -> b.with(mappings))) {
            new Song().title = "a";
            assertThat(heard).containsExactly("original");
        }
    }

    @Test
    @Tag("MAP-02")
    void a_mapping_that_a_factory_has_read_refuses_changes_and_says_how_to_go_on() {
        List<ClassMapping<Song>> kept = new ArrayList<>();
        try (MemoryDatabase database = new MemoryDatabase(
                b -> b.with(new Mappings().map(Song.class, songs, kept::add)).configure(Song.class, kept::add))) {
            for (ClassMapping<Song> late : kept) {
                assertThatThrownBy(() -> late.property("shout", songs.c("title")))
                        .isInstanceOf(ArgumentException.class)
                        .hasMessageStartingWith("ALU-0764")
                        .hasMessageContaining("RebuiltFactoryTest$Song")
                        .hasMessageContaining("sessions.toBuilder().configure(Song.class, ...)");
            }
        }
    }
}
