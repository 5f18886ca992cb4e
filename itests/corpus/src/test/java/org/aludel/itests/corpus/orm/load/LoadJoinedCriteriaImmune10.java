package org.aludel.itests.corpus.orm.load;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.LoadStrategy;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Explicit join plus eager join of the same table. */
@ScenarioId("load.joined.criteria-immune-10")
final class LoadJoinedCriteriaImmune10 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer user_id;

        String user_name;
        String password;

        @Relationship(load = LoadStrategy.JOINED, orderBy = "address_id")
        List<Address> addresses = new ArrayList<>();
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

    private List<User> users;

    @Override
    protected void steps() {
        step(() -> {
            users = s.query(User.class)
                    .join(LoadJoinedCriteriaImmune10_User_.addresses)
                    .filter(LoadJoinedCriteriaImmune10_Address_.street.eq("123 Green Street"))
                    .orderBy(LoadJoinedCriteriaImmune10_User_.user_id)
                    .all();
            return users.stream()
                    .map(u -> list(
                            u.user_id,
                            u.addresses.stream().map(a -> a.address_id).toList()))
                    .toList();
        });
    }
}
