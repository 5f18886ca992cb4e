package org.aludel.itests.corpus.orm.event;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.BeforeInsert;
import org.aludel.orm.EventFilter;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.SessionFactoryBuilder;

/** An exception in a flush event rolls back. */
@ScenarioId("event.veto-16")
final class EventVeto16 extends Scenario {
    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    @Override
    protected void model(SessionFactoryBuilder model) {
        model.map(nested());
        model.on(BeforeInsert.class, EventFilter.of(User.class), e -> {
            if ("bad".equals(((User) e.target()).name)) {
                throw new IllegalArgumentException("vetoed");
            }
        });
    }

    @Override
    protected void steps() {
        step(() -> {
            s.addAll(with(new User(), x1 -> x1.name = "good"), with(new User(), x1 -> x1.name = "bad"));
        });
        step(() -> s.flush());
        step(() -> {
            s.rollback();
            return s.query(User.class).count();
        });
    }
}
