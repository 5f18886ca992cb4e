package org.aludel.itests.corpus.orm.uow;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Rollback after a flushed primary key change restores the old identity. */
@ScenarioId("uow.mutablepk.rollback-49")
final class UowMutablepkRollback49 extends Scenario {

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
            u.id = 77;
            s.flush();
            return list(identity(u), idmap());
        });
        step(() -> {
            s.rollback();
            return list(identity(u), idmap());
        });
        step(() -> u.id);
    }
}
