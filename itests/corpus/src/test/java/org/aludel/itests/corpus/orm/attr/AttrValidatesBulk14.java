package org.aludel.itests.corpus.orm.attr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Unmapped;
import org.aludel.orm.Validates;

/** Bulk set converts every member, also the ones already there. */
@ScenarioId("attr.validates-bulk-14")
final class AttrValidatesBulk14 extends Scenario {
    @Mapped(table = "a")
    static class A {
        @Id
        Integer id;

        @Relationship(orderBy = "id")
        List<B> bs = new ArrayList<>();

        @Unmapped
        Consumer<Object> seen = any -> {};

        @Validates("bs")
        private B convert(Object value) {
            Object data = value instanceof Map<?, ?> map ? map.get("data") : ((B) value).data;
            seen.accept(data);
            return value instanceof B b ? b : with(new B(), x1 -> x1.data = (String) data);
        }
    }

    @Mapped(table = "b")
    static class B {
        @Id
        Integer id;

        @References("a.id")
        Integer a_id;

        String data;
    }

    private A a1;
    private B b1;
    private B b2;
    private B b3;

    /** A list into which a program has put what is no B. */
    @SuppressWarnings("unchecked")
    private static List<Object> raw(List<B> bs) {
        return (List<Object>) (List<?>) bs;
    }

    @SuppressWarnings("unchecked")
    private static List<B> bs(Object... values) {
        return (List<B>) (List<?>) new ArrayList<>(List.of(values));
    }

    @Override
    protected void steps() {
        step(() -> {
            a1 = new A();
            a1.seen = data -> log("validate", data);
            raw(a1.bs).add(Map.of("data", "b1"));
            return a1.bs.stream().map(b -> b.data).toList();
        });
        step(() -> {
            a1.bs = bs(Map.of("data", "b1"), Map.of("data", "b2"));
            return a1.bs.stream().map(b -> b.data).toList();
        });
        step(() -> {
            b1 = with(new B(), x1 -> x1.data = "one");
            b2 = with(new B(), x1 -> x1.data = "two");
            a1.bs = new ArrayList<>(List.of(b1, b2));
        });
        step(() -> {
            b3 = with(new B(), x1 -> x1.data = "three");
            a1.bs = new ArrayList<>(List.of(b2, b3));
            return a1.bs.stream().map(b -> b.data).toList();
        });
        step(() -> {
            s.add(a1);
            s.flush();
        });
    }
}
