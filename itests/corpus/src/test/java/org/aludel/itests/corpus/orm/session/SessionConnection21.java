package org.aludel.itests.corpus.orm.session;

import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.text;

import org.aludel.engine.Connection;
import org.aludel.engine.Transaction;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Session;

/** Session joined into an external transaction. */
@ScenarioId("session.connection-21")
final class SessionConnection21 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private Connection conn;
    private Transaction trans;
    private Session s2;

    @Override
    protected void steps() {
        step(() -> {
            conn = engine.connect();
            trans = conn.begin();
            conn.execute(sessions.metaData().table("users").insert(), params("name", "core"));
            s2 = sessions.open(conn);
            s2.add(with(new User(), x1 -> x1.name = "orm"));
            s2.commit();
        });
        step(() -> s2.query(User.class).count());
        step(() -> {
            s2.close();
            trans.rollback();
            conn.close();
        });
        step(() -> s.query(User.class).count());
        step(() -> s.connection().execute(text("select 42")).scalar());
    }
}
