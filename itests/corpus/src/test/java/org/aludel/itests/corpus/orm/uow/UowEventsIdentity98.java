package org.aludel.itests.corpus.orm.uow;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Insert with client-side key inside the same flush as its child. */
@ScenarioId("uow.events.identity-98")
final class UowEventsIdentity98 extends Scenario {

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

    private A a;

    @Override
    protected void steps() {
        step(() -> {
            a = with(new A(), x1 -> {
                x1.id = 50;
                x1.x = "k";
            });
            a.bs.add(with(new B(), x1 -> x1.id = 60));
            a.bs.add(with(new B(), x1 -> x1.id = 61));
            s.add(a);
            s.flush();
        });
        step(() -> s.commit());
    }
}
