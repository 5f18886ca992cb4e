package org.aludel.itests.corpus.orm.ext;

import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.STRING;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Automap;
import org.aludel.orm.Instrument;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;

/** Relations derived from foreign keys. */
@Instrument({ExtAutomap20.Users.class, ExtAutomap20.Addresses.class, ExtAutomap20.Keywords.class})
@ScenarioId("ext.automap-20")
final class ExtAutomap20 extends Scenario {

    static class Users {
        Integer id;
        String name;
        List<Addresses> addresses_collection = new ArrayList<>();
        List<Keywords> keywords_collection = new ArrayList<>();
    }

    static class Addresses {
        Integer id;
        Integer user_id;
        String email;
        Users users;
    }

    static class Keywords {
        Integer id;
        List<Users> users_collection = new ArrayList<>();
    }

    @Override
    protected void model(SessionFactoryBuilder model) {
        MetaData tables = new MetaData();
        tables.table("users", column("id", INTEGER).primaryKey(), column("name", STRING));
        tables.table(
                "addresses",
                column("id", INTEGER).primaryKey(),
                column("user_id", INTEGER).references("users.id"),
                column("email", STRING));
        tables.table("keywords", column("id", INTEGER).primaryKey());
        tables.table(
                "userkeywords",
                column("user_id", INTEGER).references("users.id").primaryKey(),
                column("keyword_id", INTEGER).references("keywords.id").primaryKey());
        model.with(Automap.of(tables)
                .map(Users.class, Addresses.class, Keywords.class)
                .mappings());
    }

    private Users u;

    @Override
    protected void steps() {
        step(() -> {
            u = with(new Users(), x -> x.name = "user1");
            Addresses a = with(new Addresses(), x -> x.email = "test");
            u.addresses_collection.add(a);
            return a.users == u;
        });
        step(() -> {
            s.add(u);
            s.commit();
        });
        step(() -> sessions.mapping(Users.class).relations().stream()
                .map(r -> r.name())
                .sorted()
                .toList());
        step(() -> sessions.mapping(Keywords.class)
                .relation("users_collection")
                .secondary()
                .name());
    }
}
