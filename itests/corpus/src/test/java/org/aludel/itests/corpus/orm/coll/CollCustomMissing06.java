package org.aludel.itests.corpus.orm.coll;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.CollectionClass;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Orm;
import org.aludel.orm.References;
import org.aludel.orm.Session;

/** A custom class without the needed roles. */
@ScenarioId("coll.custom-missing-06")
final class CollCustomMissing06 extends Scenario {

    static class Broken {
        void stuff() {}
    }

    @Mapped(table = "a")
    static class A {
        @Id
        Integer id;

        Broken bs;
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

    @Override
    protected Session open() {
        return null;
    }

    @Override
    protected void steps() {
        step(() -> {
            sessions = factory(model -> model.map(A.class, B.class)
                    .configure(
                            A.class,
                            m -> m.property(
                                    "bs", Orm.relationship(B.class).collection(CollectionClass.of(Broken::new)))));
            return new A().bs;
        });
    }
}
