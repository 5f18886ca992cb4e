package org.aludel.itests.corpus.orm.session;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Unloaded attributes of the given object are not merged. */
@ScenarioId("session.merge-expired-29")
final class SessionMergeExpired29 extends Scenario {

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

    private User x;
    private User m;

    @Override
    protected void steps() {
        step(() -> {
            x = with(new User(), x1 -> x1.id = 7);
            sessions.makeDetached(x);
            m = s.merge(x);
            return list(m.name, s.isModified(m));
        });
        step(() -> s.commit());
    }
}
