package org.aludel.itests.corpus.orm.uow;

import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Updates are emitted in primary key order. */
@ScenarioId("uow.order.update-pk-order-15")
final class UowOrderUpdatePkOrder15 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private List<User> l;

    @Override
    protected void steps() {
        step(() -> {
            l = s.query(User.class)
                    .orderBy(UowOrderUpdatePkOrder15_User_.id.desc())
                    .all();
            for (User u : l) {
                u.name = u.name.toUpperCase();
            }
            s.flush();
        });
    }
}
