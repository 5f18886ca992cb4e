package org.aludel.itests.corpus.orm.attr;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.SessionFactoryBuilder;

/** Active_history loads the old value before a change. */
@ScenarioId("attr.active-history-12")
final class AttrActiveHistory12 extends Scenario {
    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
    }

    private User u;

    @Override
    protected void model(SessionFactoryBuilder model) {
        model.map(nested());
        model.configure(User.class, m -> m.activeHistory("name"));
    }

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 1);
            s.expire(u);
        });
        step(() -> {
            u.name = "new";
        });
        step(() -> hist(u, "name"));
    }
}
