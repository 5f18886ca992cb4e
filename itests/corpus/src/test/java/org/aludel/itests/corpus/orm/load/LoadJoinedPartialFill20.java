package org.aludel.itests.corpus.orm.load;

import static org.aludel.orm.Orm.joinedLoad;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Eager option fills an unloaded collection of an object already in the identity map. */
@ScenarioId("load.joined.partial-fill-20")
final class LoadJoinedPartialFill20 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;

        @Relationship(backref = "user", orderBy = "id")
        List<Address> addresses = new ArrayList<>();
    }

    @Mapped(table = "addresses")
    static class Address {
        @Id
        Integer id;

        @References("users.id")
        Integer user_id;

        String email;

        @Relationship
        User user;
    }

    private User u;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 8);
            return loaded(u);
        });
        step(() -> list(
                s.query(User.class)
                                .options(joinedLoad(LoadJoinedPartialFill20_User_.addresses))
                                .filter(LoadJoinedPartialFill20_User_.id.eq(8))
                                .one()
                        == u,
                loaded(u)));
        step(() -> u.addresses.size());
    }
}
