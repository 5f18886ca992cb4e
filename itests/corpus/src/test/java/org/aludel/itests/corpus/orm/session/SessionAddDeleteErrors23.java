package org.aludel.itests.corpus.orm.session;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Misuse of add, delete, expunge. */
@ScenarioId("session.add-delete-errors-23")
final class SessionAddDeleteErrors23 extends Scenario {

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
        step(() -> s.delete(new User()));
        step(() -> {
            n = new User();
            s.add(n);
        });
        step(() -> s.delete(n));
        step(() -> {
            u = s.get(User.class, 7);
            s.delete(u);
            s.flush();
        });
        step(() -> {
            s.add(u);
            s.flush();
        });
        step(() -> {
            s.add(null);
        });
        step(() -> {
            s.rollback();
            s.close();
            return st(u);
        });
    }
}
