package org.aludel.itests.corpus.orm.bulk;

import static org.aludel.orm.Orm.set;
import static org.aludel.sql.Sql.upper;

import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Synchronize;

/** Synchronize_session='fetch'. */
@ScenarioId("bulk.update-fetch-02")
final class BulkUpdateFetch02 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User jack;
    private User ed;
    private User fred;
    private User chuck;

    @Override
    protected void steps() {
        step(() -> {
            List<User> rows =
                    s.query(User.class).orderBy(BulkUpdateFetch02_User_.id).all();
            jack = rows.get(0);
            ed = rows.get(1);
            fred = rows.get(2);
            chuck = rows.get(3);
            return s.query(User.class)
                    .filter(BulkUpdateFetch02_User_.name.like("%ed"))
                    .update(Synchronize.FETCH, set(BulkUpdateFetch02_User_.name, upper(BulkUpdateFetch02_User_.name)));
        });
        step(() -> list(ed.name, fred.name, jack.name));
        step(() -> s.commit());
    }
}
