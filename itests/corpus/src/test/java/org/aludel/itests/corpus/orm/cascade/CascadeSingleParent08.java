package org.aludel.itests.corpus.orm.cascade;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Cascade;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Single_parent refuses a second parent. */
@ScenarioId("cascade.single-parent-08")
final class CascadeSingleParent08 extends Scenario {

    @Mapped(table = "b")
    static class B {
        @Id
        Integer id;
    }

    @Mapped(table = "a")
    static class A {
        @Id
        Integer id;

        @References("b.id")
        Integer b_id;

        @Relationship(
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
                singleParent = true)
        B b;
    }

    private B b;
    private A a;
    private A a2;

    @Override
    protected void steps() {
        step(() -> {
            b = new B();
            a = with(new A(), x1 -> x1.b = b);
            s.add(a);
            s.flush();
        });
        step(() -> {
            a2 = with(new A(), x1 -> x1.b = b);
        });
    }
}
