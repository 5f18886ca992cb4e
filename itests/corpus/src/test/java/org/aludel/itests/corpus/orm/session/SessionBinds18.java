package org.aludel.itests.corpus.orm.session;

import static org.aludel.sql.Sql.text;

import org.aludel.engine.Engine;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;

/** A session with a bind per class. */
@ScenarioId("session.binds-18")
final class SessionBinds18 extends Scenario {

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
                .bind(Log.class, engine2)));
    }

    @Override
    protected void steps() {
        step(() -> {
            s.add(with(new User(), x1 -> x1.name = "ed"));
            s.add(with(new Log(), x1 -> x1.value = "ins"));
            s.commit();
        });
        step(() -> list(s.query(User.class).count(), s.query(Log.class).count()));
        step(() -> s.connection(Log.class).execute(text("select 1")).scalar());
        step(() -> s.execute(text("select 1")));
        step(() -> list(s.engine(User.class) == engine, s.engine(Log.class) == engine("engine2")));
    }
}
