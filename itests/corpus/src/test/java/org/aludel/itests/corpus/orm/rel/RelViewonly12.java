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

/** Viewonly relations are loaded, never written. */
@ScenarioId("rel.viewonly-12")
final class RelViewonly12 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer user_id;

        String user_name;
        String password;

        @Relationship(orderBy = "address_id")
        List<Address> addresses = new ArrayList<>();

        @Relationship(viewOnly = true)
        List<Address> boston = new ArrayList<>();

        @Configures
        static void configure(ClassMapping<User> mapping) {
            mapping.property(
                    "boston",
                    relationship(Address.class)
                            .primaryJoin(and(
                                    RelViewonly12_User_.user_id.eq(RelViewonly12_Address_.user_id),
                                    RelViewonly12_Address_.city.eq("Boston")))
                            .viewOnly());
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
            u = s.get(User.class, 3);
            u.boston.add(with(new Address(), x1 -> {
                x1.city = "Boston";
                x1.street = "x";
            }));
            return list(u.boston.stream().map(a -> st(a)).toList(), s.isModified(u));
        });
        step(() -> s.flush());
        step(() -> s.commit());
    }
}
