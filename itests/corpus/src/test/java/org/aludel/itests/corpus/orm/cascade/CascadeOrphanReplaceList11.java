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

/** Replacing a private collection deletes the missing members. */
@ScenarioId("cascade.orphan-replace-list-11")
final class CascadeOrphanReplaceList11 extends Scenario {

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
            u = s.get(User.class, 8);
            u.addresses = new ArrayList<>(List.of(u.addresses.get(1), with(new Address(), x1 -> x1.email = "new")));
            s.flush();
        });
        step(() -> {
            s.commit();
            return u.addresses.stream().map(a -> list(a.id, a.email)).toList();
        });
    }
}
