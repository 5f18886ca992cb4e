package org.aludel.itests.corpus.orm.rel;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** One-to-one by uselist=False. */
@ScenarioId("rel.uselist-11")
final class RelUselist11 extends Scenario {

    @Mapped(table = "p")
    static class P {
        @Id
        Integer id;

        @Relationship
        C c;
    }

    @Mapped(table = "c")
    static class C {
        @Id
        Integer id;

        @References("p.id")
        Integer p_id;
    }

    private P p;

    @Override
    protected void steps() {
        step(() -> {
            p = s.get(P.class, 1);
            return p.c;
        });
        step(() -> s.get(P.class, 2).c);
        step(() -> s.get(P.class, 3).c);
        step(() -> {
            p.c = new C();
            s.flush();
        });
    }
}
