package org.aludel.itests.corpus.orm.session;

import org.aludel.engine.NestedTransaction;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Objects not touched inside a savepoint are not expired by its rollback. */
@ScenarioId("session.savepoint-untouched-15")
final class SessionSavepointUntouched15 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User u7;
    private User u8;
    private NestedTransaction nested;

    @Override
    protected void steps() {
        step(() -> {
            u7 = s.get(User.class, 7);
            u8 = s.get(User.class, 8);
            nested = s.beginNested();
            u7.name = "x";
            s.flush();
            nested.rollback();
            return list(loaded(u7), loaded(u8));
        });
    }
}
