package org.aludel.databases.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.aludel.engine.Engine;
import org.aludel.engine.Pool;
import org.aludel.engine.PoolConfig;
import org.aludel.engine.PoolConfig.Kind;
import org.aludel.engine.PoolListener;
import org.aludel.engine.Pools;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.PoolTimeoutException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandalonePoolTest {

    private static final String URL = "jdbc:h2:mem:pool;DB_CLOSE_DELAY=-1";
    private static final Map<String, String> SA = Map.of("user", "sa", "password", "");

    private static PoolConfig brief(PoolConfig config) {
        return config.timeout(Duration.ofMillis(300));
    }

    private static Pool pool(Kind kind, int size, int overflow) {
        return Pool.of(URL, SA, p -> brief(p).kind(kind).size(size).maxOverflow(overflow));
    }

    private static int session(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT SESSION_ID()")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"HIKARI", "QUEUE", "SINGLE", "NONE", "THREAD"})
    @Tag("POOL-01")
    @Tag("POOL-04")
    void everyKindLendsWorkingConnectionsInFrontOfAPlainDriver(Kind kind) throws SQLException {
        try (Pool pool = pool(kind, 2, 1)) {
            for (int i = 0; i < 3; i++) {
                try (Connection connection = pool.connect()) {
                    assertThat(session(connection)).isPositive();
                    assertThat(pool.status().checkedOut()).isEqualTo(1);
                }
                assertThat(pool.status().checkedOut()).isZero();
            }
            assertThat(pool.metrics().checkouts()).isEqualTo(3);
            assertThat(pool.metrics().checkins()).isEqualTo(3);
        }
    }

    @Test
    @Tag("POOL-01")
    void thereIsOnePoolForEachSetOfConnectArgumentsMadeOnFirstUse() throws SQLException {
        try (Pools pools = Pools.of(p -> brief(p).kind(Kind.QUEUE).size(1).maxOverflow(0))) {
            assertThat(pools.size()).isZero();
            int first;
            try (Connection connection = pools.connect(URL, SA)) {
                first = session(connection);
            }
            try (Connection again = pools.connect(URL, SA);
                    Connection other = pools.connect("jdbc:h2:mem:elsewhere", SA)) {
                assertThat(session(again)).isEqualTo(first);
                assertThat(other.getMetaData().getURL()).contains("elsewhere");
            }
            assertThat(pools.size()).isEqualTo(2);
            pools.dispose("jdbc:h2:mem:elsewhere", SA);
            assertThat(pools.size()).isEqualTo(1);
            pools.clear();
            assertThat(pools.size()).isZero();
        }
    }

    @Test
    @Tag("POOL-01")
    void aConnectionFunctionADataSourceAndAnEngineGoWithAPool() throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(URL);
        source.setUser("sa");
        try (Pool own = Pool.of(() -> DriverManager.getConnection(URL, "sa", ""), p -> p.kind(Kind.QUEUE));
                Pool behind = Pool.of(source, p -> p.kind(Kind.QUEUE));
                Engine engine = Engine.of(behind.asDataSource())) {
            try (Connection connection = own.connect()) {
                assertThat(session(connection)).isPositive();
            }
            assertThat(engine.dialect().name()).isEqualTo("h2");
            try (org.aludel.engine.Connection connection = engine.connect()) {
                assertThat(behind.status().checkedOut()).isEqualTo(1);
            }
            assertThat(behind.status().checkedOut()).isZero();
        }
    }

    @Test
    @Tag("POOL-02")
    void overflowIsClosedOnReturnAndSizeIsKept() throws SQLException {
        try (Pool pool = pool(Kind.QUEUE, 2, 2)) {
            assertThat(pool.metrics().opened()).isZero();
            List<Connection> lent = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                lent.add(pool.connect());
            }
            assertThat(pool.status().checkedOut()).isEqualTo(4);
            assertThatThrownBy(pool::connect)
                    .isInstanceOf(PoolTimeoutException.class)
                    .hasMessageContaining("300 ms")
                    .hasMessageContaining("size 2, overflow 2");
            for (Connection connection : lent) {
                connection.close();
            }
            assertThat(pool.status().checkedOut()).isZero();
            assertThat(pool.status().idle()).isEqualTo(2);
            assertThat(pool.metrics().timeouts()).isEqualTo(1);
        }
    }

    @Test
    @Tag("POOL-02")
    void overflowWithoutLimitOpensWhatIsAskedFor() throws SQLException {
        try (Pool pool = pool(Kind.QUEUE, 1, -1)) {
            List<Connection> lent = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                lent.add(pool.connect());
            }
            assertThat(pool.status().checkedOut()).isEqualTo(40);
            for (Connection connection : lent) {
                connection.close();
            }
            assertThat(pool.status().idle()).isEqualTo(1);
        }
    }

    @Test
    @Tag("POOL-02")
    void manyThreadsShareAFewConnections() throws Exception {
        try (Pool pool = Pool.of(URL, SA, p -> p.kind(Kind.QUEUE).size(3).maxOverflow(1))) {
            ExecutorService threads = Executors.newFixedThreadPool(16);
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                done.add(threads.submit(() -> {
                    for (int n = 0; n < 200; n++) {
                        try (Connection connection = pool.connect()) {
                            session(connection);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> each : done) {
                each.get(30, TimeUnit.SECONDS);
            }
            threads.shutdown();
            assertThat(pool.status().checkedOut()).isZero();
            assertThat(pool.status().idle()).isBetween(1, 3);
            assertThat(pool.metrics().checkouts()).isEqualTo(3200);
            assertThat(pool.metrics().checkins()).isEqualTo(3200);
        }
    }

    @Test
    @Tag("POOL-03")
    void aThreadThatAsksAgainGetsTheConnectionItHas() throws Exception {
        try (Pool pool = Pool.of(URL, SA, p -> brief(p).kind(Kind.QUEUE).size(2).threadLocal(true))) {
            Connection outer = pool.connect();
            Connection inner = pool.connect();
            assertThat(session(inner)).isEqualTo(session(outer));
            int[] elsewhere = new int[1];
            Thread other = new Thread(() -> {
                try (Connection connection = pool.connect()) {
                    elsewhere[0] = session(connection);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            other.start();
            other.join();
            assertThat(elsewhere[0]).isNotEqualTo(session(outer)).isPositive();
            inner.close();
            assertThat(session(outer)).isPositive();
            outer.close();
            assertThat(pool.status().checkedOut()).isZero();
        }
    }

    @Test
    @Tag("POOL-04")
    void oneConnectionAThreadIsKeptByTheThread() throws Exception {
        try (Pool pool = pool(Kind.THREAD, 1, 0)) {
            int mine;
            try (Connection connection = pool.connect()) {
                mine = session(connection);
            }
            try (Connection connection = pool.connect()) {
                assertThat(session(connection)).isEqualTo(mine);
            }
            CountDownLatch used = new CountDownLatch(1);
            Thread other = new Thread(() -> {
                try (Connection connection = pool.connect()) {
                    assertThat(session(connection)).isNotEqualTo(mine);
                    used.countDown();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            other.start();
            other.join();
            assertThat(used.getCount()).isZero();
            assertThat(pool.status().idle()).isEqualTo(2);
        }
    }

    @Test
    @Tag("POOL-04")
    void aPoolClassOfOnesOwnIsTaken() throws SQLException {
        List<String> made = new ArrayList<>();
        try (Pool pool = Pool.of(
                URL,
                SA,
                p -> p.factory((name, opener, config) -> {
                    made.add(name);
                    return new CountingPool(opener);
                }))) {
            try (Connection connection = pool.connect()) {
                assertThat(session(connection)).isPositive();
                assertThat(pool.status().kind()).isEqualTo("counting");
            }
        }
        assertThat(made).hasSize(1);
    }

    @Test
    @Tag("POOL-05")
    void aConnectionWhoseHolderIsGoneComesBack() throws Exception {
        try (Pool pool = Pool.of(
                URL,
                SA,
                p -> p.kind(Kind.QUEUE).size(1).maxOverflow(0).traceLeaks(true).timeout(Duration.ofSeconds(20)))) {
            forget(pool);
            Thread collector = new Thread(() -> {
                for (int i = 0; i < 200 && pool.metrics().reclaimed() == 0; i++) {
                    System.gc();
                    sleep(50);
                }
            });
            collector.start();
            try (Connection connection = pool.connect()) {
                assertThat(session(connection)).isPositive();
            }
            collector.join();
            assertThat(pool.metrics().reclaimed()).isEqualTo(1);
        }
    }

    private static void forget(Pool pool) throws SQLException {
        assertThat(session(pool.connect())).isPositive();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @Tag("POOL-05")
    void anExhaustedPoolNamesThePlaceOfEachCheckout() throws SQLException {
        try (Pool pool = Pool.of(
                URL, SA, p -> brief(p).kind(Kind.QUEUE).size(1).maxOverflow(0).traceLeaks(true))) {
            try (Connection held = pool.connect()) {
                assertThatThrownBy(pool::connect)
                        .isInstanceOf(PoolTimeoutException.class)
                        .hasMessageContaining("StandalonePoolTest.anExhaustedPoolNamesThePlaceOfEachCheckout");
                assertThat(held.isClosed()).isFalse();
            }
        }
    }

    @Test
    @Tag("POOL-06")
    void echoIsSwitchedAtRunTime() throws SQLException {
        try (LogCapture log = new LogCapture("org.aludel.pool");
                Pool pool = pool(Kind.QUEUE, 1, 0)) {
            pool.connect().close();
            assertThat(log.lines()).isEmpty();
            pool.echo(true);
            pool.connect().close();
            assertThat(log.lines())
                    .anyMatch(line -> line.contains("checked out"))
                    .anyMatch(line -> line.contains("checked in"));
            pool.echo(false);
            int before = log.lines().size();
            pool.connect().close();
            assertThat(log.lines()).hasSize(before);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"HIKARI", "QUEUE", "SINGLE"})
    @Tag("POOL-07")
    void aStaleConnectionIsReplacedBeforeTheApplicationSeesIt(Kind kind) throws SQLException {
        List<Connection> opened = new ArrayList<>();
        try (Pool pool = Pool.of(
                () -> {
                    Connection connection = DriverManager.getConnection(URL, "sa", "");
                    opened.add(connection);
                    return connection;
                },
                p -> p.kind(kind).size(1).maxOverflow(0).prePing(true))) {
            pool.connect().close();
            opened.get(0).close(); // as a server does that was restarted
            try (Connection connection = pool.connect()) {
                assertThat(session(connection)).isPositive();
            }
        }
    }

    @Test
    @Tag("POOL-07")
    void olderConnectionsAreRecycledAndDisposeReplacesAll() throws Exception {
        try (Pool pool = Pool.of(URL, SA, p -> p.kind(Kind.QUEUE).size(2).recycle(Duration.ofMillis(50)))) {
            pool.connect().close();
            Thread.sleep(80);
            pool.connect().close();
            assertThat(pool.metrics().opened()).isEqualTo(2);
            pool.dispose();
            assertThat(pool.status().idle()).isZero();
            pool.connect().close();
            assertThat(pool.metrics().opened()).isEqualTo(3);
        }
    }

    @Test
    @Tag("POOL-08")
    void listenersHearWhatHappensToConnections() throws SQLException {
        List<String> heard = new ArrayList<>();
        PoolListener listener = new PoolListener() {
            @Override
            public void firstConnect(Connection connection) {
                heard.add("first");
            }

            @Override
            public void connect(Connection connection) throws SQLException {
                heard.add("connect");
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET @greeting = 'hello'");
                }
            }

            @Override
            public void checkout(Connection connection) {
                heard.add("checkout");
            }

            @Override
            public void checkin(Connection connection) {
                heard.add("checkin");
            }

            @Override
            public void invalidate(Connection connection) {
                heard.add("invalidate");
            }
        };
        try (Pool pool = Pool.of(URL, SA, p -> p.kind(Kind.QUEUE).size(1).listener(listener))) {
            try (Connection connection = pool.connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT @greeting")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("hello");
            }
            Connection broken = pool.connect();
            pool.invalidate(broken);
            assertThat(broken.isClosed()).isTrue();
            pool.connect().close();
        }
        assertThat(heard)
                .containsExactly(
                        "first",
                        "connect",
                        "checkout",
                        "checkin",
                        "checkout",
                        "invalidate",
                        "connect",
                        "checkout",
                        "checkin");
    }

    @Test
    @Tag("POOL-08")
    void aListenerThatThrowsKeepsTheConnectionFromBeingLent() throws SQLException {
        boolean[] refuse = {true};
        try (Pool pool = pool(Kind.QUEUE, 1, 0)) {
            pool.addListener(PoolListener.onCheckout(connection -> {
                if (refuse[0]) {
                    throw new SQLException("not now");
                }
            }));
            assertThatThrownBy(pool::connect).hasMessage("not now");
            refuse[0] = false;
            pool.connect().close();
            assertThat(pool.status().checkedOut()).isZero();
            assertThat(pool.metrics().discarded()).isEqualTo(1);
        }
    }

    @Test
    @Tag("POOL-01")
    void whatComesBackIsRolledBackAndUnusable() throws SQLException {
        try (Pool pool = pool(Kind.QUEUE, 1, 0)) {
            Connection connection = pool.connect();
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE IF NOT EXISTS left_open (n INT)");
            }
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO left_open VALUES (1)");
            }
            connection.close();
            connection.close();
            assertThatThrownBy(connection::createStatement).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> pool.invalidate(connection))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("ALU-0209");
            try (Connection next = pool.connect();
                    Statement statement = next.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM left_open")) {
                assertThat(next.getAutoCommit()).isTrue();
                rows.next();
                assertThat(rows.getInt(1)).isZero();
            }
        }
    }
}
