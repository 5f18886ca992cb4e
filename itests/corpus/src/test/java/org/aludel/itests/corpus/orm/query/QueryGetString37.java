package org.aludel.itests.corpus.orm.query;

import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Get() with a key of another type. */
@ScenarioId("query.get-string-37")
final class QueryGetString37 extends Scenario {

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
            User u = s.get(User.class, 7);
            return s.get(User.class, "7") == u;
        });
        step(() -> s.get(User.class, List.of(7, 8)));
    }
}
