package org.aludel.itests.corpus.orm.uow;

import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Updates with equal column sets are grouped, unequal are not. */
@ScenarioId("uow.batch.update-19")
final class UowBatchUpdate19 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User a;
    private User b;
    private User c;
    private User d;

    @Override
    protected void steps() {
        step(() -> {
            List<User> rows =
                    s.query(User.class).orderBy(UowBatchUpdate19_User_.id).all();
            a = rows.get(0);
            b = rows.get(1);
            c = rows.get(2);
            d = rows.get(3);
            a.name = "1";
            b.name = "2";
            c.password = "p";
            d.name = "4";
            s.flush();
        });
    }
}
