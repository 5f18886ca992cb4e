package org.aludel.itests.corpus.orm.rel;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;

/** No foreign key between the tables. */
@ScenarioId("rel.nofk-06")
final class RelNofk06 extends Scenario {

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
    }
}
