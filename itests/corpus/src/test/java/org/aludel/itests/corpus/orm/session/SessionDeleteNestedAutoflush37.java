package org.aludel.itests.corpus.orm.session;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Cascade;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Delete() and pending children. */
@ScenarioId("session.delete-nested-autoflush-37")
final class SessionDeleteNestedAutoflush37 extends Scenario {

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

    private User u;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 7);
            s.autoflush(false);
            Address n = with(new Address(), x -> x.email = "pending");
            u.addresses.add(n);
            s.delete(u);
            List<Object> r = list(st(n), sess());
            s.autoflush(true);
            return r;
        });
        step(() -> s.flush());
        step(() -> s.commit());
    }
}
