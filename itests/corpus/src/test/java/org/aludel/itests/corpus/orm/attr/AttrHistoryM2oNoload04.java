package org.aludel.itests.corpus.orm.attr;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Replacing an unloaded many-to-one emits no SELECT. */
@ScenarioId("attr.history.m2o-noload-04")
final class AttrHistoryM2oNoload04 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;

        @Relationship(orderBy = "id", viewOnly = true)
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
    private User u8;

    @Override
    protected void steps() {
        step(() -> {
            a = s.get(Address.class, 1);
            u8 = s.get(User.class, 8);
        });
        step(() -> {
            a.user = u8;
            return hist(a, "user");
        });
        step(() -> s.flush());
        step(() -> a.user_id);
    }
}
