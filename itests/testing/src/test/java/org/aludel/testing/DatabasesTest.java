package org.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabasesTest {
    @RegisterExtension
    static final DatabaseExtension postgresql = Databases.postgresql().extension();

    static Stream<TestServer> servers() {
        return Stream.of(Databases.postgresql(), Databases.mariadb());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void eachDatabaseIsEmptyAndItsOwn(TestServer server) throws SQLException {
        try (TestDatabase first = server.createDatabase();
                TestDatabase second = server.createDatabase();
                Connection one = first.connect();
                Connection two = second.connect();
                Statement onOne = one.createStatement();
                Statement onTwo = two.createStatement()) {
            onOne.execute("CREATE TABLE t (id INT PRIMARY KEY)");
            assertThat(onOne.executeUpdate("INSERT INTO t VALUES (1)")).isEqualTo(1);
            assertThatThrownBy(() -> onTwo.executeQuery("SELECT * FROM t")).isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void closedDatabaseIsGoneThoughSomebodyWasConnected(TestServer server) throws SQLException {
        TestDatabase database = server.createDatabase();
        try (Connection ignored = database.connect()) {
            database.close();
            assertThatThrownBy(database::connect).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void postgreSqlTakesPreparedTransactions(TestDatabase database) throws SQLException {
        assertThat(database).isSameAs(postgresql.database());
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW max_prepared_transactions")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(10);
        }
    }

    @Test
    void urlOfAnotherServerIsTakenApart() {
        ServerAddress address =
                ServerAddress.parse(ServerKind.MARIADB, "jdbc:mariadb://db.example:3307/x?user=u&password=p");
        assertThat(address).isEqualTo(new ServerAddress(ServerKind.MARIADB, "db.example", 3307, "u", "p"));
        assertThat(address.database("d").aludelUrl())
                .isEqualTo("mysql+mariadb://u:p@db.example:3307/d?sslMode=disable");
        assertThatThrownBy(() -> ServerAddress.parse(ServerKind.POSTGRESQL, "jdbc:mariadb://h/"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("aludel.test.postgresql.url");
    }
}
