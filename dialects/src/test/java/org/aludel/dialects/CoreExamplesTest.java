package org.aludel.dialects;

import static org.aludel.schema.ForeignKeyAction.*;
import static org.aludel.sql.Sql.*;
import static org.aludel.types.Types.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.aludel.dialects.postgresql.PostgreSql;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.NestedTransaction;
import org.aludel.engine.Row;
import org.aludel.engine.Transaction;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.schema.TypedTable;
import org.aludel.sql.Select;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The examples of the toolkit's public API, compiled and run as its users write them. */
@Tag("SQL-21")
class CoreExamplesTest {

    record UserCols(Column<Integer> id, Column<String> name) {}

    record UserLine(Integer id, String name) {}

    @Test
    void schemaEngineAndExpressions() {
        MetaData metadata = new MetaData();
        Table users = metadata.table(
                "users",
                column("id", INTEGER).primaryKey(),
                column("name", string(50)).notNull().unique(),
                column("email", string(60)).key("mail").unique());
        Table addresses = metadata.table(
                "addresses",
                column("id", INTEGER).primaryKey(),
                column("user_id", INTEGER).references("users.id", onDelete(CASCADE)),
                column("city", string(80)));
        TypedTable<UserCols> people =
                metadata.table("people", new UserCols(column("id", INTEGER).primaryKey(), column("name", string(50))));
        Select older = select(people.c().name())
                .where(people.c().id().gt(people.as("p2").c().id()));
        assertThat(older).hasToString("SELECT people.name FROM people, people AS p2 WHERE people.id > p2.id");

        List<String> log = new ArrayList<>();
        try (Engine engine = Engine.create("h2:///mem:examples")) {
            metadata.createAll(engine);
            engine.on(AfterExecute.class, e -> log.add(e.sql()));
            Column<String> name = users.c("name");
            try (Connection conn = engine.connect();
                    Transaction tx = conn.begin()) {
                conn.execute(users.insert(), params("name", "ed", "mail", null));
                conn.execute(users.insert(), List.of(params("name", "jack"), params("name", "wendy")));
                Integer key = conn.execute(users.insert().set(name, "fred"))
                        .insertedPrimaryKey()
                        .get(0, Integer.class);
                assertThat(key).isEqualTo(4);
                Select s = select(users.c("id"), name)
                        .where(name.like("%ed%").or(users.c("id").between(2, 10)))
                        .where(not(exists(select(literal(1))
                                .from(addresses)
                                .where(addresses.c("user_id").eq(users.c("id"))))))
                        .orderBy(name.desc())
                        .limit(10);
                List<String> seen = new ArrayList<>();
                for (Row row : conn.execute(s)) {
                    String n = row.get(name);
                    Object v = row.get("name");
                    int id = row.getInt(0);
                    assertThat(v).isEqualTo(n);
                    seen.add(id + n);
                }
                assertThat(seen).containsExactly("3wendy", "2jack", "4fred", "1ed");
                List<UserLine> lines = conn.execute(s).as(UserLine.class).all();
                assertThat(lines.get(0)).isEqualTo(new UserLine(3, "wendy"));
                List<String> names = conn.execute(s).scalars(name);
                assertThat(names).containsExactly("wendy", "jack", "fred", "ed");
                conn.execute(upsert(users).set(name, "ed").onConflict("name").update(name));
                String sql = s.toSql(PostgreSql.dialect());
                assertThat(sql).startsWith("SELECT users.id, users.name FROM users WHERE (users.name LIKE ?");
                try (NestedTransaction sp = conn.beginNested()) {
                    conn.execute(users.delete().where(name.eq("x")));
                    sp.commit();
                }
                tx.commit();
            }
            long n = engine.inTransaction(conn -> conn.execute(users.count()).scalar(Long.class));
            assertThat(n).isEqualTo(4);
            assertThat(log)
                    .filteredOn(text -> text.startsWith("INSERT"))
                    .as("a batch is one")
                    .hasSize(3);
            metadata.dropAll(engine);
        }
    }
}
