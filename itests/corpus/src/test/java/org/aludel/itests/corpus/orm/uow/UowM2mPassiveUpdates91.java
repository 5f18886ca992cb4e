package org.aludel.itests.corpus.orm.uow;

import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.string;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Relationship;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;

/** Primary key change with a many-to-many, passive_updates=False. */
@ScenarioId("uow.m2m.passive-updates-91")
final class UowM2mPassiveUpdates91 extends Scenario {

    @Mapped(table = "u")
    static class U {
        @Id
        String name;

        @Relationship(secondary = "assoc", passiveUpdates = false)
        List<K> ks = new ArrayList<>();
    }

    @Mapped(table = "k")
    static class K {
        @Id
        String name;
    }

    private U u;

    @Override
    protected void model(SessionFactoryBuilder model) {
        MetaData tables = new MetaData();
        tables.table(
                "assoc",
                column("u", string(255)).references("u.name").primaryKey(),
                column("k", string(255)).references("k.name").primaryKey());
        model.metaData(tables).map(nested());
    }

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(U.class, "u1");
            u.name = "u2";
            s.flush();
        });
        step(() -> s.commit());
    }
}
