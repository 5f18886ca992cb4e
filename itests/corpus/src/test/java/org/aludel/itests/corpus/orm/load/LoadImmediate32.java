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

/** Lazy='immediate' loads at once with separate SELECTs. */
@ScenarioId("load.immediate-32")
final class LoadImmediate32 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;

        @Relationship(load = LoadStrategy.IMMEDIATE, orderBy = "id")
        List<Address> addresses = new ArrayList<>();
    }

    @Mapped(table = "addresses")
    static class Address {
        @Id
        Integer id;

        @References("users.id")
        Integer user_id;

        String email;
    }

    private List<User> l;

    @Override
    protected void steps() {
        step(() -> {
            l = s.query(User.class).orderBy(LoadImmediate32_User_.id).all();
        });
        step(() -> l.stream().map(u -> u.addresses.size()).toList());
    }
}
