package org.aludel.itests.corpus.orm.uow;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Replacing a many-to-one and deleting its old target. */
@ScenarioId("uow.update.m2o-replace-delete-85")
final class UowUpdateM2oReplaceDelete85 extends Scenario {

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
    private A old;

    @Override
    protected void steps() {
        step(() -> {
            b = s.get(B.class, 3);
            old = b.a;
            b.a = with(new A(), x1 -> x1.x = "new");
            s.delete(old);
            s.flush();
        });
        step(() -> s.commit());
    }
}
