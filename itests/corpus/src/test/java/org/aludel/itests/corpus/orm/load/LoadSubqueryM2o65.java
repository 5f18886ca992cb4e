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

/** Subqueryload of a many-to-one. */
@ScenarioId("load.subquery-m2o-65")
final class LoadSubqueryM2o65 extends Scenario {

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

    private List<Address> l;

    @Override
    protected void steps() {
        step(() -> {
            l = s.query(Address.class)
                    .options(subqueryLoad(LoadSubqueryM2o65_Address_.user))
                    .orderBy(LoadSubqueryM2o65_Address_.id)
                    .all();
            return l.stream().map(a -> a.user.name).toList();
        });
    }
}
