package org.aludel.itests.corpus.orm.session;

import org.aludel.engine.Engine;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Session;

/** Overriding get_bind to route flushes and reads. */
@ScenarioId("session.get-bind-19")
final class SessionGetBind19 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    @Override
    protected Session open() {
        Engine engine2 = engine("engine2");
        return session(factory(model -> model.map(User.class).router(work -> work.isFlush() ? engine : engine2)));
    }

    @Override
    protected void steps() {
        step(() -> {
            s.add(with(new User(), x1 -> x1.name = "w"));
            s.flush();
        });
        step(() -> s.query(User.class).count());
        step(() -> s.commit());
    }
}
