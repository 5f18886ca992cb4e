package org.aludel.itests.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.schema.DdlElement;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.aludel.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What compiles also runs: each case on each database where it was recorded as runnable. */
class ExecutionTest {

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    @RegisterExtension
    static final DatabaseExtension MARIADB = Databases.mariadb().extension();

    /** Databases that commit at each definition. */
    private static final List<String> COMMITTING = List.of("mariadb", "h2", "hsqldb");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Corpus corpus = Corpus.read(Path.of(System.getProperty("corpus.core")));

    private static Predicate<CorpusCase> recordedAsRunnable(String database) {
        return one -> "ok".equals(one.execution(database)) && !one.isDoubtful();
    }

    private static Predicate<CorpusCase> standard() {
        return one -> one.expectation("default").containsKey("sql")
                && !one.isDoubtful()
                && recordedAsRunnable("sqlite").test(one)
                && recordedAsRunnable("postgresql").test(one)
                && recordedAsRunnable("mariadb").test(one);
    }

    private void check(String name, Predicate<CorpusCase> chosen, Function<String, Engine> databases) {
        Run run = new Run(name, corpus, COMMITTING.contains(name)).execute(chosen, databases);
        run.print(System.out);
        Map<String, String> unexplained = new TreeMap<>(run.failures());
        unexplained.keySet().removeIf(id -> Deviations.own().explains("execution", id, name));
        if (System.getProperty("corpus.core").equals(System.getProperty("corpus.own"))) {
            assertThat(unexplained).as("cases that did not run on " + name).isEmpty();
        }
    }

    @Test
    void runsOnSqlite() {
        check("sqlite", recordedAsRunnable("sqlite"), schema -> {
            Engine engine = Engine.builder("sqlite:///:memory:")
                    .pool(pool -> pool.size(1).maxOverflow(0))
                    .build();
            for (String name : List.of("acct", "MySchema", "sch")) {
                execute(engine, "ATTACH ':memory:' AS \"" + name + "\"");
            }
            try (Connection connection = engine.connect()) {
                SqliteStandIns.addTo(connection.unwrap(java.sql.Connection.class));
            }
            return engine;
        });
    }

    @Test
    void runsOnPostgresql() {
        check("postgresql", recordedAsRunnable("postgresql"), schema -> {
            Engine engine = database(Databases.postgresql());
            for (String name : List.of("acct", "MySchema", "sch", "s1", "s2")) {
                execute(engine, "CREATE SCHEMA \"" + name + "\"");
            }
            if (schema.equals("pg")) {
                execute(engine, "CREATE EXTENSION hstore");
            }
            return engine;
        });
    }

    @Test
    void runsOnMariadb() {
        check("mariadb", recordedAsRunnable("mariadb"), schema -> database(Databases.mariadb()));
    }

    @Test
    void runsOnH2() {
        check("h2", standard(), schema -> Engine.create("h2:///mem:corpus" + NUMBER.incrementAndGet()));
    }

    @Test
    void runsOnHsqldb() {
        check("hsqldb", standard(), schema -> Engine.create("hsqldb:///mem:corpus" + NUMBER.incrementAndGet()));
    }

    @Test
    void runsOnDerby() {
        check("derby", standard(), schema -> Engine.create("derby:///memory:corpus" + NUMBER.incrementAndGet()));
    }

    private static Engine database(TestServer server) {
        return Engine.create(server.createDatabase().aludelUrl());
    }

    private static void execute(Engine engine, String sql) {
        try (Connection connection = engine.connect()) {
            connection.execute(new DdlElement.Raw(sql)).close();
        }
    }
}
