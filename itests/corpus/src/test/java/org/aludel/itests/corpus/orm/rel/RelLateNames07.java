package org.aludel.itests.corpus.orm.rel;

import static org.aludel.orm.Orm.foreign;
import static org.aludel.orm.Orm.relationship;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.Configures;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Relationship;

/** String and callable arguments are resolved at configuration. */
@ScenarioId("rel.late-names-07")
final class RelLateNames07 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        @Relationship(backref = "user", orderBy = "email desc")
        List<Address> addresses = new ArrayList<>();

        @Configures
        static void configure(ClassMapping<User> mapping) {
            mapping.property(
                    "addresses",
                    relationship(Address.class)
                            .primaryJoin(RelLateNames07_User_.id.eq(foreign(RelLateNames07_Address_.user_id)))
                            .backref("user")
                            .orderBy("email desc"));
        }
    }

    @Mapped(table = "addresses")
    static class Address {
        @Id
        Integer id;

        Integer user_id;
        String email;

        @Relationship
        User user;
    }

    private User u;

    @Override
    protected void steps() {
        step(() -> {
            u = with(
                    new User(),
                    x1 -> x1.addresses = new ArrayList<>(List.of(
                            with(new Address(), x2 -> x2.email = "a"),
                            with(new Address(), x2 -> x2.email = "c"),
                            with(new Address(), x2 -> x2.email = "b"))));
            s.add(u);
            s.commit();
            return u.addresses.stream().map(a -> a.email).toList();
        });
    }
}
