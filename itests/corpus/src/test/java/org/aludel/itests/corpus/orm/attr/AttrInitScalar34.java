package org.aludel.itests.corpus.orm.attr;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.EventFilter;
import org.aludel.orm.Id;
import org.aludel.orm.InitScalar;
import org.aludel.orm.Mapped;
import org.aludel.orm.SessionFactoryBuilder;

/** Defaults applied in memory at first access by an event. */
@ScenarioId("attr.init-scalar-34")
final class AttrInitScalar34 extends Scenario {
    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User u;

    @Override
    protected void model(SessionFactoryBuilder model) {
        model.map(nested());
        model.on(InitScalar.class, EventFilter.of(User.class, "name"), e -> e.replace("initial"));
    }

    @Override
    protected void steps() {
        step(() -> {
            u = new User();
            return list(u.name, hist(u, "name"));
        });
        step(() -> {
            s.add(u);
            s.flush();
        });
    }
}
