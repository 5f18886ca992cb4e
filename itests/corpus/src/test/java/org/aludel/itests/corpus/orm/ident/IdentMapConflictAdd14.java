package org.aludel.itests.corpus.orm.ident;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Adding a detached object when another with the same key is present. */
@ScenarioId("ident.map.conflict-add-14")
final class IdentMapConflictAdd14 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User a;
    private User b;

    @Override
    protected void steps() {
        step(() -> {
            a = s.get(User.class, 7);
            s.expunge(a);
            b = s.get(User.class, 7);
            return a == b;
        });
        step(() -> {
            s.add(a);
        });
        step(() -> s.merge(a) == b);
    }
}
