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

/** No save-update cascade: a related object outside the session is a warning and is not saved. */
@ScenarioId("cascade.none-02")
final class CascadeNone02 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;

        @Relationship(
                cascade = {Cascade.NONE},
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
    }

    private User u;
    private Address a;

    @Override
    protected void steps() {
        step(() -> {
            u = with(new User(), x1 -> x1.name = "u");
            a = with(new Address(), x1 -> x1.email = "a");
            u.addresses.add(a);
            s.add(u);
            return st(a);
        });
        step(() -> s.flush());
        step(() -> st(a));
    }
}
