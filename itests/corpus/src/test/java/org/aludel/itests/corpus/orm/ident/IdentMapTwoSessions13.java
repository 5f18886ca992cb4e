package org.aludel.itests.corpus.orm.ident;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Session;

/** Two sessions have two instances for one row. */
@ScenarioId("ident.map.two-sessions-13")
final class IdentMapTwoSessions13 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private Session s2;
    private User a;
    private User b;

    @Override
    protected void steps() {
        step(() -> {
            s2 = session();
            a = s.get(User.class, 7);
            s.commit();
            b = s2.get(User.class, 7);
            return list(a == b, identity(a).equals(identity(b)));
        });
        step(() -> {
            b.name = "two";
            s2.commit();
        });
        step(() -> a.name);
        step(() -> s.commit());
        step(() -> list(sessions.sessionOf(a) == s, sessions.sessionOf(b) == s2, sessions.sessionOf(new User())));
        step(() -> {
            s2.add(a);
        });
    }
}
