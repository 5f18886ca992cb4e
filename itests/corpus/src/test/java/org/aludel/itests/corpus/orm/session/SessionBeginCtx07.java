package org.aludel.itests.corpus.orm.session;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** With session.begin(). */
@ScenarioId("session.begin-ctx-07")
final class SessionBeginCtx07 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    @Override
    protected void steps() {
        step(() -> {
            sessions.useTransaction(s2 -> s2.add(with(new User(), x -> x.name = "cm")));
        });
        step(() -> {
            sessions.useTransaction(s2 -> {
                s2.add(with(new User(), x -> x.name = "cm2"));
                s2.flush();
                throw new IllegalArgumentException("boom");
            });
        });
        step(() -> s.query(User.class).count());
    }
}
