package org.aludel.itests.corpus.orm.uow;

import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Many-to-one reassignment changes the child's composite primary key. */
@ScenarioId("uow.mutablepk.o2m-pk-48")
final class UowMutablepkO2mPk48 extends Scenario {

    @Mapped(table = "p")
    static class P {
        @Id
        Integer id;
    }

    @Mapped(table = "c")
    static class C {
        @Id
        @References("p.id")
        Integer p_id;

        @Id
        Integer n;

        @Relationship
        P p;
    }

    private C c;

    @Override
    protected void steps() {
        step(() -> {
            c = s.get(C.class, List.of(1, 5));
            c.p = s.get(P.class, 2);
            s.flush();
            return identity(c);
        });
        step(() -> s.commit());
    }
}
