package org.aludel.itests.corpus.orm.cascade;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Cascade;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Setting the backref many-to-one to None orphans the child. */
@ScenarioId("cascade.orphan-null-m2o-10")
final class CascadeOrphanNullM2o10 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;

        @Relationship(
                backref = "user",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
                orderBy = "id")
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

    @Override
    protected void steps() {
        step(() -> {
            a = s.get(Address.class, 1);
            return a.user;
        });
        step(() -> {
            a.user = null;
            s.flush();
        });
        step(() -> st(a));
        step(() -> s.commit());
    }
}
