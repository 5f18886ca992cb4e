package org.aludel.itests.corpus.orm.cascade;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Cascade;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Cascade delete through two levels, with unloaded collections. */
@ScenarioId("cascade.delete-04")
final class CascadeDelete04 extends Scenario {

    @Mapped(table = "a")
    static class A {
        @Id
        Integer id;

        @Relationship(
                cascade = {Cascade.ALL},
                orderBy = "id")
        List<B> bs = new ArrayList<>();
    }

    @Mapped(table = "b")
    static class B {
        @Id
        Integer id;

        @References("a.id")
        Integer a_id;

        @Relationship(
                cascade = {Cascade.ALL},
                orderBy = "id")
        List<C> cs = new ArrayList<>();
    }

    @Mapped(table = "c")
    static class C {
        @Id
        Integer id;

        @References("b.id")
        Integer b_id;
    }

    private A a;

    @Override
    protected void steps() {
        step(() -> {
            a = s.get(A.class, 1);
            s.delete(a);
        });
        step(() -> s.flush());
        step(() -> s.commit());
    }
}
