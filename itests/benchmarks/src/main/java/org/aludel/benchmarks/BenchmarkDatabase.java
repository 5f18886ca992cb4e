package org.aludel.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.aludel.testing.TestDatabase;

/** A filled database and the one pool that all peers share. */
public final class BenchmarkDatabase implements AutoCloseable {
    // Kept in a field: a logger that nobody holds forgets its level.
    private static final Logger POOL_LOG = Logger.getLogger("com.zaxxer.hikari");

    static {
        POOL_LOG.setLevel(Level.WARNING);
    }

    private final DatabaseKind kind;
    private final Sizes sizes;
    private final HikariDataSource pool;

    private BenchmarkDatabase(DatabaseKind kind, Sizes sizes, HikariDataSource pool) {
        this.kind = kind;
        this.sizes = sizes;
        this.pool = pool;
    }

    /** An H2 database in memory, filled; it lives as long as the pool has a connection. */
    public static BenchmarkDatabase h2(Sizes sizes) {
        String url = "jdbc:h2:mem:bench" + System.nanoTime();
        BenchmarkDatabase database = new BenchmarkDatabase(DatabaseKind.H2, sizes, pool(url, "sa", ""));
        database.fill();
        return database;
    }

    /** An empty PostgreSQL database, which is filled; or one that has been. */
    public static BenchmarkDatabase postgreSql(TestDatabase database, Sizes sizes) {
        String url = database.jdbcUrl() + "?reWriteBatchedInserts=true";
        BenchmarkDatabase result =
                new BenchmarkDatabase(DatabaseKind.POSTGRESQL, sizes, pool(url, database.user(), database.password()));
        if (!result.isFilled()) {
            result.execute("ALTER DATABASE " + database.name() + " SET jit = off");
            result.pool.getHikariPoolMXBean().softEvictConnections();
            result.fill();
        }
        return result;
    }

    public DatabaseKind kind() {
        return kind;
    }

    public Sizes sizes() {
        return sizes;
    }

    /** The pool; its connections do not commit by themselves. */
    public DataSource dataSource() {
        return pool;
    }

    /** Takes away what rolled-back writes left behind. */
    public void tidy() {
        if (kind == DatabaseKind.POSTGRESQL) {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(true);
                statement.execute("VACUUM users, addresses");
                connection.setAutoCommit(false);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Runs a query of one number. */
    public long number(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            long number = row.getLong(1);
            connection.rollback();
            return number;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a statement and commits. */
    public void execute(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private static HikariDataSource pool(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        return new HikariDataSource(config);
    }

    private boolean isFilled() {
        return number("SELECT count(*) FROM information_schema.tables WHERE table_name = 'addresses'") > 0
                && number("SELECT count(*) FROM addresses") == sizes.addresses();
    }

    private void fill() {
        kind.ddl().forEach(this::execute);
        try (Connection connection = pool.getConnection()) {
            fillUsers(connection);
            fillAddresses(connection);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        execute("ANALYZE");
        tidy();
    }

    private void fillUsers(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO users (name, fullname, age, created, balance) VALUES (?, ?, ?, ?, ?)")) {
            for (int user = 1; user <= sizes.users(); user++) {
                insert.setString(1, Samples.name(user));
                insert.setString(2, Samples.fullname(user));
                insert.setInt(3, Samples.age(user));
                insert.setObject(4, Samples.created(user));
                insert.setBigDecimal(5, Samples.balance(user));
                insert.addBatch();
                if (user % 1_000 == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private void fillAddresses(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO addresses (user_id, email, city) VALUES (?, ?, ?)")) {
            for (int user = 1; user <= sizes.parents(); user++) {
                for (int index = 0; index < sizes.childrenEach(); index++) {
                    insert.setInt(1, user);
                    insert.setString(2, Samples.email(user, index));
                    insert.setString(3, Samples.city(user, index));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
