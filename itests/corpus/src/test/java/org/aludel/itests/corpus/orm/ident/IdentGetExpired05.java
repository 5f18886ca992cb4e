package org.aludel.itests.corpus.orm.ident;

import static org.aludel.sql.Sql.text;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Get() of an expired object refreshes it; a vanished row gives None. */
@ScenarioId("ident.get.expired-05")
final class IdentGetExpired05 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User u;
    private Object r;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 7);
            s.expire(u);
            return s.get(User.class, 7) == u;
        });
        step(() -> loaded(u));
        step(() -> {
            s.expire(u);
            r = s.execute(text("DELETE FROM users WHERE id=7"));
            s.get(User.class, 7);
        });
    }
}
