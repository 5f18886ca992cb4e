package org.aludel.itests.corpus.orm.ext;

import static org.aludel.sql.Sql.ddl;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.DdlEvent;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;

/** DDL events around create_all with mapped classes. */
@ScenarioId("ext.ddl-24")
final class ExtDdl24 extends Scenario {

    private final MetaData tables = new MetaData();

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
    }

    @Override
    protected void model(SessionFactoryBuilder model) {
        tables.on(DdlEvent.BEFORE_CREATE, connection -> log("before_create"));
        model.metaData(tables).map(User.class);
    }

    @Override
    protected Session open() {
        Session opened = super.open();
        Table users = tables.table("users");
        users.on(DdlEvent.AFTER_CREATE, ddl("CREATE INDEX ix_late ON users (name)"));
        users.on(DdlEvent.AFTER_CREATE, ddl("CREATE SOMETHING FOR PG").onlyOn("postgresql"));
        return opened;
    }

    @Override
    protected void steps() {
        step(() -> tables.dropAll(engine));
        step(() -> tables.createAll(engine));
    }
}
