package org.aludel.itests.corpus.orm.map;

import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Unmapped;

/** A plain class with two subclasses, each mapped to a table. */
@ScenarioId("map.entity-name-10")
final class MapEntityName10 extends Scenario {

    static class Thing {
        @Unmapped
        String greeting = "hello";

        String hello(String name) {
            return greeting + " " + name;
        }
    }

    @Mapped(table = "thing1")
    static class Thing1 extends Thing {
        @Id
        Integer id;

        String name;
    }

    @Mapped(table = "thing2")
    static class Thing2 extends Thing {
        @Id
        Integer id;

        String name;
    }

    @Override
    protected void steps() {
        step(() -> {
            s.addAll(List.of(with(new Thing1(), x -> x.name = "a"), with(new Thing2(), x -> x.name = "b")));
            s.commit();
            Thing1 one = s.query(Thing1.class).one();
            Thing2 two = s.query(Thing2.class).one();
            return list(one.hello(one.name), two.hello(two.name));
        });
    }
}
