package org.aludel.itests.corpus.orm.rel;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Cascade;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** One-to-one with delete-orphan: replacing and clearing. */
@ScenarioId("rel.o2o-orphan-26")
final class RelO2oOrphan26 extends Scenario {

    @Mapped(table = "p")
    static class P {
        @Id
        Integer id;

        @Relationship(
                backref = "p",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        C c;
    }

    @Mapped(table = "c")
    static class C {
        @Id
        Integer id;

        @References("p.id")
        Integer p_id;

        @Relationship
        P p;
    }

    private P p;
    private C old;

    @Override
    protected void steps() {
        step(() -> {
            p = with(new P(), x1 -> x1.c = new C());
            s.add(p);
            s.commit();
        });
        step(() -> {
            old = p.c;
            p.c = new C();
            s.flush();
            return st(old);
        });
        step(() -> {
            p.c = null;
            s.flush();
        });
        step(() -> {
            s.commit();
            return s.query(C.class).count();
        });
    }
}
