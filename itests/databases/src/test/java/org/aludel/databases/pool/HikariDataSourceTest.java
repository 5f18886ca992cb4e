package org.aludel.databases.pool;

import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Isolation;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A HikariCP that the program brings: its proxies are passed by, what it promises holds. */
@Tag("POOL-01")
class HikariDataSourceTest {

    private final HikariDataSource pool = new HikariDataSource(config());
    private final Engine engine = Engine.builder(pool).build();

    private static HikariConfig config() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:hikari;DB_CLOSE_DELAY=0");
        config.setUsername("sa");
        config.setMaximumPoolSize(1);
        config.setSchema("PUBLIC");
        return config;
    }

    @AfterEach
    void close() {
        engine.close();
        pool.close();
    }

    /** The driver's connection, after it was used. */
    private static JdbcConnection used(Connection connection) {
        assertThat(connection.execute(text("SELECT 1")).scalar(Integer.class)).isEqualTo(1);
        return connection.unwrap(JdbcConnection.class);
    }

    @Test
    void theEngineWorksOnTheDriversConnectionAndUsersSeeTheProxy() throws SQLException {
        try (Connection connection = engine.connect()) {
            assertThat(connection.unwrap(java.sql.Connection.class).toString()).contains("HikariProxyConnection");
            assertThat(connection.unwrap(JdbcConnection.class).isClosed()).isFalse();
        }
    }

    @Test
    void connectionsGoBackAndAreLentAgain() {
        JdbcConnection first;
        try (Connection connection = engine.connect()) {
            first = used(connection);
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isEqualTo(1);
        }
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        try (Connection connection = engine.connect()) {
            assertThat(used(connection)).isSameAs(first);
        }
    }

    @Test
    void whatWasInvalidatedIsNeverLentAgain() {
        JdbcConnection first;
        try (Connection connection = engine.connect()) {
            first = used(connection);
            connection.invalidate();
        }
        try (Connection connection = engine.connect()) {
            assertThat(used(connection)).isNotSameAs(first);
        }
    }

    @Test
    void whatTheEngineOrAUserChangedIsAsBefore() throws SQLException {
        int isolation;
        try (java.sql.Connection jdbc = pool.getConnection()) {
            isolation = jdbc.getTransactionIsolation();
            jdbc.createStatement().execute("CREATE SCHEMA other");
        }
        try (Connection connection = engine.connect().isolation(Isolation.SERIALIZABLE)) {
            connection.unwrap(java.sql.Connection.class).setSchema("OTHER");
            connection.begin();
            used(connection);
        }
        try (java.sql.Connection jdbc = pool.getConnection()) {
            assertThat(jdbc.getTransactionIsolation()).isEqualTo(isolation);
            assertThat(jdbc.getAutoCommit()).isTrue();
            assertThat(jdbc.getSchema()).isEqualTo("PUBLIC");
        }
    }

    @Test
    void aConnectionOutWhileThePoolClosesIsClosed() throws SQLException {
        Connection connection = engine.connect();
        java.sql.Connection driver = connection.unwrap(JdbcConnection.class);
        pool.close();
        connection.invalidate();
        connection.close();
        assertThat(driver.isClosed()).isTrue();
    }

    @Test
    void aSubclassIsLeftAlone() {
        try (HikariDataSource own = new HikariDataSource(config()) {};
                Engine other = Engine.builder(own).build();
                Connection connection = other.connect()) {
            assertThat(connection.unwrap(java.sql.Connection.class).toString()).contains("HikariProxyConnection");
            assertThat(used(connection)).isNotNull();
        }
    }
}
