package org.aludel.itests.corpus.orm.uow;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Deleting a child does not load or touch the parent. */
@ScenarioId("uow.delete.child-only-87")
final class UowDeleteChildOnly87 extends Scenario {

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

    @Override
    protected void steps() {
        step(() -> {
            b = s.get(B.class, 1);
            s.delete(b);
            s.flush();
        });
        step(() -> s.commit());
    }
}
