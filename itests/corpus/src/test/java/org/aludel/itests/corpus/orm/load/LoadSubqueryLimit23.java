package org.aludel.itests.corpus.orm.load;

import static org.aludel.orm.Orm.subqueryLoad;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Subqueryload with LIMIT repeats the limited query. */
@ScenarioId("load.subquery-limit-23")
final class LoadSubqueryLimit23 extends Scenario {

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
                    .options(subqueryLoad(LoadSubqueryLimit23_User_.addresses))
                    .orderBy(LoadSubqueryLimit23_User_.id)
                    .limit(2)
                    .offset(1)
                    .all();
            return l.stream()
                    .map(u -> list(u.id, u.addresses.stream().map(a -> a.id).toList()))
                    .toList();
        });
    }
}
