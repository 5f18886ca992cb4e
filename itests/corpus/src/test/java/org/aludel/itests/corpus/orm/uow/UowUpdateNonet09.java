package org.aludel.itests.corpus.orm.uow;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Setting an attribute to its current value emits no UPDATE. */
@ScenarioId("uow.update.nonet-09")
final class UowUpdateNonet09 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User u;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 7);
            u.name = "jack";
            return list(s.modifiedObjects().contains(u), s.isModified(u), hist(u, "name"));
        });
        step(() -> s.flush());
        step(() -> {
            u.name = "other";
            u.name = "jack";
            return list(s.modifiedObjects().contains(u), s.isModified(u), hist(u, "name"));
        });
        step(() -> {
            s.flush();
            return s.modifiedObjects().contains(u);
        });
    }
}
