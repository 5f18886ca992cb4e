package org.aludel.dialects.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.Dialects;
import org.aludel.core.dialect.SortedError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Errors of databases that can't run here, by the numbers and words of their manuals: dialect, SQLSTATE, vendor code,
 * message, kind and constraint.
 */
@Tag("ENG-15")
class ErrorTablesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        oracle   | 23000 | 1     | ORA-00001: unique constraint (SCOTT.USERS_UQ) violated | UNIQUE | USERS_UQ
        oracle   | 23000 | 2291  | ORA-02291: integrity constraint (SCOTT.FK_A) violated - parent key not found | FOREIGN_KEY | FK_A
        oracle   | 23000 | 2292  | ORA-02292: integrity constraint (SCOTT.FK_A) violated - child record found | FOREIGN_KEY | FK_A
        oracle   | 23000 | 1400  | ORA-01400: cannot insert NULL into ("SCOTT"."USERS"."NAME") | NOT_NULL | NAME
        oracle   | 23000 | 2290  | ORA-02290: check constraint (SCOTT.CK_A) violated | CHECK | CK_A
        oracle   | 61000 | 60    | ORA-00060: deadlock detected while waiting for resource | DEADLOCK |
        oracle   | 72000 | 8177  | ORA-08177: can't serialize access for this transaction | SERIALIZATION |
        oracle   | 61000 | 54    | ORA-00054: resource busy and acquire with NOWAIT specified | TIMEOUT |
        oracle   | 72000 | 1013  | ORA-01013: user requested cancel of current operation | TIMEOUT |
        oracle   | 08003 | 3113  | ORA-03113: end-of-file on communication channel | DISCONNECT |
        oracle   | 72000 | 28    | ORA-00028: your session has been killed | DISCONNECT |
        oracle   | 72000 | 1017  | ORA-01017: invalid username/password; logon denied | DISCONNECT |
        oracle   | 66000 | 12514 | ORA-12514: listener does not know of service requested | DISCONNECT |
        oracle   | 42000 | 936   | ORA-00936: missing expression | SYNTAX |
        oracle   | 42000 | 942   | ORA-00942: table or view does not exist | SYNTAX |
        oracle   | 72000 | 12899 | ORA-12899: value too large for column "A"."B"."C" | DATA |
        oracle   | 22012 | 1476  | ORA-01476: divisor is equal to zero | DATA |
        mssql    | 23000 | 2627  | Violation of UNIQUE KEY constraint 'uq_a'. Cannot insert duplicate key in object 'dbo.a'. | UNIQUE | uq_a
        mssql    | 23000 | 2601  | Cannot insert duplicate key row in object 'dbo.a' with unique index 'ix_a'. | UNIQUE | ix_a
        mssql    | 23000 | 547   | The INSERT statement conflicted with the FOREIGN KEY constraint "fk_a". | FOREIGN_KEY | fk_a
        mssql    | 23000 | 547   | The INSERT statement conflicted with the CHECK constraint "ck_a". | CHECK | ck_a
        mssql    | 23000 | 515   | Cannot insert the value NULL into column 'name', table 'a.dbo.b' | NOT_NULL | name
        mssql    | 40001 | 1205  | Transaction was deadlocked on lock resources and has been chosen as the deadlock victim. | DEADLOCK |
        mssql    | S0005 | 3960  | Snapshot isolation transaction aborted due to update conflict. | SERIALIZATION |
        mssql    | S0051 | 1222  | Lock request time out period exceeded. | TIMEOUT |
        mssql    | S0001 | 18456 | Login failed for user 'sa'. | DISCONNECT |
        mssql    | S0001 | 4060  | Cannot open database "nowhere" requested by the login. | DISCONNECT |
        mssql    | S0001 | 102   | Incorrect syntax near 'x'. | SYNTAX |
        mssql    | S0001 | 208   | Invalid object name 'nowhere'. | SYNTAX |
        mssql    | S0001 | 8152  | String or binary data would be truncated. | DATA |
        mssql    | S0001 | 8134  | Divide by zero error encountered. | DATA |
        mysql    | 23000 | 1062  | Duplicate entry 'ed' for key 'users.uq_name' | UNIQUE | uq_name
        mysql    | 23000 | 1452  | a foreign key constraint fails (`t`.`a`, CONSTRAINT `fk_a` FOREIGN KEY) | FOREIGN_KEY | fk_a
        mysql    | 23000 | 1048  | Column 'name' cannot be null | NOT_NULL | name
        mysql    | HY000 | 3819  | Check constraint 'ck_a' is violated. | CHECK | ck_a
        mysql    | 40001 | 1213  | Deadlock found when trying to get lock; try restarting transaction | DEADLOCK |
        mysql    | 40001 | 1205  | Lock wait timeout exceeded; try restarting transaction | TIMEOUT |
        mysql    | HY000 | 3024  | Query execution was interrupted, maximum statement execution time exceeded | TIMEOUT |
        mysql    | 70100 | 1317  | Query execution was interrupted | CANCELLED |
        mysql    | 08S01 | 0     | Communications link failure | DISCONNECT |
        mysql    | 28000 | 1045  | Access denied for user | DISCONNECT |
        mysql    | 42000 | 1049  | Unknown database 'nowhere' | DISCONNECT |
        mysql    | 42000 | 1064  | You have an error in your SQL syntax | SYNTAX |
        mysql    | 22001 | 1406  | Data too long for column 'name' at row 1 | DATA |
        mysql    | 22012 | 1365  | Division by 0 | DATA |
        db2      | 23505 | -803  | DB2 SQL Error: SQLCODE=-803, SQLSTATE=23505, SQLERRMC=2;DB2INST1.USERS | UNIQUE | DB2INST1.USERS
        db2      | 23503 | -530  | DB2 SQL Error: SQLCODE=-530, SQLSTATE=23503, SQLERRMC=A.B.FK_A | FOREIGN_KEY | A.B.FK_A
        db2      | 23513 | -545  | DB2 SQL Error: SQLCODE=-545, SQLSTATE=23513, SQLERRMC=A.B.CK_A | CHECK | A.B.CK_A
        db2      | 40001 | -911  | DB2 SQL Error: SQLCODE=-911, SQLSTATE=40001, SQLERRMC=2 | DEADLOCK |
        db2      | 40001 | -911  | DB2 SQL Error: SQLCODE=-911, SQLSTATE=40001, SQLERRMC=68 | TIMEOUT |
        db2      | 57014 | -952  | Processing was cancelled due to an interrupt | TIMEOUT |
        db2      | 08001 | -4499 | A fatal error occurred that resulted in a disconnect | DISCONNECT |
        db2      | 28000 | -4214 | Connection authorization failure occurred | DISCONNECT |
        db2      | 42601 | -104  | An unexpected token was found | SYNTAX |
        db2      | 42704 | -204  | "NOWHERE" is an undefined name | SYNTAX |
        db2      | 22001 | -433  | Value is too long | DATA |
        db2      | 22012 | -801  | Division by zero was attempted | DATA |
        informix | 23000 | -268  | Unique constraint (informix.u_a) violated. | UNIQUE | u_a
        informix | 23000 | -691  | Missing key in referenced table for referential constraint (informix.r_a). | FOREIGN_KEY | r_a
        informix | 23000 | -391  | Cannot insert a null into column (users.name). | NOT_NULL | name
        informix | 23000 | -530  | Check constraint (informix.c_a) failed. | CHECK | c_a
        informix | 40001 | -143  | ISAM error: deadlock detected. | DEADLOCK |
        informix | IX000 | -244  | Could not do a physical-order read to fetch next row. | TIMEOUT |
        informix | 08S01 | -79730 | Connection not established | DISCONNECT |
        informix | 42000 | -201  | A syntax error has occurred. | SYNTAX |
        informix | 42S02 | -206  | The specified table (nowhere) is not in the database. | SYNTAX |
        informix | 22012 | -1202 | An attempt was made to divide by zero. | DATA |
        hana     | 23000 | 301   | unique constraint violated: Table(USERS), Index(UQ_A) | UNIQUE | UQ_A
        hana     | 23000 | 287   | cannot insert NULL or update to NULL: NAME | NOT_NULL | NAME
        hana     | 40001 | 133   | transaction rolled back by detected deadlock | DEADLOCK |
        hana     | HY000 | 131   | transaction rolled back by lock wait timeout | TIMEOUT |
        hana     | HY000 | 138   | transaction serialization failure | SERIALIZATION |
        hana     | 08S01 | -10807 | System call recv failed | DISCONNECT |
        hana     | 42000 | 257   | sql syntax error | SYNTAX |
        hana     | 42S02 | 259   | invalid table name | SYNTAX |
        hana     | HY000 | 274   | inserted value too large for column | DATA |
        hana     | HY000 | 304   | division by zero undefined | DATA |
        hana     | 28000 | 10    | authentication failed | DISCONNECT |
        sybase   | 23000 | 2601  | Attempt to insert duplicate key row in object 'a' with unique index 'ux_a' | UNIQUE | ux_a
        sybase   | 23000 | 546   | Foreign key constraint violation occurred, dbname = 'd', table name = 't', constraint name = 'fk_a'. | FOREIGN_KEY | fk_a
        sybase   | 23000 | 548   | Check constraint violation occurred, dbname = 'd', table name = 't', constraint name = 'ck_a'. | CHECK | ck_a
        sybase   | 23000 | 233   | The column name in table users does not allow null values. | NOT_NULL | name
        sybase   | 40001 | 1205  | Your server command encountered a deadlock situation. | DEADLOCK |
        sybase   | ZZZZZ | 12205 | Could not acquire a lock within the specified wait period. | TIMEOUT |
        sybase   | ZZZZZ | 4002  | Login failed. | DISCONNECT |
        sybase   | 42000 | 102   | Incorrect syntax near 'x'. | SYNTAX |
        sybase   | 22012 | 3607  | Divide by zero occurred. | DATA |
        sybase   | 22001 | 9502  | Data exception - string data right truncated. | DATA |
        """)
    void errorIsSortedByTheManual(
            String dialect, String state, int code, String message, String kind, @Nullable String constraint) {
        CoreDialect sorted = Dialects.find().named(dialect).dialect();
        SortedError error = sorted.sortError(new SQLException(message, state, code));
        assertThat(error.kind().name()).isEqualTo(kind);
        assertThat(error.constraint()).isEqualTo(constraint);
    }

    /** What a driver leaves out must not make sorting fail. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "h2",
                "hsqldb",
                "derby",
                "sqlite",
                "postgresql",
                "mariadb",
                "mysql",
                "firebird",
                "access",
                "oracle",
                "mssql",
                "db2",
                "informix",
                "hana",
                "maxdb",
                "sybase"
            })
    void exceptionWithoutMessageAndStateIsSortedAsOther(String dialect) {
        CoreDialect sorted = Dialects.find().named(dialect).dialect();
        assertThat(sorted.sortError(new SQLException(null, null, 0)).kind().name())
                .isEqualTo("OTHER");
        assertThat(sorted.sortError(new SQLException("", "", 0)).kind().name()).isEqualTo("OTHER");
    }
}
