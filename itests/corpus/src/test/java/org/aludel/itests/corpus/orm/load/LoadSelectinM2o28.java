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

/** Selectinload of many-to-one uses the foreign keys of the parents. */
@ScenarioId("load.selectin-m2o-28")
final class LoadSelectinM2o28 extends Scenario {

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
    private User u7;

    @Override
    protected void steps() {
        step(() -> {
            l = s.query(Address.class)
                    .options(selectinLoad(LoadSelectinM2o28_Address_.user))
                    .orderBy(LoadSelectinM2o28_Address_.id)
                    .all();
            return l.stream().map(a -> a.user.name).toList();
        });
        step(() -> {
            s.clear();
            u7 = s.get(User.class, 7);
            l = s.query(Address.class)
                    .options(selectinLoad(LoadSelectinM2o28_Address_.user))
                    .orderBy(LoadSelectinM2o28_Address_.id)
                    .all();
            return l.stream().map(a -> a.user.name).toList();
        });
    }
}
