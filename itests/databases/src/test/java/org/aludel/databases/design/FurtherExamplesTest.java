package org.aludel.databases.design;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.TwoPhase;
import org.aludel.engine.TwoPhaseTransaction;
import org.aludel.orm.Col;
import org.aludel.orm.Composite;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.Version;
import org.aludel.schema.Inspector;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.junit.jupiter.api.Test;

/** What the examples of section 5 of the design end with: reflection, two phases, and the members it names in passing. */
class FurtherExamplesTest {

    @Test
    void reflectionAndTwoPhases() {
        MetaData metadata = new MetaData();
        Table users = metadata.table("users", column("id", INTEGER).primaryKey(), column("name", string(50)));
        try (Engine e1 = Engine.create("h2:///mem:further1");
                Engine e2 = Engine.create("h2:///mem:further2")) {
            metadata.createAll(e1);
            metadata.createAll(e2);
            Table found = Table.reflect("users", new MetaData(), e1);
            assertThat(found.columns()).hasSize(2);
            Inspector inspector = Inspector.of(e1);
            assertThat(inspector.tables()).map(String::toLowerCase).contains("users");
            try (TwoPhase tp = TwoPhase.begin(e1, e2)) {
                tp.on(e1).execute(users.insert(), params("name", "here"));
                tp.on(e2).execute(users.insert(), params("name", "there"));
                tp.commit();
            }
            try (Connection conn = e1.connect();
                    TwoPhaseTransaction raw = conn.beginTwoPhase()) {
                conn.execute(users.insert(), params("name", "raw"));
                raw.prepare();
                raw.rollback();
            }
            for (Engine engine : List.of(e1, e2)) {
                long n =
                        engine.inTransaction(conn -> conn.execute(users.count()).scalar(Long.class));
                assertThat(n).isEqualTo(1);
            }
        }
    }

    record Home(String street, String city) {}

    @Mapped(table = "ships", discriminator = "kind", identity = "ship")
    static class Ship {
        @Id
        Integer id;

        @Col(length = 40, unique = true)
        String name;

        @Col(precision = 12, scale = 2)
        BigDecimal worth;

        @Col(json = true)
        String papers;

        @Version
        int version;

        @Composite(prefix = "home_")
        Home home;

        @References(value = "sailors.id", deferrable = true)
        Integer captainId;

        @References("sailors.id")
        Integer cookId;

        @Relationship(foreignKey = "captainId")
        Sailor captain;

        @Relationship(secondary = "ship_flags")
        Set<Flag> flags;
    }

    @Mapped(identity = "steamer")
    static class Steamer extends Ship {
        Integer funnels;
    }

    @Mapped(table = "sailors")
    static class Sailor {
        @Id(autoincrement = false)
        Integer id;

        @References("sailors.id")
        Integer mateId;

        @Relationship(remoteSide = "id")
        Sailor mate;
    }

    @Mapped(table = "flags")
    static class Flag {
        @Id
        Integer id;
    }

    @Test
    void furtherMembers() {
        try (Engine engine = Engine.create("h2:///mem:members");
                SessionFactory sessions = SessionFactory.builder(engine)
                        .map(Ship.class, Steamer.class, Sailor.class, Flag.class)
                        .build()) {
            sessions.metaData().createAll(engine);
            sessions.useTransaction(session -> {
                Sailor mate = new Sailor();
                mate.id = 1;
                Sailor captain = new Sailor();
                captain.id = 2;
                captain.mate = mate;
                Steamer steamer = new Steamer();
                steamer.name = "Esmeralda";
                steamer.worth = new BigDecimal("12.50");
                steamer.papers = "{\"from\":\"Naples\"}";
                steamer.home = new Home("Quai 1", "Marseille");
                steamer.captain = captain;
                steamer.funnels = 2;
                steamer.flags = new java.util.HashSet<>(Set.of(new Flag()));
                session.add(steamer);
            });
            sessions.useTransaction(session -> session.query(Ship.class).one().name = "Esmeralda II");
            try (Session session = sessions.open()) {
                Ship ship = session.query(Ship.class).one();
                assertThat(ship).isInstanceOf(Steamer.class);
                assertThat(ship.worth).isEqualByComparingTo("12.50");
                assertThat(ship.papers).contains("Naples");
                assertThat(ship.home).isEqualTo(new Home("Quai 1", "Marseille"));
                assertThat(ship.version).isEqualTo(2);
                assertThat(ship.captain.mate.id).isEqualTo(1);
                assertThat(ship.flags).hasSize(1);
                assertThat(session.query(aliased(Steamer.class, "s")).count()).isEqualTo(1);
            }
        }
    }
}
