package org.aludel.itests.corpus.orm.attr;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Expire of selected attributes and group load. */
@ScenarioId("attr.expire-attrs-21")
final class AttrExpireAttrs21 extends Scenario {

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

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 7);
            return u.addresses.stream().map(a -> a.id).toList();
        });
        step(() -> {
            s.expire(u, "name", "password");
            return loaded(u);
        });
        step(() -> u.name);
        step(() -> {
            s.expire(u, "addresses");
            return u.password;
        });
        step(() -> u.addresses.size());
        step(() -> {
            s.expire(u);
            return list(loaded(u), s.modifiedObjects().contains(u));
        });
        step(() -> u.id);
    }
}
