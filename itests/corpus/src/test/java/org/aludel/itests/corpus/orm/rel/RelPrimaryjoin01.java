package org.aludel.itests.corpus.orm.rel;

import static org.aludel.orm.Orm.relationship;
import static org.aludel.sql.Sql.and;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.Configures;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Relationship with a custom primaryjoin. */
@ScenarioId("rel.primaryjoin-01")
final class RelPrimaryjoin01 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer user_id;

        String user_name;
        String password;

        @Relationship(orderBy = "address_id")
        List<Address> addresses = new ArrayList<>();

        @Relationship(orderBy = "address_id")
        List<Address> boston_addresses = new ArrayList<>();

        @Configures
        static void configure(ClassMapping<User> mapping) {
            mapping.property(
                    "boston_addresses",
                    relationship(Address.class)
                            .primaryJoin(and(
                                    RelPrimaryjoin01_User_.user_id.eq(RelPrimaryjoin01_Address_.user_id),
                                    RelPrimaryjoin01_Address_.city.eq("Boston")))
                            .orderBy("address_id")
                            .overlaps("addresses"));
        }
    }

    @Mapped(table = "addresses")
    static class Address {
        @Id
        Integer address_id;

        @References("users.user_id")
        Integer user_id;

        String street;
        String city;
        String state;
        String zip;
    }

    private User u;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 1);
            return list(
                    u.boston_addresses.stream().map(a -> a.address_id).toList(),
                    u.addresses.stream().map(a -> a.address_id).toList());
        });
        step(() -> u.boston_addresses.get(0) == u.addresses.get(1));
        step(() -> s.query(User.class)
                .join(RelPrimaryjoin01_User_.boston_addresses)
                .count());
        step(() -> s.query(User.class)
                .filter(RelPrimaryjoin01_User_.boston_addresses.any())
                .count());
    }
}
