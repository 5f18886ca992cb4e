package org.aludel.itests.corpus.orm.coll;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Duplicates in a list. */
@ScenarioId("coll.list-duplicates-09")
final class CollListDuplicates09 extends Scenario {

    @Mapped(table = "a")
    static class A {
        @Id
        Integer id;

        @Relationship(backref = "a", orderBy = "id")
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

        @Relationship
        A a;
    }

    private A a;
    private B b;

    @Override
    protected void steps() {
        step(() -> {
            a = new A();
            b = with(new B(), x1 -> x1.name = "dup");
            a.bs.add(b);
            a.bs.add(b);
            return a.bs.size();
        });
        step(() -> {
            s.add(a);
            s.flush();
        });
        step(() -> {
            a.bs.remove(b);
            return list(a.bs.size(), b.a);
        });
        step(() -> s.flush());
        step(() -> {
            s.commit();
            return a.bs.size();
        });
    }
}
