package org.aludel.itests.corpus.orm.coll;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Cascade;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Dictionary keyed by an attribute. */
@ScenarioId("coll.dict-attr-02")
final class CollDictAttr02 extends Scenario {

    @Mapped(table = "a")
    static class A {
        @Id
        Integer id;

        @Relationship(
                backref = "a",
                keyedBy = "name",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        Map<String, B> bs = new HashMap<>();
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
    private B old;
    private B n;

    @Override
    protected void steps() {
        step(() -> {
            a = s.get(A.class, 1);
            return list(a.bs.keySet().stream().sorted().toList(), a.bs.get("y").id);
        });
        step(() -> {
            a.bs.put("w", with(new B(), x1 -> x1.name = "w"));
            old = a.bs.get("x");
            a.bs.put("x", with(new B(), x1 -> x1.name = "x"));
            a.bs.remove("z");
            s.flush();
        });
        step(() -> st(old));
        step(() -> {
            s.commit();
            return new TreeMap<>(a.bs)
                    .entrySet().stream()
                            .map(e -> list(e.getKey(), e.getValue().id))
                            .toList();
        });
        step(() -> {
            n = with(new B(), x1 -> x1.name = "n");
            n.a = a;
            return a.bs.keySet().stream().sorted().toList();
        });
    }
}
