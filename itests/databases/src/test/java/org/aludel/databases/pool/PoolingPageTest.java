package org.aludel.databases.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.engine.Engine;
import org.aludel.engine.Pool;
import org.aludel.engine.PoolConfig;
import org.aludel.engine.PoolListener;
import org.aludel.engine.PoolMetrics;
import org.aludel.engine.PoolStatus;
import org.aludel.engine.Pools;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The examples of the site's page of pools are the code of this class. */
class PoolingPageTest {

    private static final Path ROOT = Path.of(System.getProperty("aludel.build.root", "../.."));

    @Test
    @Tag("POOL-02")
    void anEngineHasAPool() {
        Engine engine = Engine.builder("h2:///mem:pooled")
                .pool(p ->
                        p.size(5).maxOverflow(10).timeout(Duration.ofSeconds(5)).prePing(true))
                .build();
        try (engine) {
            assertThat(engine.connect().isClosed()).isFalse();
        }
    }

    @Test
    @Tag("POOL-01")
    @Tag("POOL-05")
    void aPoolServesAlone() throws SQLException {
        try (Pool pool = Pool.of(
                "jdbc:h2:mem:alone",
                Map.of("user", "sa"),
                p -> p.kind(PoolConfig.Kind.QUEUE).size(2))) {
            try (Connection connection = pool.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY)");
            }
            PoolStatus status = pool.status();
            PoolMetrics metrics = pool.metrics();
            assertThat(status.idle()).isEqualTo(1);
            assertThat(metrics.checkouts()).isEqualTo(1);
        }
    }

    @Test
    @Tag("POOL-01")
    void onePoolForEachSetOfArguments() throws SQLException {
        Pools pools = Pools.of(p -> p.size(3));
        try (Connection connection = pools.connect("jdbc:h2:mem:alone", Map.of("user", "sa"))) {
            connection.isValid(1);
        }
        pools.dispose("jdbc:h2:mem:alone", Map.of("user", "sa"));
        assertThat(pools).isNotNull();
    }

    @Test
    @Tag("POOL-08")
    void listenersPrepareConnections() throws SQLException {
        try (Pool pool = Pool.of("jdbc:h2:mem:heard", Map.of("user", "sa"), p -> {})) {
            pool.addListener(PoolListener.onConnect(jdbc -> {
                try (Statement setting = jdbc.createStatement()) {
                    setting.execute("SET SCHEMA PUBLIC");
                }
            }));
            try (Connection connection = pool.connect()) {
                assertThat(connection.getSchema()).isEqualTo("PUBLIC");
            }
        }
    }

    @Test
    void thePagesExamplesAreHere() throws IOException {
        String page = Files.readString(ROOT.resolve("src/site/markdown/pooling.md"));
        String source = flat(Files.readString(
                ROOT.resolve("itests/databases/src/test/java/org/aludel/databases/pool/PoolingPageTest.java")));
        Matcher blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(page);
        int examples = 0;
        while (blocks.find()) {
            for (String line : blocks.group(1).split("\n")) {
                assertThat(source).contains(flat(line));
            }
            examples++;
        }
        assertThat(examples).isEqualTo(4);
    }

    private static String flat(String code) {
        return code.replaceAll("\\s+", "");
    }
}
