package org.aludel.itests.corpus.orm.session;

import org.aludel.engine.NestedTransaction;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Primary key change inside a savepoint. */
@ScenarioId("session.savepoint-pk-35")
final class SessionSavepointPk35 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User u;
    private NestedTransaction nested;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 7);
            nested = s.beginNested();
            u.id = 70;
            s.flush();
            nested.rollback();
            return list(identity(u), u.id, idmap());
        });
    }
}
