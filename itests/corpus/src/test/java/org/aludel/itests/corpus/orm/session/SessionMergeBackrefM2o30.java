package org.aludel.itests.corpus.orm.session;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Merge along a many-to-one. */
@ScenarioId("session.merge-backref-m2o-30")
final class SessionMergeBackrefM2o30 extends Scenario {

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

    private Address a;
    private Address m;

    @Override
    protected void steps() {
        step(() -> {
            a = with(new Address(), x1 -> {
                x1.id = 1;
                x1.email = "merged";
                x1.user = with(new User(), x2 -> {
                    x2.id = 8;
                    x2.name = "ed2";
                });
            });
            m = s.merge(a);
            return list(m.user.id, m.user.name);
        });
        step(() -> s.flush());
        step(() -> s.commit());
    }
}
