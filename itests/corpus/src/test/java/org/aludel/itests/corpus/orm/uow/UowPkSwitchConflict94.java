package org.aludel.itests.corpus.orm.uow;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Changing a primary key to an existing one. */
@ScenarioId("uow.pk.switch-conflict-94")
final class UowPkSwitchConflict94 extends Scenario {

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
            u.id = 8;
        });
        step(() -> s.flush());
        step(() -> {
            s.rollback();
            return list(identity(u), u.id);
        });
    }
}
