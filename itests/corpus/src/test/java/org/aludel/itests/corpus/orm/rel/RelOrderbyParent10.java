package org.aludel.itests.corpus.orm.rel;

import static org.aludel.orm.Orm.joinedLoad;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Parent order precedes child order in eager loads. */
@ScenarioId("rel.orderby-parent-10")
final class RelOrderbyParent10 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;

        @Relationship(orderBy = "email desc")
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
                .options(joinedLoad(RelOrderbyParent10_User_.addresses))
                .orderBy(RelOrderbyParent10_User_.name)
                .all()
                .stream()
                .map(u -> list(u.id, u.addresses.stream().map(a -> a.id).toList()))
                .toList());
    }
}
