package org.aludel.itests.corpus.orm.coll;

import java.util.HashSet;
import java.util.Set;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.History;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Set collection with backref and set operators. */
@ScenarioId("coll.set-01")
final class CollSet01 extends Scenario {

    @Mapped(table = "a")
    static class A {
        @Id
        Integer id;

        @Relationship(backref = "a")
        Set<B> bs = new HashSet<>();
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
    private B b1;
    private B b2;
    private B b3;
    private History<Object> h;

    @Override
    protected void steps() {
        step(() -> {
            a = new A();
            b1 = with(new B(), x1 -> x1.name = "1");
            b2 = with(new B(), x1 -> x1.name = "2");
            b3 = with(new B(), x1 -> x1.name = "3");
            a.bs.add(b1);
            a.bs.add(b1);
            a.bs.addAll(Set.of(b2, b3));
            return list(a.bs.size(), b3.a == a);
        });
        step(() -> {
            a.bs.remove(b2);
            return list(b2.a, a.bs.size());
        });
        step(() -> {
            a.bs.removeAll(Set.of(b3));
            return a.bs.stream().map(b -> b.name).toList().stream().sorted().toList();
        });
        step(() -> {
            s.add(a);
            s.flush();
        });
        step(() -> {
            a.bs = new HashSet<>(Set.of(b1, b2));
            h = s.history(a, "bs", false);
            return list(
                    h.added().stream().map(b -> ((B) b).name).toList(),
                    h.unchanged().stream().map(b -> ((B) b).name).toList(),
                    h.deleted());
        });
        step(() -> s.flush());
        step(() -> {
            s.commit();
            return list(
                    a.bs.stream().map(b -> b.name).toList().stream().sorted().toList(), a.bs instanceof Set);
        });
    }
}
