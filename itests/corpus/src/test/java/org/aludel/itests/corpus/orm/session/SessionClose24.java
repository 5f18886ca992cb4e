package org.aludel.itests.corpus.orm.session;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Close releases the connection and detaches all. */
@ScenarioId("session.close-24")
final class SessionClose24 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User u;
    private User n;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 7);
            n = with(new User(), x1 -> x1.name = "n");
            s.add(n);
            s.close();
            return list(st(u), st(n), u.name);
        });
        step(() -> session().get(User.class, 7) == u); // a closed session stays closed
    }
}
