package org.aludel.itests.corpus.orm.ident;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Get() of a loaded object emits no SQL and returns the same instance. */
@ScenarioId("ident.get.cached-01")
final class IdentGetCached01 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User u;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 7);
            return u;
        });
        step(() -> list(s.get(User.class, 7) == u, s.get(User.class, 7) == u));
        step(() -> s.query(User.class)
                        .filter(IdentGetCached01_User_.name.eq("jack"))
                        .one()
                == u);
        step(() -> s.get(User.class, 999));
    }
}
