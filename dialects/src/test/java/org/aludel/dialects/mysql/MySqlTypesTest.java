package org.aludel.dialects.mysql;

import static org.aludel.sql.Sql.cast;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.rowId;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aludel.dialects.postgresql.PostgreSql;
import org.aludel.errors.CompileException;
import org.aludel.schema.DdlElement;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Types of MySQL's own. */
@Tag("TYP-05")
class MySqlTypesTest {

    private static String spelled(Type<?> type) {
        return MySql.dialect().toSql(type);
    }

    @Test
    void numbersMayHaveNoSignAndLeadingZeros() {
        assertThat(spelled(MySqlTypes.tinyint(3).unsigned())).isEqualTo("TINYINT(3) UNSIGNED");
        assertThat(spelled(MySqlTypes.smallint().unsigned().zerofill())).isEqualTo("SMALLINT UNSIGNED ZEROFILL");
        assertThat(spelled(MySqlTypes.numeric(10, 2).unsigned())).isEqualTo("NUMERIC(10, 2) UNSIGNED");
        assertThat(spelled(MySqlTypes.floatType(7, 3))).isEqualTo("FLOAT(7, 3)");
        assertThat(spelled(MySqlTypes.year(4))).isEqualTo("YEAR(4)");
    }

    @Test
    void textSaysItsCharacters() {
        assertThat(spelled(MySqlTypes.mediumtext().charset("utf8"))).isEqualTo("MEDIUMTEXT CHARACTER SET utf8");
        assertThat(spelled(MySqlTypes.charType(3).binary().charset("utf8")))
                .isEqualTo("CHAR(3) CHARACTER SET utf8 BINARY");
        assertThat(spelled(MySqlTypes.varchar(30).unicode().national())).isEqualTo("NATIONAL VARCHAR(30)");
        assertThat(spelled(MySqlTypes.varchar(30).ascii())).isEqualTo("VARCHAR(30) ASCII");
    }

    @Test
    void timesKeepDigits() {
        assertThat(spelled(MySqlTypes.datetime())).isEqualTo("DATETIME");
        assertThat(spelled(MySqlTypes.timestamp().fsp(3))).isEqualTo("TIMESTAMP(3)");
    }

    @Test
    void castsKnowLess() {
        assertThat(select(cast(literal(5), MySqlTypes.bigint(20).unsigned()).label("n"))
                        .toSql(MySql.dialect()))
                .isEqualTo("SELECT CAST(? AS UNSIGNED INTEGER) AS n");
        assertThat(select(cast(literal(5), MySqlTypes.varchar(20).charset("utf8"))
                                .label("n"))
                        .toSql(MySql.dialect()))
                .isEqualTo("SELECT CAST(? AS CHAR(20) CHARACTER SET utf8) AS n");
    }

    @Test
    void labelsAreQuoted() {
        assertThat(spelled(MySqlTypes.enumType("a", "b'c").collation("utf8_bin")))
                .isEqualTo("ENUM('a','b''c') COLLATE utf8_bin");
        assertThat(spelled(MySqlTypes.set("x", "y"))).isEqualTo("SET('x','y')");
    }

    @Test
    void otherDatabasesRefuseThem() {
        Table table = new MetaData().table("t", column("x", MySqlTypes.mediumint()));

        assertThatThrownBy(
                        () -> new DdlElement.CreateTable(table, false, java.util.List.of()).toSql(PostgreSql.dialect()))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("MEDIUMINT")
                .hasMessageContaining("postgresql");
    }

    @Test
    @Tag("ENG-13")
    void rowsHaveNoIdButTheirKey() {
        Table words = new MetaData().table("words", column("word", Types.STRING));
        assertThatThrownBy(() -> select(rowId(words)).toSql(MySql.dialect()))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("row id")
                .hasMessageContaining("dialect mysql")
                .hasMessageContaining("primary key");
    }
}
