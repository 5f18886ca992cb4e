package org.aludel.itests.corpus.orm.map;

import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.STRING;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Instrument;
import org.aludel.orm.Mappings;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;

/** A class is mapped once, and to something with a key. */
@Instrument({MapSecondPrimary05.User.class, MapSecondPrimary05.NoPk.class, MapSecondPrimary05.NoPk2.class})
@ScenarioId("map.second-primary-05")
final class MapSecondPrimary05 extends Scenario {

    static class User {
        Integer id;
        String name;
    }

    static class NoPk {
        Integer x;
    }

    static class NoPk2 {
        Integer x;
    }

    private final MetaData tables = new MetaData();
    private final Table users = tables.table("users", column("id", INTEGER).primaryKey(), column("name", STRING));
    private final Table keyless = new MetaData().table("nopk", column("x", INTEGER));

    @Override
    protected void model(SessionFactoryBuilder model) {
        model.with(new Mappings().map(User.class, users));
    }

    @Override
    protected void steps() {
        step(() -> {
            factory(b -> b.with(new Mappings().map(User.class, users).map(User.class, users)));
        });
        step(() -> sessions.mapping(Object.class));
        step(() -> {
            // the classes and the table without a key are above
        });
        step(() -> {
            factory(b -> b.with(new Mappings().map(NoPk.class, keyless)));
        });
        step(() -> factory(b -> b.with(new Mappings().map(NoPk2.class, keyless, m -> m.primaryKey(keyless.c("x")))))
                .mapping(NoPk2.class)
                .primaryKey()
                .stream()
                .map(c -> c.name())
                .toList());
    }
}
