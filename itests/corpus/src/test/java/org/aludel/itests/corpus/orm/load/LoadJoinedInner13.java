package org.aludel.itests.corpus.orm.load;

import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.orm.Orm.lazyLoad;

import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.LoadStrategy;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** INNER JOIN eager loading. */
@ScenarioId("load.joined.inner-13")
final class LoadJoinedInner13 extends Scenario {

    @Mapped(table = "child")
    static class Child {
        @Id
        Integer id;
    }

    @Mapped(table = "parent")
    static class Parent {
        @Id
        Integer id;

        @Col(nullable = false)
        @References("child.id")
        Integer child_id;

        @Relationship(load = LoadStrategy.JOINED, innerJoin = true)
        Child child;

        @Relationship(viewOnly = true)
        Child child2;
    }

    private List<Parent> p;

    @Override
    protected void steps() {
        step(() -> {
            p = s.query(Parent.class).all();
            return p.get(0).child;
        });
        step(() -> {
            s.clear();
            p = s.query(Parent.class)
                    .options(joinedLoad(LoadJoinedInner13_Parent_.child).outerJoin())
                    .all();
        });
        step(() -> {
            s.clear();
            p = s.query(Parent.class)
                    .options(
                            lazyLoad(LoadJoinedInner13_Parent_.child),
                            joinedLoad(LoadJoinedInner13_Parent_.child2).innerJoin())
                    .all();
            return p.get(0).child2;
        });
        step(() -> {
            s.clear();
            p = s.query(Parent.class)
                    .options(joinedLoad(LoadJoinedInner13_Parent_.child))
                    .all();
        });
    }
}
