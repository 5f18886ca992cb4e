package org.aludel.itests.corpus.orm.query;

import static org.aludel.orm.Orm.aliased;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.LoadStrategy;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Distinct with LIMIT and an eager collection. */
@ScenarioId("query.joined-distinct-38")
final class QueryJoinedDistinct38 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;

        @Relationship(load = LoadStrategy.JOINED, orderBy = "id")
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

    @Override
    protected void steps() {
        step(() -> s
                .query(User.class)
                .join(QueryJoinedDistinct38_User_.addresses.ofType(aliased(Address.class)))
                .distinct()
                .orderBy(QueryJoinedDistinct38_User_.id)
                .limit(2)
                .all()
                .stream()
                .map(u -> list(u.id, u.addresses.size()))
                .toList());
        step(() -> s.query(User.class).distinct().orderBy(QueryJoinedDistinct38_User_.name).all().stream()
                .map(u -> u.id)
                .toList());
    }
}
