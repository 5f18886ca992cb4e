package org.aludel.itests.corpus.orm.rel;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Cascade_backrefs=False: setting the many-to-one does not add the child to the session. */
@ScenarioId("rel.cascade-backrefs-23")
final class RelCascadeBackrefs23 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;

        @Relationship(cascadeBackrefs = false, backref = "user", orderBy = "id")
        List<Address> addresses = new ArrayList<>();
    }

    @Mapped(table = "addresses")
    static class Address {
        @Id
        Integer id;

        @References("users.id")
        Integer user_id;

        String email;

        @Relationship(cascadeBackrefs = false)
        User user;
    }

    private User u;
    private Address a;

    @Override
    protected void steps() {
        step(() -> {
            s.autoflush(false);
            u = s.get(User.class, 7);
            return u.addresses.size();
        });
        step(() -> {
            a = with(new Address(), x1 -> x1.email = "n");
            a.user = u;
            return list(st(a), u.addresses.contains(a));
        });
        step(() -> s.flush());
        step(() -> {
            s.add(a);
            s.flush();
        });
    }
}
