package org.aludel.itests.corpus.orm.coll;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Every list mutation is tracked. */
@ScenarioId("coll.list-ops-08")
final class CollListOps08 extends Scenario {

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
    private List<B> b;
    private B p;
    private B q;

    @Override
    protected void steps() {
        step(() -> {
            a = new A();
            b = IntStream.range(0, 8)
                    .mapToObj(i -> with(new B(), x1 -> x1.name = "" + i))
                    .toList();
            a.bs.addAll(b.subList(0, 4));
            a.bs.add(0, b.get(4));
            a.bs.addAll(List.of(b.get(5)));
            return list(
                    a.bs.stream().map(x -> x.name).toList(),
                    b.stream().map(x -> x.a == a).toList());
        });
        step(() -> {
            p = a.bs.remove(a.bs.size() - 1);
            q = a.bs.remove(0);
            return list(p.name, q.name, p.a, q.a);
        });
        step(() -> {
            a.bs.set(0, b.get(6));
            return list(b.get(0).a, b.get(6).a == a);
        });
        step(() -> {
            a.bs.subList(1, 3).clear();
            a.bs.add(1, b.get(7));
            return list(
                    a.bs.stream().map(x -> x.name).toList(),
                    b.stream().filter(x -> x.a == a).map(x -> x.name).toList());
        });
        step(() -> {
            a.bs.subList(0, 1).clear();
            return a.bs.stream().map(x -> x.name).toList();
        });
        step(() -> {
            a.bs.clear();
            return b.stream().filter(x -> x.a == a).map(x -> x.name).toList();
        });
    }
}
