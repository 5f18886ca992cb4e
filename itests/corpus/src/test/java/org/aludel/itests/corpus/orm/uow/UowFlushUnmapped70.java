package org.aludel.itests.corpus.orm.uow;

import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Adding an unmapped instance. */
@ScenarioId("uow.flush.unmapped-70")
final class UowFlushUnmapped70 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    static class Foo {}

    @Override
    protected void steps() {
        step(() -> {});
        step(() -> {
            s.add(new Foo());
        });
        step(() -> s.query(Foo.class));
        step(() -> s.get(User.class, List.of(7, 8)));
    }
}
