package org.aludel.itests.corpus.orm.load;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.containsEager;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Alias;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Query;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Contains_eager fills the collection from an explicit join. */
@ScenarioId("load.contains-eager-40")
final class LoadContainsEager40 extends Scenario {

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

    private Query<User> q;
    private User u;
    private Alias<Address> adalias;

    @Override
    protected void steps() {
        step(() -> {
            q = s.query(User.class)
                    .join(LoadContainsEager40_User_.addresses)
                    .filter(LoadContainsEager40_Address_.email.like("%lala%"))
                    .options(containsEager(LoadContainsEager40_User_.addresses));
            u = q.one();
            return u.addresses.stream().map(a -> a.id).toList();
        });
        step(() -> {
            s.clear();
            adalias = aliased(Address.class);
            q = s.query(User.class)
                    .outerJoin(LoadContainsEager40_User_.addresses, adalias)
                    .options(containsEager(LoadContainsEager40_User_.addresses, adalias))
                    .orderBy(LoadContainsEager40_User_.id, adalias.get(LoadContainsEager40_Address_.id));
            return q.all().stream()
                    .map(u -> list(u.id, u.addresses.stream().map(a -> a.id).toList()))
                    .toList();
        });
        step(() -> {
            s.clear();
            q = s.query(User.class)
                    .join(LoadContainsEager40_User_.addresses)
                    .options(containsEager(LoadContainsEager40_User_.addresses))
                    .orderBy(LoadContainsEager40_User_.id, LoadContainsEager40_Address_.id)
                    .limit(3);
            return q.all().stream()
                    .map(u -> list(u.id, u.addresses.stream().map(a -> a.id).toList()))
                    .toList();
        });
    }
}
