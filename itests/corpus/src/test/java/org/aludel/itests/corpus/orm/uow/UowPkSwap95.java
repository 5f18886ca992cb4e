package org.aludel.itests.corpus.orm.uow;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Primary keys rotated through a free value in two flushes. */
@ScenarioId("uow.pk.swap-95")
final class UowPkSwap95 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User a;
    private User b;

    @Override
    protected void steps() {
        step(() -> {
            a = s.get(User.class, 7);
            b = s.get(User.class, 8);
            a.id = 700;
            s.flush();
            b.id = 7;
            s.flush();
            a.id = 8;
            s.flush();
        });
        step(() -> list(s.get(User.class, 7) == b, s.get(User.class, 8) == a, idmap()));
        step(() -> s.commit());
    }
}
