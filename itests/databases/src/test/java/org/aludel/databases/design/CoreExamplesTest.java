package org.aludel.databases.design;

import static java.time.Duration.ofSeconds;
import static org.aludel.engine.Isolation.READ_COMMITTED;
import static org.aludel.orm.Cascade.*;
import static org.aludel.orm.Orm.*;
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
import org.junit.jupiter.api.Test;

/**
 * The first example of section 5 of the design, as it is written there: schema, engine and expressions. Reflection and
 * two phases are in {@link FurtherExamplesTest}.
 */
class CoreExamplesTest {

    record UserCols(Column<Integer> id, Column<String> name) {}

    record UserLine(Integer id, String name) {}

    private final List<String> logged = new ArrayList<>();

    private void log(String sql, List<?> parameterSets) {
        logged.add(sql + " " + parameterSets);
    }

    @Test
    void schemaEngineAndExpressions() {
        MetaData metadata = new MetaData();
        Table users = metadata.table(
                "users",
                column("id", INTEGER).primaryKey(),
                column("name", string(50)).notNull(),
                column("email", string(60)).key("mail").unique());
        Table addresses = metadata.table(
                "addresses",
                column("id", INTEGER).primaryKey(),
                column("user_id", INTEGER).references("users.id", onDelete(CASCADE)),
                column("city", string(80)));
        // typed tables without generated code: a record of columns; an alias keeps the type
        TypedTable<UserCols> people =
                metadata.table("people", new UserCols(column("id", INTEGER).primaryKey(), column("name", string(50))));
        Select older = select(people.c().name())
                .where(people.c().id().gt(people.as("p2").c().id()));
        assertThat(older.toString()).contains("FROM people, people AS p2");

        Engine engine = Engine.create("h2:///mem:demo");
        Engine tuned = Engine.builder("postgresql://localhost/test")
                .pool(p -> p.size(5).maxOverflow(10).timeout(ofSeconds(5)).prePing(true))
                .isolation(READ_COMMITTED)
                .echo(true)
                .build();
        engine.on(AfterExecute.class, e -> log(e.sql(), e.parameterSets()));
        assertThat(engine.statementCache().size()).isZero();
        assertThat(engine.statementCache().misses()).isZero();
        metadata.createAll(engine);
        assertThat(logged).hasSizeGreaterThanOrEqualTo(3);

        Column<String> name = users.c("name");
        assertThat(users.c("name", String.class)).isSameAs(name);
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
            List<Object> seen = new ArrayList<>();
            for (Row row : conn.execute(s)) {
                String n = row.get(name);
                Object v = row.get("name");
                int id = row.getInt(0);
                seen.add(n + v + id);
            }
            assertThat(seen).containsExactly("wendywendy3", "jackjack2", "fredfred4", "eded1");
            List<UserLine> lines = conn.execute(s).as(UserLine.class).all();
            assertThat(lines).hasSize(4).startsWith(new UserLine(3, "wendy"));
            List<String> names = conn.execute(s).scalars(name);
            assertThat(names).containsExactly("wendy", "jack", "fred", "ed");
            conn.execute(upsert(users).set(name, "ed").onConflict("name").update(name));
            assertThat(conn.execute(users.count()).scalar(Long.class)).isEqualTo(4);
            String sql = s.toSql(PostgreSql.dialect());
            assertThat(sql).contains("users.name LIKE").contains("NOT (EXISTS").endsWith("LIMIT ?");
            try (NestedTransaction sp = conn.beginNested()) {
                conn.execute(users.delete().where(name.eq("x")));
                sp.commit();
            }
            tx.commit();
        }
        long n = engine.inTransaction(conn -> conn.execute(users.count()).scalar(Long.class));
        assertThat(n).isEqualTo(4);
        tuned.close();
        engine.close();
    }
}
