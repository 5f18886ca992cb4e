package org.aludel.itests.corpus.orm.session;

import org.aludel.engine.NestedTransaction;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Savepoint with rollback restores state. */
@ScenarioId("session.savepoint-11")
final class SessionSavepoint11 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User u;
    private NestedTransaction nested;
    private User n;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 7);
            u.name = "outer";
            nested = s.beginNested();
            u.name = "inner";
            n = with(new User(), x1 -> x1.name = "n");
            s.add(n);
            s.flush();
        });
        step(() -> {
            nested.rollback();
            return list(st(n), u.name);
        });
        step(() -> s.commit());
    }
}
