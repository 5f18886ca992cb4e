package org.aludel.itests.corpus.orm.uow;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** An INSERT which leaves a NULL primary key is an error. */
@ScenarioId("uow.flush.null-identity-82")
final class UowFlushNullIdentity82 extends Scenario {

    @Mapped(table = "t")
    static class T {
        @Id
        String code;

        Integer x;
    }

    @Override
    protected void steps() {
        step(() -> {
            s.add(with(new T(), x1 -> x1.x = 1));
        });
        step(() -> s.flush());
        step(() -> s.rollback());
    }
}
