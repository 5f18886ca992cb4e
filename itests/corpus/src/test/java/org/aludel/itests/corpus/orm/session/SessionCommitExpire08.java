package org.aludel.itests.corpus.orm.session;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Session;

/** Commit expires all; expire_on_commit=False does not. */
@ScenarioId("session.commit-expire-08")
final class SessionCommitExpire08 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User u;
    private Session s2;
    private User v;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 7);
            s.commit();
            return loaded(u);
        });
        step(() -> u.name);
        step(() -> {
            s2 = session(factory(model -> model.map(User.class).expireOnCommit(false)));
            s.commit();
            v = s2.get(User.class, 8);
            s2.commit();
            return list(loaded(v), v.name);
        });
    }
}
