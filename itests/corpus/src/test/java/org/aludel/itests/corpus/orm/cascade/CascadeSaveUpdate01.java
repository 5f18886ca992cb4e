package org.aludel.itests.corpus.orm.cascade;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Save-update cascades along collections, both directions and on later appends. */
@ScenarioId("cascade.save-update-01")
final class CascadeSaveUpdate01 extends Scenario {

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
    private Address b;
    private Address c;

    @Override
    protected void steps() {
        step(() -> {
            u = with(new User(), x1 -> x1.name = "u");
            a = with(new Address(), x1 -> x1.email = "a");
            u.addresses.add(a);
            s.add(a);
            return list(st(u), st(a));
        });
        step(() -> {
            s.flush();
            b = with(new Address(), x1 -> x1.email = "b");
            u.addresses.add(b);
            return st(b);
        });
        step(() -> {
            c = with(new Address(), x1 -> x1.email = "c");
            c.user = u;
            return st(c);
        });
        step(() -> s.commit());
    }
}
