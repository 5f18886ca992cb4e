package org.aludel.itests.corpus.orm.uow;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Mutually dependent rows: post_update on the many-to-one side. */
@ScenarioId("uow.cycle.postupdate-27")
final class UowCyclePostupdate27 extends Scenario {

    @Mapped(table = "person")
    static class Person {
        @Id
        Integer id;

        String data;

        @References("ball.id")
        Integer favorite_ball_id;

        @Relationship(orderBy = "id")
        List<Ball> balls = new ArrayList<>();

        @Relationship(foreignKey = "favorite_ball_id", postUpdate = true)
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

    private Ball b1;
    private Ball b2;
    private Person p;

    @Override
    protected void steps() {
        step(() -> {
            b1 = with(new Ball(), x1 -> x1.data = "b1");
            b2 = with(new Ball(), x1 -> x1.data = "b2");
            p = with(new Person(), x1 -> {
                x1.data = "p";
                x1.balls = new ArrayList<>(List.of(b1, b2));
            });
            p.favorite = b2;
            s.add(p);
            s.flush();
        });
        step(() -> list(p.favorite_ball_id.equals(b2.id), b1.person_id));
        step(() -> s.commit());
    }
}
