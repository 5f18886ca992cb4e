package org.aludel.itests.corpus.orm.uow;

import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.RefreshFlush;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;

/** Post_update fires onupdate and the new value is available. */
@ScenarioId("uow.cycle.postupdate-onupdate-33")
final class UowCyclePostupdateOnupdate33 extends Scenario {

    @Mapped(table = "a")
    static class A {
        @Id
        Integer id;

        @References("b.id")
        Integer favorite_b_id;

        @Relationship
        List<B> bs = new ArrayList<>();

        @Relationship(foreignKey = "favorite_b_id", postUpdate = true)
        B favorite_b;

        Integer updated;
    }

    @Mapped(table = "b")
    static class B {
        @Id
        Integer id;

        @References("a.id")
        Integer a_id;
    }

    private int counter = 100;

    @Override
    protected void model(SessionFactoryBuilder model) {
        MetaData tables = new MetaData();
        tables.table(
                "a",
                column("id", INTEGER).primaryKey(),
                column("favorite_b_id", INTEGER).references("b.id"),
                column("updated", INTEGER).onUpdateFrom(() -> counter++));
        model.metaData(tables).map(nested());
    }

    @Override
    protected Session open() {
        Session session = super.open();
        sessions.on(
                RefreshFlush.class,
                e -> log(
                        "refresh_flush",
                        e.attributes().stream()
                                .sorted()
                                .map(name -> "'" + name + "'")
                                .toList()));
        return session;
    }

    private A a1;
    private B b1;

    @Override
    protected void steps() {
        step(() -> {
            a1 = new A();
            b1 = new B();
            a1.bs.add(b1);
            a1.favorite_b = b1;
            s.add(a1);
            s.flush();
        });
        step(() -> a1.updated);
        step(() -> s.commit());
    }
}
