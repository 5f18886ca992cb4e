package org.aludel.itests.corpus.orm.event;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.AfterCommit;
import org.aludel.orm.AfterRollback;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Attribute state in after_commit and after_rollback. */
@ScenarioId("event.rollback-state-03")
final class EventRollbackState03 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User user;

    @Override
    protected void steps() {
        step(() -> {
            user = s.query(User.class)
                    .filter(EventRollbackState03_User_.name.eq("jack"))
                    .first();
            s.on(
                    AfterRollback.class,
                    e -> log("after_rollback", loaded(user).contains("name") ? user.name : "<unloaded>"));
            s.on(AfterCommit.class, e -> log("after_commit", loaded(user).contains("name") ? user.name : "<unloaded>"));
        });
        step(() -> {
            user.name = "changed";
            s.rollback();
        });
        step(() -> {
            String read = user.name;
            s.commit();
        });
        step(() -> loaded(user));
    }
}
