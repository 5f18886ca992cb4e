package org.aludel.itests.corpus.orm.session;

import org.aludel.engine.NestedTransaction;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** A delete inside a savepoint is undone by its rollback. */
@ScenarioId("session.savepoint-delete-34")
final class SessionSavepointDelete34 extends Scenario {

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
            s.delete(u);
            s.flush();
            return st(u);
        });
        step(() -> {
            nested.rollback();
            return list(st(u), s.contains(u), s.get(User.class, 7) == u);
        });
        step(() -> s.commit());
    }
}
