package org.aludel.orm.internal.mappings;

import static org.aludel.orm.Orm.attribute;
import static org.aludel.orm.Orm.foreign;
import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.orm.Orm.relationship;
import static org.aludel.orm.Orm.selectinLoad;
import static org.aludel.orm.Orm.toMany;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aludel.errors.MappingException;
import org.aludel.orm.Attribute;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.Configures;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;
import org.aludel.orm.ToMany;
import org.aludel.orm.internal.inheritance.MemoryDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Relations by conditions that are given, and what else a method marked {@code @Configures} can say. */
class RelationConditionTest {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String stamp;

        List<Address> addresses = new ArrayList<>();
        List<Address> bostonAddresses = new ArrayList<>();
        Long addressCount;

        @Configures
        private static void configure(ClassMapping<User> mapping) {
            mapping.property(
                            "addresses",
                            relationship(Address.class)
                                    .primaryJoin(USER_ID.eq(foreign(ADDRESS_USER)))
                                    .backPopulates("user"))
                    .property(
                            "bostonAddresses",
                            relationship(Address.class)
                                    .primaryJoin(
                                            USER_ID.eq(foreign(ADDRESS_USER)).and(CITY.eq("Boston")))
                                    .viewOnly())
                    .property(
                            "addressCount",
                            select(count(attribute(Address.class, "id")))
                                    .where(ADDRESS_USER.eq(USER_ID))
                                    .scalarSubquery())
                    .version("stamp", old -> UUID.randomUUID().toString());
        }
    }

    /** Refers to users, and the database does not know. */
    @Mapped(table = "addresses")
    static class Address {
        @Id
        Integer id;

        Integer userId;
        String city;

        @Relationship(backPopulates = "addresses")
        User user;
    }

    private static final Attribute<User, Integer> USER_ID = attribute(User.class, "id");
    private static final Attribute<Address, Integer> ADDRESS_USER = attribute(Address.class, "userId");
    private static final Attribute<Address, String> CITY = attribute(Address.class, "city");
    private static final ToMany<User, Address> BOSTON = toMany(User.class, "bostonAddresses", Address.class);

    private static User saved(Session session) {
        User ed = new User();
        ed.name = "ed";
        for (String city : List.of("Boston", "Rome", "Boston")) {
            Address address = new Address();
            address.city = city;
            ed.addresses.add(address);
        }
        session.add(ed);
        session.commit();
        return ed;
    }

    @Test
    @Tag("MAP-06")
    void conditionStandsForAForeignKey() {
        try (MemoryDatabase database = new MemoryDatabase(User.class, Address.class);
                Session session = database.open()) {
            User ed = saved(session);
            assertThat(ed.addresses).hasSize(3).allMatch(address -> address.user == ed);
            assertThat(ed.addresses).allMatch(address -> address.userId.equals(ed.id));
            assertThat(ed.bostonAddresses).hasSize(2);
            assertThat(ed.addressCount).isEqualTo(3);
        }
    }

    @Test
    @Tag("MAP-06")
    void conditionHoldsHoweverTheRelationIsLoadedOrAsked() {
        try (MemoryDatabase database = new MemoryDatabase(User.class, Address.class)) {
            try (Session session = database.open()) {
                saved(session);
                User other = new User();
                session.add(other);
                session.commit();
                assertThat(session.query(User.class).filter(BOSTON.any()).count())
                        .isEqualTo(1);
                assertThat(session.query(User.class).filter(BOSTON.isEmpty()).one())
                        .isSameAs(other);
                assertThat(session.query(CITY).from(User.class).join(BOSTON).all())
                        .containsExactly("Boston", "Boston");
            }
            for (var option : List.of(joinedLoad(BOSTON), selectinLoad(BOSTON))) {
                try (Session session = database.open()) {
                    User ed = session.query(User.class)
                            .options(option)
                            .filter(attribute(User.class, "name").eqAny(literal("ed")))
                            .one();
                    database.sql.clear();
                    assertThat(ed.bostonAddresses).hasSize(2);
                    assertThat(database.sql).isEmpty();
                }
            }
        }
    }

    @Test
    @Tag("MAP-16")
    void versionMayComeFromTheProgram() {
        try (MemoryDatabase database = new MemoryDatabase(User.class, Address.class);
                Session session = database.open()) {
            User ed = saved(session);
            String first = ed.stamp;
            assertThat(first).isNotNull();
            ed.name = "edward";
            session.commit();
            assertThat(ed.stamp).isNotNull().isNotEqualTo(first);
        }
    }

    @Test
    void conditionWithoutAForeignSideIsRefused() {
        assertThatThrownBy(() -> new MemoryDatabase(builder -> builder.map(User.class, Address.class)
                        .configure(
                                User.class,
                                m -> m.property(
                                        "bostonAddresses",
                                        relationship(Address.class).primaryJoin(USER_ID.eq(ADDRESS_USER))))))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("ALU-0461 User.bostonAddresses");
    }

    @Test
    void configuredClassMustBeMapped() {
        assertThatThrownBy(() -> new MemoryDatabase(
                        builder -> builder.map(User.class, Address.class).configure(String.class, m -> {})))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("ALU-0453 String");
    }
}
