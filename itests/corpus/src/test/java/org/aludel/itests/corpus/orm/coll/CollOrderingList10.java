package org.aludel.itests.corpus.orm.coll;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Ordering_list maintains a position column. */
@ScenarioId("coll.ordering-list-10")
final class CollOrderingList10 extends Scenario {

    @Mapped(table = "a")
    static class A {
        @Id
        Integer id;

        @Relationship(orderBy = "pos", position = "pos")
        List<B> bs = new ArrayList<>();
    }

    @Mapped(table = "b")
    static class B {
        @Id
        Integer id;

        @References("a.id")
        Integer a_id;

        String name;
        Integer pos;
    }

    private A a;

    @Override
    protected void steps() {
        step(() -> {
            a = s.get(A.class, 1);
            a.bs.add(1, with(new B(), x1 -> x1.name = "new"));
            return a.bs.stream().map(b -> list(b.name, b.pos)).toList();
        });
        step(() -> s.flush());
        step(() -> {
            a.bs.remove(0);
            return a.bs.stream().map(b -> list(b.name, b.pos)).toList();
        });
        step(() -> {
            s.commit();
            return a.bs.stream().map(b -> list(b.name, b.pos)).toList();
        });
    }
}
