package org.aludel.dialects.mssql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.DatabaseUrl;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.SortedError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connecting to SQL Server, and what its drivers' errors mean. No server: the drivers themselves say what they take. */
@Tag("DIA-08")
class SqlServerDriverTest {

    private static ConnectArguments connect(String url) {
        return new SqlServerProvider().connect(DatabaseUrl.parse(url));
    }

    @Test
    void bothDriversAreOffered() {
        ConnectArguments microsoft = connect("mssql://sa:secret@host/app?encrypt=false");
        assertThat(microsoft.jdbcUrl()).isEqualTo("jdbc:sqlserver://host:1433");
        assertThat(microsoft.properties())
                .containsEntry("databaseName", "app")
                .containsEntry("user", "sa")
                .containsEntry("encrypt", "false")
                .doesNotContainKey("trustServerCertificate");
        assertThat(connect("mssql+jtds://sa:secret@host:1434/app").jdbcUrl())
                .isEqualTo("jdbc:jtds:sqlserver://host:1434/app");
    }

    @Test
    void aServerOfTheSameMachineIsTrusted() {
        assertThat(connect("mssql://sa:secret@localhost/app").properties())
                .containsEntry("trustServerCertificate", "true");
        assertThat(connect("mssql://sa:secret@localhost/app?trustServerCertificate=false")
                        .properties())
                .containsEntry("trustServerCertificate", "false");
    }

    @Test
    void theDriversTakeTheUrls() throws Exception {
        for (String url : List.of("mssql://host/app", "mssql+jtds://host/app")) {
            ConnectArguments arguments = connect(url);
            java.sql.Driver driver = (java.sql.Driver) Class.forName(arguments.driverClass())
                    .getDeclaredConstructor()
                    .newInstance();

            assertThat(driver.acceptsURL(arguments.jdbcUrl())).isTrue();
            assertThat(new SqlServerProvider().acceptsJdbcUrl(arguments.jdbcUrl()))
                    .isTrue();
        }
    }

    @Test
    void twoPhaseTransactionsHaveASourceOfConnections() throws Exception {
        Object source = SqlServer.dialect().xaDataSource(connect("mssql://sa:secret@host/app?encrypt=false"));
        assertThat(source.getClass().getMethod("getURL").invoke(source))
                .isEqualTo("jdbc:sqlserver://host:1433;databaseName=app;encrypt=false");

        Object jtds = SqlServer.dialect().xaDataSource(connect("mssql+jtds://sa:secret@host:1434/app"));
        assertThat(jtds.getClass().getMethod("getServerName").invoke(jtds)).isEqualTo("host");
        assertThat(jtds.getClass().getMethod("getPortNumber").invoke(jtds)).isEqualTo(1434);
        assertThat(jtds.getClass().getMethod("getDatabaseName").invoke(jtds)).isEqualTo("app");
        assertThat(jtds.getClass().getMethod("getUser").invoke(jtds)).isEqualTo("sa");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2627 | Violation of UNIQUE KEY constraint 'UQ_name'. Cannot insert duplicate key | UNIQUE | UQ_name",
                "2601 | Cannot insert duplicate key row in object 't' with unique index 'ix'. | UNIQUE | ix",
                "547 | The INSERT statement conflicted with the FOREIGN KEY constraint \"FK_u\". | FOREIGN_KEY | FK_u",
                "547 | The INSERT statement conflicted with the CHECK constraint \"CK_a\". | CHECK | CK_a",
                "515 | Cannot insert the value NULL into column 'name', table 't' | NOT_NULL | name",
                "1205 | Transaction was deadlocked on lock resources | DEADLOCK |",
                "3960 | Snapshot isolation transaction aborted due to update conflict. | SERIALIZATION |",
                "1222 | Lock request time out period exceeded. | TIMEOUT |",
                "18456 | Login failed for user 'sa'. | DISCONNECT |",
                "208 | Invalid object name 't'. | SYNTAX |",
                "2628 | String or binary data would be truncated | DATA |"
            })
    void errorsAreSortedByNumber(int code, String message, ErrorKind kind, String constraint) {
        SortedError sorted = SqlServer.dialect().sortError(new SQLException(message, "S0001", code));

        assertThat(sorted).isEqualTo(new SortedError(kind, constraint));
    }

    @Test
    void savepointsAreItsOwn() {
        assertThat(SqlServer.dialect().savepoint("s")).isEqualTo("SAVE TRANSACTION s");
        assertThat(SqlServer.dialect().releaseSavepoint("s")).isNull();
        assertThat(SqlServer.dialect().rollbackToSavepoint("s")).isEqualTo("ROLLBACK TRANSACTION s");
    }

    @Test
    void aVictimOfADeadlockHasNoTransactionLeft() {
        assertThat(SqlServer.dialect().endsTransaction(ErrorKind.DEADLOCK)).isTrue();
        assertThat(SqlServer.dialect().endsTransaction(ErrorKind.UNIQUE)).isFalse();
    }
}
