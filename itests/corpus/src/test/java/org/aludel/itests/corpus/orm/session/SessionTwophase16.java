package org.aludel.itests.corpus.orm.session;

import org.aludel.engine.Engine;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;

/** Two engines in one two-phase session. */
@ScenarioId("session.twophase-16")
final class SessionTwophase16 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
    }

    @Mapped(table = "logs")
    static class Log {
        @Id
        Integer id;

        String value;
    }

    @Override
    protected Session open() {
        Engine engine2 = engine("engine2");
        return session(factoryOf(any -> SessionFactory.builder()
                .map(User.class, Log.class)
                .bind(User.class, engine)
                .bind(Log.class, engine2)
                .twoPhase(true)));
    }

    @Override
    protected void steps() {
        step(() -> {
            s.add(with(new User(), x1 -> x1.name = "ed"));
            s.add(with(new Log(), x1 -> x1.value = "ins"));
            s.flush();
        });
        step(() -> s.commit());
        step(() -> {
            s.add(with(new User(), x1 -> x1.name = "x"));
            s.add(with(new Log(), x1 -> x1.value = "y"));
            s.flush();
            s.prepare();
        });
        step(() -> s.rollback());
    }
}
