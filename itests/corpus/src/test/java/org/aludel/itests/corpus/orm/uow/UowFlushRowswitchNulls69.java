package org.aludel.itests.corpus.orm.uow;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Row switch: attributes given as None are written as NULL. */
@ScenarioId("uow.flush.rowswitch-nulls-69")
final class UowFlushRowswitchNulls69 extends Scenario {

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
            s.delete(u);
            s.add(with(new User(), x1 -> {
                x1.id = 7;
                x1.name = "replacement";
                x1.password = null;
            }));
            s.flush();
        });
        step(() -> {
            s.commit();
            return s.query(
                            UowFlushRowswitchNulls69_User_.id,
                            UowFlushRowswitchNulls69_User_.name,
                            UowFlushRowswitchNulls69_User_.password)
                    .filter(UowFlushRowswitchNulls69_User_.id.eq(7))
                    .all();
        });
    }
}
