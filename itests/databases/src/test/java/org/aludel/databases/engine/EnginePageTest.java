package org.aludel.databases.engine;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.sensitive;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Begin;
import org.aludel.engine.Commit;
import org.aludel.engine.Connection;
import org.aludel.engine.DeferredEngine;
import org.aludel.engine.EchoCategory;
import org.aludel.engine.Engine;
import org.aludel.engine.Isolation;
import org.aludel.engine.NestedTransaction;
import org.aludel.engine.Transaction;
import org.aludel.schema.MetaData;
import org.aludel.schema.SchemaCopy;
import org.aludel.schema.Table;
import org.aludel.sql.Select;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The examples of the page about engines, as they stand there. */
class EnginePageTest {

    @Test
    @Tag("ENG-01")
    @Tag("ENG-02")
    @Tag("ENG-06")
    @Tag("ENG-14")
    void examplesOfThePageWork() {
        List<String> seen = new ArrayList<>();
        Engine engine = Engine.create("h2:///mem:page");
        Engine tuned = Engine.builder("h2:///mem:tuned")
                .name("orders")
                .pool(p ->
                        p.size(5).maxOverflow(10).timeout(Duration.ofSeconds(5)).prePing(true))
                .isolation(Isolation.READ_COMMITTED)
                .statementTimeout(Duration.ofSeconds(30))
                .build();
        Engine configured = Engine.of(Map.of("aludel.url", "h2:///mem:configured", "aludel.pool.size", "2"));

        DeferredEngine later = new DeferredEngine();
        MetaData tables = new MetaData().bind(later);
        Table notes = tables.table("notes", column("id", INTEGER).primaryKey(), column("word", string(50)));
        later.connectTo(engine);
        tables.createAll();
        notes.insert().values(params("word", "now")).execute();

        try (Connection conn = engine.connect()) {
            Connection careful =
                    conn.with(conn.options().withTimeout(Duration.ofSeconds(5)).withMaxRows(100));
            assertThat(careful.execute(select(notes.c("word"))).all()).hasSize(1);
        }

        engine.echo(true);
        engine.echo(EchoCategory.ROWS, true);
        engine.echoTo(line -> seen.add(line.text()));
        engine.log("importing");
        assertThat(seen).containsExactly("importing");

        Table accounts = tables.table(
                "accounts",
                column("id", INTEGER).primaryKey(),
                column("password", string(80)).sensitive());
        Select found = select(accounts.c("id"))
                .where(accounts.c("password", String.class).eq(sensitive("tiger")));
        engine.useTransaction(accounts::create);
        assertThat(found.bind(engine).execute().all()).isEmpty();
        assertThat(seen.toString()).contains("***").doesNotContain("tiger");

        engine.useTransaction(conn -> conn.execute(notes.insert(), params("word", "kept")));
        try (Connection conn = engine.connect();
                Transaction tx = conn.begin()) {
            conn.execute(notes.insert(), params("word", "kept too"));
            try (NestedTransaction part = conn.beginNested()) {
                conn.execute(notes.delete());
                part.rollback();
            }
            tx.commit();
        }
        assertThat(notes.count().scalar()).isEqualTo(3L);

        engine.echoTo(line -> {});
        seen.clear();
        engine.on(AfterExecute.class, e -> seen.add(e.sql()));
        engine.onFirst(Begin.class, e -> seen.add("begin"));
        engine.once(Commit.class, e -> seen.add("commit"));
        engine.rewriteSql((conn, call) -> call.withSql(call.sql() + " -- page"));
        engine.useTransaction(conn -> conn.execute(notes.count()).close());
        engine.useTransaction(conn -> {});
        assertThat(seen).containsExactly("begin", "SELECT count(*) AS count_1 FROM notes -- page", "commit", "begin");

        MetaData tenant = tables.copy(SchemaCopy.into("tenant_7"));
        Table archived = notes.copyTo(new MetaData(), SchemaCopy.plain().schema(null, "archive"));
        assertThat(tenant.table("tenant_7.notes").columns()).hasSize(2);
        assertThat(archived.fullName()).isEqualTo("archive.notes");

        List.of(engine, tuned, configured).forEach(Engine::close);
    }
}
