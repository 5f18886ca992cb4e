package org.aludel.itests.corpus.orm.uow;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Deletes of one table are grouped into one executemany. */
@ScenarioId("uow.batch.delete-20")
final class UowBatchDelete20 extends Scenario {

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
            for (User u : s.query(User.class).all()) {
                s.delete(u);
            }
            s.flush();
        });
        step(() -> s.commit());
    }
}
