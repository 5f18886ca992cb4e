package org.aludel.itests.corpus.orm.bulk;

import java.util.Map;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.AfterBulkDelete;
import org.aludel.orm.AfterBulkUpdate;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** After_bulk_update/after_bulk_delete session events. */
@ScenarioId("bulk.events-14")
final class BulkEvents14 extends Scenario {

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
            s.on(AfterBulkUpdate.class, e -> log("after_bulk_update", e.rowCount()));
            s.on(AfterBulkDelete.class, e -> log("after_bulk_delete", e.rowCount()));
            return s.query(User.class).filter(BulkEvents14_User_.id.lt(9)).update(Map.of("name", "x"));
        });
        step(() -> s.query(User.class).filter(BulkEvents14_User_.id.eq(10)).delete());
    }
}
