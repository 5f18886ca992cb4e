package org.aludel.itests.corpus.orm.uow;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Cascade;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** An object with two delete-orphan parents. */
@ScenarioId("uow.orphan.two-parents-92")
final class UowOrphanTwoParents92 extends Scenario {

    @Mapped(table = "p1")
    static class P1 {
        @Id
        Integer id;

        @Relationship(
                backref = "p1",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        List<C> cs = new ArrayList<>();
    }

    @Mapped(table = "p2")
    static class P2 {
        @Id
        Integer id;

        @Relationship(
                backref = "p2",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        List<C> cs = new ArrayList<>();
    }

    @Mapped(table = "c")
    static class C {
        @Id
        Integer id;

        @References("p1.id")
        Integer p1_id;

        @References("p2.id")
        Integer p2_id;

        @Relationship
        P1 p1;

        @Relationship
        P2 p2;
    }

    private P1 a;
    private P2 b;
    private C c;

    @Override
    protected void steps() {
        step(() -> {
            a = new P1();
            b = new P2();
            c = new C();
            a.cs.add(c);
            b.cs.add(c);
            s.addAll(a, b);
            s.commit();
        });
        step(() -> {
            a.cs.remove(c);
            s.flush();
            return st(c);
        });
        step(() -> s.commit());
    }
}
