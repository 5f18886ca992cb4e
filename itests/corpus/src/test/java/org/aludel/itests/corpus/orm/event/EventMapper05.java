package org.aludel.itests.corpus.orm.event;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.AfterDelete;
import org.aludel.orm.AfterInsert;
import org.aludel.orm.AfterUpdate;
import org.aludel.orm.BeforeDelete;
import org.aludel.orm.BeforeInsert;
import org.aludel.orm.BeforeUpdate;
import org.aludel.orm.EventFilter;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.SessionFactoryBuilder;

/** Mapper events around the statements. */
@ScenarioId("event.mapper-05")
final class EventMapper05 extends Scenario {
    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User n;

    @Override
    protected void model(SessionFactoryBuilder model) {
        model.map(nested());
        model.on(BeforeInsert.class, e -> tell("before_insert", e.target()));
        model.on(AfterInsert.class, e -> tell("after_insert", e.target()));
        model.on(BeforeUpdate.class, e -> tell("before_update", e.target()));
        model.on(AfterUpdate.class, e -> tell("after_update", e.target()));
        model.on(BeforeDelete.class, e -> tell("before_delete", e.target()));
        model.on(AfterDelete.class, e -> tell("after_delete", e.target()));
        model.on(BeforeInsert.class, EventFilter.of(User.class), e -> ((User) e.target()).password = "generated");
    }

    private void tell(String event, Object target) {
        log(event, ((User) target).name, ((User) target).id);
    }

    @Override
    protected void steps() {
        step(() -> {
            n = with(new User(), x1 -> x1.name = "n");
            s.add(n);
            s.flush();
        });
        step(() -> n.password);
        step(() -> {
            n.name = "n2";
            s.flush();
        });
        step(() -> {
            n.name = "n2";
            s.flush();
        });
        step(() -> {
            s.delete(n);
            s.flush();
        });
    }
}
