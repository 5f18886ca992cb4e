package org.aludel.databases.engine;

import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Isolation;
import org.aludel.engine.KnownDialect;
import org.aludel.engine.PoolConfig;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.DisconnectedException;
import org.aludel.errors.InvalidRequestException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How engines are made, and what is said of what can't work. */
class EngineSettingsTest {

    @Test
    @Tag("ENG-01")
    void unknownDatabaseListsTheKnownOnes() {
        assertThatThrownBy(() -> Engine.create("nosuch://localhost/test"))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0201")
                .hasMessageContaining("nosuch")
                .hasMessageContaining("postgresql")
                .hasMessageContaining("h2:///mem:name");
        assertThatThrownBy(() -> Engine.create("jdbc:nosuch:x")).hasMessageContaining("ALU-0201");
        assertThat(Engine.dialects()).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    @Tag("ENG-01")
    void knownDialectsTellTheirConnectArguments() {
        KnownDialect postgresql = Engine.knownDialect("postgres");
        assertThat(postgresql.name()).isEqualTo("postgresql");
        assertThat(postgresql.otherNames()).contains("postgres");
        assertThat(postgresql.arguments().stream().map(KnownDialect.Argument::name))
                .startsWith("user", "password", "host", "port", "database", "implicitReturning");
        KnownDialect.Argument port = postgresql.argument("port").orElseThrow();
        assertThat(port.usually()).isEqualTo("5432");
        assertThat(port.type()).isEqualTo(Integer.class);
        assertThat(port.required()).isFalse();
        assertThat(postgresql.argument("host").orElseThrow().required()).isTrue();
        assertThat(postgresql.argument("password").orElseThrow().secret()).isTrue();
        KnownDialect.Argument timeout = postgresql.argument("connectTimeout").orElseThrow();
        assertThat(timeout.reader()).isEqualTo(KnownDialect.Reader.DRIVER);
        assertThat(timeout.usually()).isEqualTo("10");
        assertThat(timeout.description()).isNotEmpty();
        assertThat(postgresql.argument("sslmode").orElseThrow().choices()).contains("require");
        assertThat(postgresql.argument("sslpassword").orElseThrow().secret()).isTrue();
        assertThat(postgresql.argument("emptyInStrategy").orElseThrow().choices())
                .containsExactly("static", "dynamic", "dynamic_warn");
    }

    @Test
    @Tag("ENG-01")
    void everyDialectIsListedWhetherItsDriverIsThereOrNot() {
        List<KnownDialect> known = Engine.knownDialects();
        assertThat(known).hasSameSizeAs(Engine.dialects());
        assertThat(known.stream().map(KnownDialect::name)).isSorted().contains("oracle", "sqlite", "h2");
        assertThat(known).allSatisfy(each -> {
            assertThat(each.argument("database")).isPresent();
            assertThat(each.argument("password").orElseThrow().secret()).isTrue();
        });
        KnownDialect sqlite = Engine.knownDialect("sqlite");
        assertThat(sqlite.argument("host")).isEmpty();
        assertThat(sqlite.argument("database").orElseThrow().required()).isFalse();
        assertThatThrownBy(() -> Engine.knownDialect("nosuch")).hasMessageContaining("ALU-0201");
    }

    @Test
    @Tag("ENG-01")
    void oldFormOfUrlIsRefusedWithTheModernOne() {
        assertThatThrownBy(() -> Engine.create("dialect=sqlite&filename=querytest.db"))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0202")
                .hasMessageContaining("sqlite:///querytest.db");
    }

    @Test
    @Tag("ENG-15")
    void databaseThatIsDownIsReportedAtOnceAndWithoutSecrets() {
        for (String url : new String[] {
            "postgresql://scott:geheim@localhost:1/test", "mysql+mariadb://scott:geheim@localhost:1/test"
        }) {
            try (Engine engine = Engine.create(url)) {
                long start = System.nanoTime();
                Throwable down = catchThrowable(engine::connect);
                assertThat(down).isInstanceOf(DisconnectedException.class).hasMessageContaining("ALU-0210");
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
                for (Throwable cause = down; cause != null; cause = cause.getCause()) {
                    assertThat(cause.toString()).doesNotContain("geheim");
                }
            }
        }
    }

    @Test
    @Tag("POOL-01")
    void dataSourceTellsItsDialect() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:given;DB_CLOSE_DELAY=-1");
        try (Engine engine = Engine.of(source);
                Connection conn = engine.connect()) {
            assertThat(engine.dialect().name()).isEqualTo("h2");
            assertThat(conn.execute(text("SELECT 1")).scalar(Integer.class)).isEqualTo(1);
            assertThat(engine.poolStatus().kind()).isEqualTo("datasource");
        }
    }

    @Test
    @Tag("ENG-01")
    void jdbcUrlFindsItsDialect() {
        try (Engine engine = Engine.create("jdbc:h2:mem:plain");
                Connection conn = engine.connect()) {
            assertThat(engine.dialect().name()).isEqualTo("h2");
            assertThat(conn.execute(text("SELECT 1")).scalar(Integer.class)).isEqualTo(1);
        }
    }

    @Test
    @Tag("ENG-01")
    void propertiesBuildAnEngine() {
        Map<String, String> properties = Map.of(
                "aludel.url", "h2:///mem:properties",
                "aludel.name", "main",
                "aludel.pool.size", "2",
                "aludel.pool.max-overflow", "1",
                "aludel.pool.timeout", "500ms",
                "aludel.isolation", "serializable");
        try (Engine engine = Engine.of(properties);
                Connection conn = engine.connect()) {
            assertThat(engine.name()).isEqualTo("main");
            assertThat(engine.poolStatus().maximum()).isEqualTo(3);
            assertThat(conn.isolation()).isEqualTo(Isolation.SERIALIZABLE);
        }
        assertThatThrownBy(() -> Engine.of(Map.of("url", "h2:///mem:x", "pool.size", "many")))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0204")
                .hasMessageContaining("pool.size");
        assertThatThrownBy(() -> Engine.of(Map.of("pool.size", "1"))).hasMessageContaining("ALU-0204");
    }

    @Test
    @Tag("POOL-04")
    void sqliteInMemoryHasOneConnectionThatKeepsItsData() {
        try (Engine engine = Engine.create("sqlite://")) {
            try (Connection conn = engine.connect()) {
                conn.execute(text("CREATE TABLE t (x INTEGER)"));
                conn.execute(text("INSERT INTO t VALUES (1)"));
            }
            try (Connection conn = engine.connect()) {
                assertThat(conn.execute(text("SELECT x FROM t")).scalar(Integer.class))
                        .isEqualTo(1);
                assertThat(engine.poolStatus().kind()).isEqualTo("single");
            }
        }
    }

    @Test
    @Tag("POOL-04")
    void unpooledConnectionsCloseWhenTheyComeBack() throws Exception {
        try (Engine engine = Engine.builder("h2:///mem:unpooled")
                .pool(p -> p.kind(PoolConfig.Kind.NONE))
                .build()) {
            java.sql.Connection jdbc;
            try (Connection conn = engine.connect()) {
                jdbc = conn.unwrap(org.h2.jdbc.JdbcConnection.class);
                assertThat(engine.poolStatus().checkedOut()).isEqualTo(1);
            }
            assertThat(jdbc.isClosed()).isTrue();
            assertThat(engine.poolStatus().checkedOut()).isZero();
        }
    }

    @Test
    @Tag("ENG-01")
    void databaseInMemoryLivesAsLongAsItsEngine() {
        try (Engine engine = Engine.create("h2:///mem:lives")) {
            try (Connection conn = engine.connect()) {
                conn.execute(text("CREATE TABLE t (x INTEGER)"));
            }
            engine.dispose();
            try (Connection conn = engine.connect()) {
                conn.execute(text("INSERT INTO t VALUES (1)"));
            }
        }
        try (Engine engine = Engine.create("h2:///mem:lives");
                Connection conn = engine.connect()) {
            conn.execute(text("CREATE TABLE t (x INTEGER)"));
        }
    }

    @Test
    @Tag("ENG-01")
    void closedEngineRefuses() {
        Engine engine = Engine.create("h2:///mem:closed");
        engine.close();
        engine.close();
        assertThat(engine.isClosed()).isTrue();
        assertThatThrownBy(engine::connect)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ALU-0205");
    }

    @Test
    @Tag("POOL-02")
    void impossiblePoolSettingsAreRefused() {
        assertThatThrownBy(() -> Engine.builder("h2:///mem:x").pool(p -> p.size(0)))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0204");
        assertThatThrownBy(() -> Engine.builder("h2:///mem:x").pool(p -> p.timeout(Duration.ZERO)))
                .hasMessageContaining("ALU-0204");
    }
}
