package org.aludel.itests.corpus.orm.session;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Rollback of objects never flushed. */
@ScenarioId("session.rollback-pending-10")
final class SessionRollbackPending10 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User n;
    private User u;

    @Override
    protected void steps() {
        step(() -> {
            n = with(new User(), x1 -> x1.name = "new");
            s.add(n);
            s.rollback();
            return st(n);
        });
        step(() -> {
            u = s.get(User.class, 7);
            u.name = "x";
            s.rollback();
            return list(s.modifiedObjects().contains(u), u.name);
        });
        step(() -> {
            s.delete(u);
            s.rollback();
            return list(s.deletedObjects().contains(u), st(u));
        });
    }
}
