package org.aludel.itests.corpus.orm.ident;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Get() of an object marked deleted. */
@ScenarioId("ident.get.deleted-06")
final class IdentGetDeleted06 extends Scenario {

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
            s.delete(u);
            return s.get(User.class, 7) == u;
        });
        step(() -> {
            s.flush();
            s.get(User.class, 7);
        });
    }
}
