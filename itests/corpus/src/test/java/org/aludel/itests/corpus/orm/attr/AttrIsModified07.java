package org.aludel.itests.corpus.orm.attr;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Is_modified for scalars and collections. */
@ScenarioId("attr.is-modified-07")
final class AttrIsModified07 extends Scenario {

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
    private User n;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 7);
            return s.isModified(u);
        });
        step(() -> {
            u.addresses.add(with(new Address(), x1 -> x1.email = "new"));
            return list(
                    s.isModified(u), s.isModified(u, false), s.modifiedObjects().contains(u));
        });
        step(() -> {
            n = new User();
            return s.isModified(n);
        });
        step(() -> {
            n.name = "x";
            return s.isModified(n);
        });
        step(() -> {
            s.flush();
            return s.isModified(u);
        });
    }
}
