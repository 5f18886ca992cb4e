package org.aludel.itests.corpus.orm.attr;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.BulkReplace;
import org.aludel.orm.CollectionAppend;
import org.aludel.orm.CollectionRemove;
import org.aludel.orm.EventFilter;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.SessionFactoryBuilder;

/** Bulk_replace runs before append/remove and can alter the values. */
@ScenarioId("attr.bulk-replace-16")
final class AttrBulkReplace16 extends Scenario {
    @Mapped(table = "a")
    static class A {
        @Id
        Integer id;

        @Relationship
        List<B> bs = new ArrayList<>();
    }

    @Mapped(table = "b")
    static class B {
        @Id
        Integer id;

        @References("a.id")
        Integer a_id;

        String data;
    }

    private A a;
    private B keep;

    private static B make(Object value) {
        return value instanceof B b ? b : with(new B(), x1 -> x1.data = (String) value);
    }

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
    protected void model(SessionFactoryBuilder model) {
        model.map(nested());
        model.on(BulkReplace.class, EventFilter.of(A.class, "bs"), e -> {
            log("bulk_replace", e.values().size());
            e.values().replaceAll(AttrBulkReplace16::make);
        });
        model.on(CollectionAppend.class, EventFilter.of(A.class, "bs"), e -> {
            log("append", e.isBulk() ? "bulk" : "single", e.value() instanceof B b ? b.data : e.value());
            e.replace(e.isBulk() ? e.value() : make(e.value()));
        });
        model.on(CollectionRemove.class, EventFilter.of(A.class, "bs"), e -> log("remove", ((B) e.value()).data));
    }

    @Override
    protected void steps() {
        step(() -> {
            a = new A();
            raw(a.bs).add("x");
        });
        step(() -> {
            keep = a.bs.get(0);
            a.bs = bs("y", keep, "z");
            return a.bs.stream().map(b -> b.data).toList();
        });
        step(() -> {
            a.bs = bs("q");
            return a.bs.stream().map(b -> b.data).toList();
        });
    }
}
