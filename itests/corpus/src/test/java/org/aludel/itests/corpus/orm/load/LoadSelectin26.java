package org.aludel.itests.corpus.orm.load;

import static org.aludel.orm.Orm.selectinLoad;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Selectinload of one-to-many. */
@ScenarioId("load.selectin-26")
final class LoadSelectin26 extends Scenario {

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

    private List<User> l;

    @Override
    protected void steps() {
        step(() -> {
            l = s.query(User.class)
                    .options(selectinLoad(LoadSelectin26_User_.addresses))
                    .orderBy(LoadSelectin26_User_.id)
                    .all();
            return l.stream()
                    .map(u -> list(u.id, u.addresses.stream().map(a -> a.id).toList()))
                    .toList();
        });
    }
}
