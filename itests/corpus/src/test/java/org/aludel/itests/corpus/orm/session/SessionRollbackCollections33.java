package org.aludel.itests.corpus.orm.session;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Collections after rollback. */
@ScenarioId("session.rollback-collections-33")
final class SessionRollbackCollections33 extends Scenario {

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
    private Address first;
    private Address n;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 8);
            first = u.addresses.get(0);
            u.addresses.remove(first);
            n = with(new Address(), x1 -> x1.email = "n");
            u.addresses.add(n);
            s.flush();
            s.rollback();
            return list(u.addresses.stream().map(a -> a.id).toList(), st(n), n.user == u);
        });
        step(() -> first.user_id);
    }
}
