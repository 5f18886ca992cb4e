package org.aludel.orm.internal.mappings;

import static org.aludel.orm.Orm.attribute;
import static org.aludel.orm.Orm.columnProperty;
import static org.aludel.orm.Orm.synonym;
import static org.aludel.orm.Orm.undefer;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.aludel.errors.FlushException;
import org.aludel.errors.MappingException;
import org.aludel.orm.Automap;
import org.aludel.orm.Instrument;
import org.aludel.orm.MappedClass;
import org.aludel.orm.Mappings;
import org.aludel.orm.Session;
import org.aludel.orm.internal.inheritance.MemoryDatabase;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Join;
import org.aludel.sql.TableAlias;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Classes without annotations, mapped to joins of tables, to selects, and with attributes that are no columns. */
@Instrument({
    SelectableMappingTest.AddressUser.class,
    SelectableMappingTest.Counted.class,
    SelectableMappingTest.Plain.class,
    SelectableMappingTest.Users.class,
    SelectableMappingTest.Addresses.class
})
class SelectableMappingTest {

    static class AddressUser {
        Integer userId;
        String name;
        Integer addressId;
        String city;
    }

    static class Counted {
        Integer id;
        String name;
        Long total;
    }

    static class Plain {
        Integer id;
        String label;
        Long addressCount;
        String note;
    }

    static class Users {
        Integer id;
        String name;
        List<Addresses> addresses = new ArrayList<>();
    }

    static class Addresses {
        Integer id;
        Integer userId;
        String city;
        Users user;
    }

    private final MetaData tables = new MetaData();
    private final Table users = tables.table(
            "users", column("id", INTEGER).primaryKey(), column("name", string(50)), column("note", string(50)));
    private final Table addresses = tables.table(
            "addresses",
            column("id", INTEGER).primaryKey(),
            column("user_id", INTEGER).references("users.id"),
            column("city", string(50)));

    private MemoryDatabase database(Mappings mappings) {
        MemoryDatabase database =
                new MemoryDatabase(builder -> builder.metaData(tables).with(mappings));
        return database;
    }

    private static void rows(MemoryDatabase database) {
        database.insert(
                "insert into users (id, name, note) values (1, 'ed', 'x'), (2, 'jack', 'y')",
                "insert into addresses (id, user_id, city) values (1, 1, 'Rome'), (2, 1, 'Oslo'), (3, 2, 'Bonn')",
                "alter table users alter column id restart with 10",
                "alter table addresses alter column id restart with 10");
    }

    @Test
    @Tag("MAP-04")
    @Tag("MAP-03")
    void objectOfAJoinIsSavedInAllItsTables() {
        Join join = users.join(addresses);
        Mappings mappings = new Mappings()
                .map(
                        AddressUser.class,
                        join,
                        m -> m.property("userId", columnProperty(users.c("id"), addresses.c("user_id")))
                                .property("addressId", addresses.c("id")));
        try (MemoryDatabase database = database(mappings)) {
            rows(database);
            try (Session session = database.open()) {
                List<AddressUser> all = session.query(AddressUser.class)
                        .orderBy(attribute(AddressUser.class, "addressId"))
                        .all();
                assertThat(all)
                        .extracting(a -> a.name + " " + a.city)
                        .containsExactly("ed Rome", "ed Oslo", "jack Bonn");

                AddressUser added = new AddressUser();
                added.name = "wendy";
                added.city = "Lyon";
                session.add(added);
                session.commit();
                assertThat(added.userId).isGreaterThanOrEqualTo(10);
                assertThat(added.addressId).isGreaterThanOrEqualTo(10);
                assertThat(session.execute(select(addresses.c("user_id"))
                                        .where(addresses.<String>c("city").eq("Lyon")))
                                .scalar(Integer.class))
                        .isEqualTo(added.userId);

                added.city = "Nice";
                database.sql.clear();
                session.flush();
                assertThat(database.sql).singleElement().asString().startsWith("UPDATE addresses");
                session.delete(added);
                session.commit();
                assertThat(session.query(AddressUser.class).count()).isEqualTo(3);
            }
        }
    }

    @Test
    @Tag("MAP-04")
    void classOfASelectIsReadAndNotWritten() {
        TableAlias counted = select(
                        users.c("id"), users.c("name"), count(addresses.c("id")).label("total"))
                .from(users.leftJoin(addresses))
                .groupBy(users.c("id"), users.c("name"))
                .subquery();
        Mappings mappings = new Mappings()
                .map(
                        Counted.class,
                        counted,
                        m -> m.primaryKey(counted.c("id"))
                                .orderBy(counted.<String>c("name").desc()));
        try (MemoryDatabase database = database(mappings)) {
            rows(database);
            try (Session session = database.open()) {
                assertThat(session.query(Counted.class).all())
                        .extracting(c -> c.name + c.total)
                        .containsExactly("jack1", "ed2");
                assertThat(session.query(Counted.class)
                                .filter(attribute(Counted.class, "id").eqAny(org.aludel.sql.Sql.literal(1)))
                                .one()
                                .total)
                        .isEqualTo(2);
                assertThat(session.get(Counted.class, 2).name).isEqualTo("jack");
                session.get(Counted.class, 2).name = "lost";
                assertThatThrownBy(session::flush)
                        .isInstanceOf(FlushException.class)
                        .hasMessageContaining("ALU-0465");
                session.rollback();
                session.add(new Counted());
                assertThatThrownBy(session::flush)
                        .isInstanceOf(FlushException.class)
                        .hasMessageContaining("ALU-0465");
            }
        }
    }

    @Test
    @Tag("MAP-03")
    void aSynonymMustNotHaveAFieldThatWouldStayEmpty() {
        assertThatThrownBy(() ->
                        database(new Mappings().map(Plain.class, users, m -> m.property("note", synonym("label")))))
                .hasMessageContaining("ALU-0778")
                .hasMessageContaining("Plain.note")
                .hasMessageContaining("take the field away");
    }

    @Test
    @Tag("MAP-03")
    void attributesMayBeRenamedDeferredSynonymsAndExpressions() {
        Mappings mappings = new Mappings()
                .map(
                        Plain.class,
                        users,
                        m -> m.property("label", users.c("name"))
                                .property(
                                        "addressCount",
                                        columnProperty(select(count(addresses.c("id")))
                                                .where(addresses
                                                        .<Integer>c("user_id")
                                                        .eq(users.<Integer>c("id")))
                                                .scalarSubquery()))
                                .property(
                                        "note", columnProperty(users.c("note")).deferred())
                                .property("title", synonym("label")));
        try (MemoryDatabase database = database(mappings)) {
            rows(database);
            try (Session session = database.open()) {
                Plain ed = session.query(Plain.class)
                        .filter(attribute(Plain.class, "title").eqAny(org.aludel.sql.Sql.literal("ed")))
                        .one();
                assertThat(ed.label).isEqualTo("ed");
                assertThat(ed.addressCount).isEqualTo(2);
                assertThat(database.sql).singleElement().asString().doesNotContain("users.note");
                assertThat(ed.note).isEqualTo("x");
                assertThat(database.sql).hasSize(2);

                Plain jack = session.query(Plain.class)
                        .options(undefer(attribute(Plain.class, "note")))
                        .filter(attribute(Plain.class, "addressCount").eqAny(org.aludel.sql.Sql.literal(1L)))
                        .one();
                database.sql.clear();
                assertThat(jack.note).isEqualTo("y");
                assertThat(database.sql).isEmpty();

                Plain added = new Plain();
                added.label = "new";
                session.add(added);
                session.flush();
                assertThat(added.addressCount).isZero();
                added.label = "newer";
                session.flush();
                assertThat(added.addressCount).isZero();
            }
        }
    }

    @Test
    @Tag("MAP-18")
    void relationsFollowFromForeignKeys() {
        Mappings mappings = Automap.of(tables).map(Users.class, Addresses.class).mappings();
        try (MemoryDatabase database = database(mappings);
                Session session = database.open()) {
            Users user = new Users();
            Addresses address = new Addresses();
            user.addresses.add(address);
            assertThat(address.user).isSameAs(user);
            session.add(user);
            session.commit();
            assertThat(address.userId).isEqualTo(user.id);
            MappedClass<Users> mapping = database.sessions.mapping(Users.class);
            assertThat(mapping.relation("addresses").reverse()).isEqualTo("user");
            assertThat(mapping.relation("addresses").direction()).isEqualTo(MappedClass.Direction.ONE_TO_MANY);
        }
    }

    @Test
    @Tag("MAP-05")
    void unmappedClassHasNoMapping() {
        try (MemoryDatabase database = database(new Mappings().map(Plain.class, users))) {
            assertThat(database.sessions.mapping(Plain.class).primaryKey()).containsExactly(users.c("id"));
            assertThat(database.sessions.mappings()).hasSize(1);
            assertThatThrownBy(() -> database.sessions.mapping(Object.class))
                    .isInstanceOf(MappingException.class)
                    .hasMessageStartingWith("ALU-0421");
        }
    }
}
