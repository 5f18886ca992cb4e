package org.aludel.dialects.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.DatabaseUrl;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.SortedError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connecting to Oracle, and what its driver's errors mean. No server: the driver itself says what it takes. */
@Tag("DIA-07")
class OracleDriverTest {

    private static ConnectArguments connect(String url) {
        return new OracleProvider().connect(DatabaseUrl.parse(url));
    }

    @Test
    void servicesSidsAndNames() {
        assertThat(connect("oracle://scott:tiger@host/orcl").jdbcUrl()).isEqualTo("jdbc:oracle:thin:@//host:1521/orcl");
        assertThat(connect("oracle://scott:tiger@host:1522/?sid=XE").jdbcUrl())
                .isEqualTo("jdbc:oracle:thin:@host:1522:XE");
        assertThat(connect("oracle:///prod").jdbcUrl()).isEqualTo("jdbc:oracle:thin:@prod");
        assertThat(connect("oracle://scott:tiger@host/orcl?defaultRowPrefetch=50")
                        .properties())
                .containsEntry("user", "scott")
                .containsEntry("defaultRowPrefetch", "50");
    }

    @Test
    void theDriverTakesTheUrls() throws Exception {
        java.sql.Driver driver =
                (java.sql.Driver) Class.forName(connect("oracle://host/orcl").driverClass())
                        .getDeclaredConstructor()
                        .newInstance();

        for (String url : List.of("oracle://host/orcl", "oracle://host/?sid=XE", "oracle:///prod")) {
            assertThat(driver.acceptsURL(connect(url).jdbcUrl())).isTrue();
            assertThat(new OracleProvider().acceptsJdbcUrl(connect(url).jdbcUrl()))
                    .isTrue();
        }
    }

    @Test
    void twoPhaseTransactionsHaveASourceOfConnections() throws Exception {
        Object source = Oracle.dialect().xaDataSource(connect("oracle://scott:tiger@host/orcl"));

        assertThat(source.getClass().getMethod("getURL").invoke(source))
                .isEqualTo("jdbc:oracle:thin:@//host:1521/orcl");
        assertThat(source.getClass().getMethod("getUser").invoke(source)).isEqualTo("scott");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | ORA-00001: unique constraint (SCOTT.USERS_NAME_UQ) violated | UNIQUE | USERS_NAME_UQ",
                "2291 | ORA-02291: integrity constraint (SCOTT.FK_USER) violated - parent key not found | FOREIGN_KEY | FK_USER",
                "2292 | ORA-02292: integrity constraint (SCOTT.FK_USER) violated - child record found | FOREIGN_KEY | FK_USER",
                "1400 | ORA-01400: cannot insert NULL into (\"SCOTT\".\"USERS\".\"NAME\") | NOT_NULL | NAME",
                "2290 | ORA-02290: check constraint (SCOTT.CK_AGE) violated | CHECK | CK_AGE",
                "60 | ORA-00060: deadlock detected while waiting for resource | DEADLOCK |",
                "8177 | ORA-08177: can't serialize access for this transaction | SERIALIZATION |",
                "54 | ORA-00054: resource busy and acquire with NOWAIT specified | TIMEOUT |",
                "3113 | ORA-03113: end-of-file on communication channel | DISCONNECT |",
                "942 | ORA-00942: table or view does not exist | SYNTAX |",
                "12899 | ORA-12899: value too large for column | DATA |"
            })
    void errorsAreSortedByNumber(int code, String message, ErrorKind kind, String constraint) {
        SortedError sorted = Oracle.dialect().sortError(new SQLException(message, "72000", code));

        assertThat(sorted).isEqualTo(new SortedError(kind, constraint));
    }

    @Test
    void savepointsAreNotReleased() {
        assertThat(Oracle.dialect().savepoint("s")).isEqualTo("SAVEPOINT s");
        assertThat(Oracle.dialect().releaseSavepoint("s")).isNull();
        assertThat(Oracle.dialect().rollbackToSavepoint("s")).isEqualTo("ROLLBACK TO SAVEPOINT s");
    }

    @Test
    void durationsCrossAsIntervals() throws SQLException {
        for (Duration duration : Stream.of("PT0S", "PT36H1M2.5S", "-PT1H0.000001S", "P400DT1S")
                .map(Duration::parse)
                .toList()) {
            assertThat(OracleHandlers.duration(OracleHandlers.text(duration))).isEqualTo(duration);
        }
        assertThat(OracleHandlers.duration("-1 2:3:4.5")).isEqualTo(Duration.parse("-P1DT2H3M4.5S"));
    }
}
