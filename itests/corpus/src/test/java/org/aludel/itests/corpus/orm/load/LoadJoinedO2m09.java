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

/** Mapper-level joined eager loading. */
@ScenarioId("load.joined.o2m-09")
final class LoadJoinedO2m09 extends Scenario {

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

    private User user;

    @Override
    protected void steps() {
        step(() -> {
            user = s.query(User.class)
                    .filter(LoadJoinedO2m09_User_.user_name.eq("jane"))
                    .one();
        });
        step(() -> user.addresses.stream().map(a -> a.street).toList());
        step(() -> s.query(User.class).orderBy(LoadJoinedO2m09_User_.user_id).all().stream()
                .map(u -> list(u.user_id, u.addresses.size()))
                .toList());
    }
}
