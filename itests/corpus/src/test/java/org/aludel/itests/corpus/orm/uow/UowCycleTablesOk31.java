package org.aludel.itests.corpus.orm.uow;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Tables depend on each other but the rows do not. */
@ScenarioId("uow.cycle.tables-ok-31")
final class UowCycleTablesOk31 extends Scenario {

    @Mapped(table = "person")
    static class Person {
        @Id
        Integer id;

        String data;

        @References("ball.id")
        Integer favorite_ball_id;

        @Relationship(orderBy = "id")
        List<Ball> balls = new ArrayList<>();

        @Relationship(foreignKey = "favorite_ball_id")
        Ball favorite;
    }

    @Mapped(table = "ball")
    static class Ball {
        @Id
        Integer id;

        @References("person.id")
        Integer person_id;

        String data;
    }

    private Person p;
    private Ball b;
    private Person p2;

    @Override
    protected void steps() {
        step(() -> {
            p = with(new Person(), x1 -> x1.data = "p");
            b = with(new Ball(), x1 -> x1.data = "b");
            p.balls.add(b);
            s.add(p);
            s.flush();
        });
        step(() -> {
            p2 = with(new Person(), x1 -> {
                x1.data = "p2";
                x1.favorite = b;
            });
            s.add(p2);
            s.flush();
        });
    }
}
