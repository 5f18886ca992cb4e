package org.aludel.dialects.mssql;

import static org.aludel.sql.Sql.cast;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.func;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.rowId;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.TEXT;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aludel.core.dialect.CoreDialect;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How SQL Server's SQL differs. */
@Tag("DIA-08")
class SqlServerSqlTest {

    private final MetaData metadata = new MetaData();
    private final Table users = metadata.table("users", column("id", INTEGER).primaryKey(), column("name", string(50)));
    private final Column<Integer> id = users.c("id");
    private final Column<String> name = users.c("name");
    private final CoreDialect old = SqlServer.dialect(s -> s.version(10, 0));

    @Test
    void aLimitIsTop() {
        assertThat(select(id).limit(5).toSql(SqlServer.dialect())).isEqualTo("SELECT TOP 5 users.id FROM users");
    }

    @Test
    void anOffsetIsOfTheOrder() {
        assertThat(select(id).orderBy(name).limit(5).offset(10).toSql(SqlServer.dialect()))
                .isEqualTo("SELECT users.id FROM users ORDER BY users.name OFFSET ? ROWS FETCH FIRST ? ROWS ONLY");
    }

    @Test
    void rowsAreNumberedForAnOffsetBefore2012() {
        assertThat(select(id).orderBy(name).limit(5).offset(10).toSql(old))
                .isEqualTo("SELECT anon_1.id FROM (SELECT users.id AS id, ROW_NUMBER() OVER (ORDER BY users.name)"
                        + " AS mssql_rn FROM users) AS anon_1 WHERE mssql_rn > ? AND mssql_rn <= ? + ?");
    }

    @Test
    void anOffsetWithoutOrderIsRefused() {
        assertThatThrownBy(() -> select(id).offset(10).toSql(SqlServer.dialect()))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("ORDER BY");
    }

    @Test
    void textIsJoinedByPlus() {
        assertThat(select(name.concat("x").label("n")).toSql(SqlServer.dialect()))
                .isEqualTo("SELECT users.name + ? AS n FROM users");
    }

    @Test
    void schemasMayNameTheirDatabase() {
        SqlServerIdentifiers names = new SqlServerIdentifiers();

        assertThat(names.schema("dbo")).isEqualTo("dbo");
        assertThat(names.schema("db.dbo")).isEqualTo("db.dbo");
        assertThat(names.schema("MyDb.Owner")).isEqualTo("[MyDb].[Owner]");
        assertThat(names.schema("[MyDataBase.dbo]")).isEqualTo("[MyDataBase.dbo]");
        assertThat(names.schema("[MyDataBase.SomeDB].[MyDB.owner]")).isEqualTo("[MyDataBase.SomeDB].[MyDB.owner]");
    }

    @Test
    void functionsOfItsOwn() {
        assertThat(select(func("length", name).label("n")).toSql(SqlServer.dialect()))
                .isEqualTo("SELECT LEN(users.name) AS n FROM users");
    }

    @Test
    void typesOfItsOwn() {
        assertThat(select(cast(literal(5), SqlServerTypes.MONEY).label("n")).toSql(SqlServer.dialect()))
                .isEqualTo("SELECT CAST(? AS MONEY) AS n");
        assertThat(select(cast(name, TEXT).label("n")).toSql(SqlServer.dialect()))
                .isEqualTo("SELECT CAST(users.name AS VARCHAR(max)) AS n FROM users");
        assertThat(select(cast(name, TEXT).label("n")).toSql(old))
                .isEqualTo("SELECT CAST(users.name AS TEXT) AS n FROM users");
    }

    @Test
    @Tag("ENG-13")
    void rowsAreNamedByTheirPlace() {
        assertThat(select(rowId(users).label("place")).toSql(SqlServer.dialect()))
                .isEqualTo("SELECT users.%%physloc%% AS place FROM users");
        assertThatThrownBy(() -> select(rowId(users)).toSql(SqlServer.dialect(s -> s.version(9, 0))))
                .hasMessageContaining("ALU-0131");
    }
}
