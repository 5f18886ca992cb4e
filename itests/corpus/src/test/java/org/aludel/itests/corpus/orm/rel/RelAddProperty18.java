package org.aludel.itests.corpus.orm.rel;

import static org.aludel.orm.Orm.relationship;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.select;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.SessionFactoryBuilder;

/** Properties that are added to a described class. */
@ScenarioId("rel.add-property-18")
final class RelAddProperty18 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        List<Address> addresses = new ArrayList<>();
        Long n_addresses;
    }

    @Mapped(table = "addresses")
    static class Address {
        @Id
        Integer id;

        @References("users.id")
        Integer user_id;

        @Relationship
        User user;
    }

    @Override
    protected void model(SessionFactoryBuilder model) {
        model.map(nested())
                .configure(
                        User.class,
                        m -> m.property("addresses", relationship(Address.class).overlaps("user")))
                .configure(
                        User.class,
                        m -> m.property(
                                "n_addresses",
                                select(count(RelAddProperty18_Address_.id))
                                        .where(RelAddProperty18_Address_.user_id.eq(RelAddProperty18_User_.id))
                                        .scalarSubquery()));
    }

    @Override
    protected void steps() {
        step(() -> {
            User u = with(new User(), x -> x.addresses = new ArrayList<>(List.of(new Address(), new Address())));
            s.add(u);
            s.commit();
            return list(u.n_addresses, u.addresses.size());
        });
    }
}
