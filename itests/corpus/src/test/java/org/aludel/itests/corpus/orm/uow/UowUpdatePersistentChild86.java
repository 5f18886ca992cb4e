package org.aludel.itests.corpus.orm.uow;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** A persistent child appended to a new parent. */
@ScenarioId("uow.update.persistent-child-86")
final class UowUpdatePersistentChild86 extends Scenario {

    @Mapped(table = "a")
    static class A {
        @Id
        Integer id;

        String x;

        @Relationship(backref = "a", orderBy = "id")
        List<B> bs = new ArrayList<>();
    }

    @Mapped(table = "b")
    static class B {
        @Id
        Integer id;

        @References("a.id")
        Integer a_id;

        String y;

        @Relationship
        A a;
    }

    private B b;
    private A n;

    @Override
    protected void steps() {
        step(() -> {
            b = s.get(B.class, 1);
            n = with(new A(), x1 -> x1.x = "n");
            n.bs.add(b);
            s.flush();
        });
        step(() -> b.a_id);
        step(() -> s.commit());
    }
}
