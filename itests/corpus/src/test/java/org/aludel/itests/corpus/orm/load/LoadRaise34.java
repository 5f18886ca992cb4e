package org.aludel.itests.corpus.orm.load;

import static org.aludel.orm.Orm.raiseLoad;
import static org.aludel.orm.Orm.raiseLoadOnSql;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Raiseload refuses lazy loads. */
@ScenarioId("load.raise-34")
final class LoadRaise34 extends Scenario {

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
    private Address a;
    private User v;
    private Address b;

    @Override
    protected void steps() {
        step(() -> {
            u = s.query(User.class)
                    .options(raiseLoad(LoadRaise34_User_.addresses))
                    .filter(LoadRaise34_User_.id.eq(8))
                    .one();
        });
        step(() -> u.addresses);
        step(() -> {
            a = s.query(Address.class)
                    .options(raiseLoad("*"))
                    .filter(LoadRaise34_Address_.id.eq(1))
                    .one();
        });
        step(() -> a.user);
        step(() -> {
            v = s.get(User.class, 7);
            b = s.query(Address.class)
                    .options(raiseLoadOnSql(LoadRaise34_Address_.user))
                    .filter(LoadRaise34_Address_.id.eq(5))
                    .one();
        });
        step(() -> b.user);
        step(() -> {
            s.clear();
            v = s.get(User.class, 9);
            b = s.query(Address.class)
                    .options(raiseLoadOnSql(LoadRaise34_Address_.user))
                    .filter(LoadRaise34_Address_.id.eq(5))
                    .one();
            return b.user == v;
        });
    }
}
