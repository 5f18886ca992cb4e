package org.aludel.itests.corpus.orm;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.testing.Databases;
import org.aludel.testing.TestDatabase;
import org.aludel.testing.TestServer;

/** A database other than SQLite, on which the scenarios run one after another: each finds it empty. */
abstract class ForeignDatabase implements AutoCloseable {

    /** One empty database: what it is reached by. */
    interface Empty {
        String aludelUrl();

        Connection connect() throws SQLException;
    }

    /** Its name in what is printed and in the table of deviations. */
    abstract String name();

    /** An empty database for the engine with this number. */
    abstract Empty empty(int engine) throws SQLException;

    /** What each connection is told first: nobody waits long for a lock. */
    abstract String shortLocks();

    /** What makes a connection ignore foreign keys, and heed them again. */
    abstract List<String> ignoringForeignKeys();

    /** Statements after which generated keys go on where the rows end, as SQLite's do. */
    abstract List<String> keysGoOn(Connection connection) throws SQLException;

    @Override
    public abstract void close();

    static ForeignDatabase h2() {
        return new H2();
    }

    static ForeignDatabase postgresql() {
        return new PostgreSql();
    }

    static ForeignDatabase mariadb() {
        return new MariaDb();
    }

    /** In memory, a new one each time. */
    private static final class H2 extends ForeignDatabase {
        private static final AtomicInteger COUNT = new AtomicInteger();

        @Override
        String name() {
            return "h2";
        }

        @Override
        Empty empty(int engine) {
            String name = "scenario" + COUNT.incrementAndGet();
            return new Empty() {
                @Override
                public String aludelUrl() {
                    return "h2:///mem:" + name;
                }

                @Override
                public Connection connect() throws SQLException {
                    return DriverManager.getConnection("jdbc:h2:mem:" + name, "sa", "");
                }
            };
        }

        @Override
        String shortLocks() {
            return "SET LOCK_TIMEOUT 1000";
        }

        @Override
        List<String> ignoringForeignKeys() {
            return List.of("SET REFERENTIAL_INTEGRITY FALSE", "SET REFERENTIAL_INTEGRITY TRUE");
        }

        @Override
        List<String> keysGoOn(Connection connection) throws SQLException {
            List<String> statements = new ArrayList<>();
            for (List<String> key : texts(
                    connection,
                    "SELECT table_name, column_name FROM information_schema.columns"
                            + " WHERE is_identity = 'YES' AND table_schema = 'PUBLIC'")) {
                String column = '"' + key.get(1) + '"';
                String next = texts(
                                connection, "SELECT COALESCE(MAX(" + column + "), 0) + 1 FROM \"" + key.get(0) + '"')
                        .get(0)
                        .get(0);
                statements.add("ALTER TABLE \"" + key.get(0) + "\" ALTER COLUMN " + column + " RESTART WITH " + next);
            }
            return statements;
        }

        @Override
        public void close() {
            // each database goes with its engine
        }
    }

    /** Databases on a server, emptied each time. */
    private abstract static class OnServer extends ForeignDatabase {
        private final TestServer server;
        private final List<TestDatabase> databases = new ArrayList<>();

        OnServer(TestServer server) {
            this.server = server;
            databases.add(server.createDatabase());
        }

        abstract void empty(TestDatabase database) throws SQLException;

        @Override
        final Empty empty(int engine) throws SQLException {
            while (databases.size() <= engine) {
                databases.add(server.createDatabase());
            }
            TestDatabase database = databases.get(engine);
            empty(database);
            return new Empty() {
                @Override
                public String aludelUrl() {
                    return database.aludelUrl();
                }

                @Override
                public Connection connect() throws SQLException {
                    return database.connect();
                }
            };
        }

        @Override
        public final void close() {
            databases.forEach(TestDatabase::close);
        }
    }

    private static final class PostgreSql extends OnServer {
        PostgreSql() {
            super(Databases.postgresql());
        }

        @Override
        String name() {
            return "postgresql";
        }

        @Override
        void empty(TestDatabase database) throws SQLException {
            try (Connection connection = database.connect()) {
                for (List<String> prepared :
                        texts(connection, "SELECT gid FROM pg_prepared_xacts WHERE database = current_database()")) {
                    RecordedTables.run(connection, "ROLLBACK PREPARED '" + prepared.get(0) + "'");
                }
                RecordedTables.run(connection, shortLocks(), "DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
            }
        }

        @Override
        String shortLocks() {
            return "SET lock_timeout = '2s'";
        }

        @Override
        List<String> ignoringForeignKeys() {
            return List.of("SET session_replication_role = replica", "SET session_replication_role = origin");
        }

        @Override
        List<String> keysGoOn(Connection connection) throws SQLException {
            List<String> statements = new ArrayList<>();
            for (List<String> key : texts(
                    connection,
                    "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
                            + " AND (is_identity = 'YES' OR column_default LIKE 'nextval%')")) {
                String table = '"' + key.get(0) + '"';
                statements.add("SELECT setval(pg_get_serial_sequence('" + table + "', '" + key.get(1)
                        + "'), (SELECT COALESCE(MAX(\"" + key.get(1) + "\"), 0) + 1 FROM " + table + "), false)");
            }
            return statements;
        }
    }

    private static final class MariaDb extends OnServer {
        MariaDb() {
            super(Databases.mariadb());
        }

        @Override
        String name() {
            return "mariadb";
        }

        @Override
        void empty(TestDatabase database) throws SQLException {
            try (Connection connection = database.connect()) {
                RecordedTables.run(connection, shortLocks(), "SET lock_wait_timeout = 5", "SET foreign_key_checks = 0");
                for (List<String> table : texts(
                        connection,
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = database()")) {
                    RecordedTables.run(connection, "DROP TABLE `" + table.get(0) + "`");
                }
            }
        }

        @Override
        String shortLocks() {
            return "SET innodb_lock_wait_timeout = 2";
        }

        @Override
        List<String> ignoringForeignKeys() {
            return List.of("SET foreign_key_checks = 0", "SET foreign_key_checks = 1");
        }

        @Override
        List<String> keysGoOn(Connection connection) {
            return List.of(); // they do
        }
    }

    /** All cells as texts. */
    static List<List<String>> texts(Connection connection, String query) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
