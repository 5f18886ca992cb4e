package org.aludel.itests.corpus.orm.query;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.entity;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Alias;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Aliased entities, multiple joins to one table. */
@ScenarioId("query.aliased-14")
final class QueryAliased14 extends Scenario {

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

    private Alias<User> ua;

    @Override
    protected void steps() {
        step(() -> {
            Alias<Address> a1 = aliased(Address.class);
            Alias<Address> a2 = aliased(Address.class);
            return s.query(User.class)
                    .join(a1, QueryAliased14_User_.addresses)
                    .join(a2, QueryAliased14_User_.addresses)
                    .filter(a1.get(QueryAliased14_Address_.email).eq("ed@wood.com"))
                    .filter(a2.get(QueryAliased14_Address_.email).eq("ed@lala.com"))
                    .all();
        });
        step(() -> {
            ua = aliased(User.class, "ua");
            return s
                    .query(ua.get(QueryAliased14_User_.name))
                    .filter(ua.get(QueryAliased14_User_.id).gt(8))
                    .orderBy(ua.get(QueryAliased14_User_.name))
                    .all()
                    .stream()
                    .map(name -> list(name))
                    .toList();
        });
        step(() -> s
                .query(entity(User.class), ua)
                .filter(
                        QueryAliased14_User_.id.lt(ua.get(QueryAliased14_User_.id)),
                        ua.get(QueryAliased14_User_.id).lt(10))
                .all()
                .stream()
                .map(x -> list(((User) x.get(0)).id, ((User) x.get(1)).id))
                .sorted(java.util.Comparator.comparing(Object::toString))
                .toList());
    }
}
