package org.aludel.itests.corpus.orm.session;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Rollback restores pending, dirty and deleted objects. */
@ScenarioId("session.rollback-states-09")
final class SessionRollbackStates09 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User n;
    private User u7;
    private User u8;

    @Override
    protected void steps() {
        step(() -> {
            n = with(new User(), x1 -> x1.name = "new");
            s.add(n);
            s.flush();
            u7 = s.get(User.class, 7);
            u8 = s.get(User.class, 8);
            u7.name = "changed";
            s.delete(u8);
            s.flush();
            return list(list(n, u7, u8).stream().map(o -> st(o)).toList(), n.id);
        });
        step(() -> {
            s.rollback();
            return list(list(n, u7, u8).stream().map(o -> st(o)).toList(), s.contains(n), n.id, identity(n));
        });
        step(() -> list(u7.name, u8.name));
        step(() -> {
            s.add(n);
            s.commit();
            return list(n.id, n.name);
        });
    }
}
