package org.aludel.databases.engine;

import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.aludel.engine.Engine;
import org.aludel.engine.Isolation;
import org.aludel.engine.Transaction;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** DataSources whose connections do not commit each statement by themselves, as many programs set their pools. */
@Tag("ENG-11")
class PoolsWithoutAutocommitTest {

    private static final String URL = "jdbc:h2:mem:without_autocommit";

    private final JdbcDataSource h2 = new JdbcDataSource();
    private Connection keeper;
    private HikariDataSource pool;

    @BeforeEach
    void open() throws SQLException {
        h2.setURL(URL);
        keeper = h2.getConnection();
        try (var statement = keeper.createStatement()) {
            statement.execute("CREATE TABLE notes (text VARCHAR(20))");
        }
        HikariConfig config = new HikariConfig();
        config.setDataSource(h2);
        config.setMaximumPoolSize(1);
        config.setAutoCommit(false);
        pool = new HikariDataSource(config);
    }

    @AfterEach
    void close() throws SQLException {
        pool.close();
        keeper.close();
    }

    private List<String> notes() throws SQLException {
        List<String> notes = new ArrayList<>();
        try (var statement = keeper.createStatement();
                var rows = statement.executeQuery("SELECT text FROM notes ORDER BY text")) {
            while (rows.next()) {
                notes.add(rows.getString(1));
            }
        }
        return notes;
    }

    private static void note(org.aludel.engine.Connection connection, String text) {
        connection.execute(text("INSERT INTO notes VALUES ('" + text + "')"));
    }

    @Test
    void aStatementOutsideATransactionStays() throws SQLException {
        try (Engine engine = Engine.of(pool);
                org.aludel.engine.Connection connection = engine.connect()) {
            note(connection, "first");
            assertThat(notes()).containsExactly("first");
            try (Transaction transaction = connection.begin()) {
                note(connection, "gone");
                transaction.rollback();
            }
            try (Transaction transaction = connection.begin()) {
                note(connection, "kept");
                transaction.commit();
            }
            note(connection, "last");
            assertThat(notes()).containsExactly("first", "kept", "last");
        }
    }

    @Test
    void autocommitAsIsolationCommitsEachStatement() throws SQLException {
        try (Engine engine = Engine.of(pool);
                org.aludel.engine.Connection connection = engine.connect()) {
            connection.isolation(Isolation.AUTOCOMMIT);
            try (Transaction ignored = connection.begin()) {
                note(connection, "at once");
                assertThat(notes()).containsExactly("at once");
            }
        }
    }

    @Test
    void aConnectionGoesBackAsItCame() throws SQLException {
        try (Connection only = h2.getConnection()) {
            List<String> calls = new ArrayList<>();
            only.setAutoCommit(false);
            try (Engine engine = Engine.of(always(only, calls));
                    org.aludel.engine.Connection connection = engine.connect()) {
                note(connection, "one");
                connection.begin().rollback();
                note(connection, "two");
            }
            assertThat(only.getAutoCommit()).isFalse();

            only.setAutoCommit(true);
            try (Engine engine = Engine.of(always(only, calls));
                    org.aludel.engine.Connection connection = engine.connect();
                    Transaction ignored = connection.begin()) {
                note(connection, "three");
            }
            assertThat(only.getAutoCommit()).isTrue();
        }
        assertThat(notes()).containsExactly("one", "two");
    }

    @Test
    void theDriverIsNotToldWhatItDoesAnyway() throws SQLException {
        try (Connection only = h2.getConnection()) {
            only.setAutoCommit(false);
            List<String> calls = new ArrayList<>();
            try (Engine engine = Engine.of(always(only, calls))) {
                for (int i = 0; i < 3; i++) {
                    try (org.aludel.engine.Connection connection = engine.connect();
                            Transaction transaction = connection.begin()) {
                        note(connection, "note " + i);
                        transaction.commit();
                    }
                }
            }
            assertThat(calls).doesNotContain("setAutoCommit");
        }
        assertThat(notes()).hasSize(3);
    }

    /** Gives one connection again and again, does not tidy it, and notes what is called. */
    private DataSource always(Connection connection, List<String> calls) {
        Connection lent = (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    try {
                        return method.getName().equals("close") ? null : method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getConnection") ? lent : method.invoke(h2, arguments));
    }
}
