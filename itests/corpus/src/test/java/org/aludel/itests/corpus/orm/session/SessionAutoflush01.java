package org.aludel.itests.corpus.orm.session;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Autoflush before a query, commit. */
@ScenarioId("session.autoflush-01")
final class SessionAutoflush01 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User u;
    private User u2;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 7);
            u.name = "new name";
            u2 = s.query(User.class)
                    .filter(SessionAutoflush01_User_.name.eq("new name"))
                    .one();
            return u2 == u;
        });
        step(() -> s.commit());
    }
}
