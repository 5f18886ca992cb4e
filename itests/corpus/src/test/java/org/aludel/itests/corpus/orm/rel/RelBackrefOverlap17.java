package org.aludel.itests.corpus.orm.rel;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Two relations writing the same column warn. */
@ScenarioId("rel.backref-overlap-17")
final class RelBackrefOverlap17 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;

        @Relationship(orderBy = "id")
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

    @Override
    protected void steps() {
        step(() -> {
            u = with(new User(), x1 -> x1.name = "u");
            a = with(new Address(), x1 -> x1.email = "a");
            u.addresses.add(a);
            return a.user;
        });
        step(() -> {
            s.add(u);
            s.flush();
        });
        step(() -> a.user == u);
    }
}
