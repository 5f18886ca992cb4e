package org.aludel.itests.corpus.orm.cascade;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Cascade;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;

/** Delete-orphan on many-to-one without single_parent is refused. */
@ScenarioId("cascade.orphan-config-07")
final class CascadeOrphanConfig07 extends Scenario {

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

        @Relationship(cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        B b;
    }

    @Override
    protected Session open() {
        return null;
    }

    @Override
    protected void steps() {
        step(() -> {
            factory(b -> b.map(nested()));
        });
        step(() -> {
            Cascade.valueOf("BOGUS");
        });
    }
}
