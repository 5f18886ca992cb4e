package org.aludel.itests.corpus.orm.uow;

import static org.aludel.schema.ForeignKeyOption.onUpdate;
import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.string;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.ForeignKeyAction;
import org.aludel.schema.MetaData;

/** Change of the key of a joined subclass, which the database passes on. */
@ScenarioId("uow.joined.passive-updates-51")
final class UowJoinedPassiveUpdates51 extends Scenario {

    @Mapped(table = "person", discriminator = "type", identity = "person")
    static class Person {
        @Id
        String name;

        String type;
    }

    @Mapped(table = "engineer", identity = "engineer")
    static class Engineer extends Person {
        String language;
    }

    @Override
    protected void model(SessionFactoryBuilder model) {
        MetaData tables = new MetaData();
        tables.table("person", column("name", string(50)).primaryKey(), column("type", string(50)));
        tables.table(
                "engineer",
                column("name", string(50)).primaryKey().references("person.name", onUpdate(ForeignKeyAction.CASCADE)),
                column("language", string(50)));
        model.metaData(tables).map(nested());
    }

    private Engineer e;

    @Override
    protected void steps() {
        step(() -> {
            e = (Engineer) s.get(Person.class, "dilbert");
            e.name = "wally";
            e.language = "c++";
            s.flush();
        });
        step(() -> {
            s.commit();
            return list(e.language, identity(e));
        });
    }
}
