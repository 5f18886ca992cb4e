package org.aludel.itests.corpus.orm.session;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactoryBuilder;

/** Autoflush=False and no_autoflush. */
@ScenarioId("session.autoflush-off-02")
final class SessionAutoflushOff02 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User u;
    private Session s2;
    private User u3;

    @Override
    protected void model(SessionFactoryBuilder model) {
        model.map(nested()).autoflush(false);
    }

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 7);
            u.name = "new name";
            s.query(User.class)
                    .filter(SessionAutoflushOff02_User_.name.eq("new name"))
                    .oneOrNone();
        });
        step(() -> {
            s.flush();
            return s.query(User.class)
                            .filter(SessionAutoflushOff02_User_.name.eq("new name"))
                            .one()
                    == u;
        });
        step(() -> {
            s2 = session(factory(model -> model.map(nested())));
            s.commit();
            u3 = with(new User(), x1 -> x1.name = "x");
            s2.add(u3);
            s2.autoflush(false);
            long n = s2.query(User.class)
                    .filter(SessionAutoflushOff02_User_.name.eq("x"))
                    .count();
            s2.autoflush(true);
            return list(
                    n,
                    s2.query(User.class)
                            .filter(SessionAutoflushOff02_User_.name.eq("x"))
                            .count());
        });
    }
}
