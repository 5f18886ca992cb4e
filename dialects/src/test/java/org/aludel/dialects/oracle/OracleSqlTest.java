package org.aludel.dialects.oracle;

import static org.aludel.sql.Sql.cast;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.func;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import org.aludel.core.dialect.CoreDialect;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.sql.TableAlias;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How Oracle's SQL differs. */
@Tag("DIA-07")
class OracleSqlTest {

    private final MetaData metadata = new MetaData();
    private final Table users = metadata.table("users", column("id", INTEGER).primaryKey(), column("name", string(50)));
    private final Table addresses = metadata.table(
            "addresses",
            column("id", INTEGER).primaryKey(),
            column("user_id", INTEGER).references("users.id"),
            column("city", string(80)));
    private final Column<Integer> id = users.c("id");
    private final Column<String> name = users.c("name");

    @Test
    void aliasesOfTablesHaveNoAs() {
        TableAlias u = users.as("u");

        assertThat(select(u.c("id")).toSql(Oracle.dialect())).isEqualTo("SELECT u.id FROM users u");
    }

    @Test
    void aSelectWithoutTablesReadsDual() {
        assertThat(select(literal(5).label("five")).toSql(Oracle.dialect())).isEqualTo("SELECT ? AS five FROM DUAL");
    }

    @Test
    void rownumCountsTheRowsOfASubquery() {
        assertThat(select(id).orderBy(name).limit(5).toSql(Oracle.dialect()))
                .isEqualTo("SELECT anon_1.id FROM (SELECT users.id AS id FROM users ORDER BY users.name) anon_1"
                        + " WHERE ROWNUM <= 5");
    }

    @Test
    void anOffsetNeedsASecondSubquery() {
        assertThat(select(id).orderBy(name).limit(5).offset(10).toSql(Oracle.dialect()))
                .isEqualTo("SELECT anon_1.id FROM (SELECT anon_2.id AS id, ROWNUM AS ora_rn FROM (SELECT users.id AS id"
                        + " FROM users ORDER BY users.name) anon_2 WHERE ROWNUM <= 5 + 10) anon_1 WHERE ora_rn > 10");
    }

    @Test
    void theOptimizerIsToldHowManyRowsAreWanted() {
        CoreDialect hinting = Oracle.dialect(s -> s.option("optimizeLimits", true));
        assertThat(select(id).limit(5).offset(10).toSql(hinting))
                .isEqualTo("SELECT anon_1.id FROM (SELECT /*+ FIRST_ROWS(5) */ anon_2.id AS id, ROWNUM AS ora_rn"
                        + " FROM (SELECT users.id AS id FROM users) anon_2 WHERE ROWNUM <= 5 + 10) anon_1"
                        + " WHERE ora_rn > 10");
        assertThat(select(id).toSql(hinting)).isEqualTo("SELECT users.id FROM users");
    }

    @Test
    void aSettingWritesLimitsWithFetch() {
        CoreDialect fetching = Oracle.dialect(s -> s.option("fetch", true));
        assertThat(select(id).orderBy(name).limit(5).offset(10).toSql(fetching))
                .isEqualTo("SELECT users.id FROM users ORDER BY users.name OFFSET ? ROWS FETCH FIRST ? ROWS ONLY");
        assertThat(select(id).limit(5).toSql(fetching)).isEqualTo("SELECT users.id FROM users FETCH FIRST ? ROWS ONLY");
    }

    @Test
    void exceptIsMinus() {
        assertThat(select(id).except(select(addresses.c("user_id"))).toSql(Oracle.dialect()))
                .isEqualTo("SELECT users.id FROM users MINUS SELECT addresses.user_id FROM addresses");
    }

    @Test
    void sequencesGiveNextval() {
        assertThat(select(Sequence.of("ids").next().label("n")).toSql(Oracle.dialect()))
                .isEqualTo("SELECT ids.nextval AS n FROM DUAL");
    }

    @Test
    void joinsBeforeOracle9StandInWhere() {
        CoreDialect old = Oracle.dialect(s -> s.option("useAnsi", false));

        assertThat(select(id).from(users.leftJoin(addresses)).toSql(old))
                .isEqualTo("SELECT users.id FROM users, addresses WHERE users.id = addresses.user_id(+)");
        assertThat(select(id).from(users.join(addresses)).where(name.eq("ed")).toSql(old))
                .isEqualTo(
                        "SELECT users.id FROM users, addresses WHERE users.name = ? AND users.id = addresses.user_id");
    }

    @Test
    void functionsOfItsOwn() {
        assertThat(select(func("char_length", name).label("n")).toSql(Oracle.dialect()))
                .isEqualTo("SELECT LENGTH(users.name) AS n FROM users");
        assertThat(select(func("sysdate").label("d")).toSql(Oracle.dialect()))
                .isEqualTo("SELECT sysdate AS d FROM DUAL");
        assertThat(select(id.mod(5).label("m")).toSql(Oracle.dialect()))
                .isEqualTo("SELECT mod(users.id, ?) AS m FROM users");
    }

    @Test
    void typesOfItsOwn() {
        assertThat(select(cast(id, OracleTypes.number(10)).label("n")).toSql(Oracle.dialect()))
                .isEqualTo("SELECT CAST(users.id AS NUMBER(10)) AS n FROM users");
        assertThat(select(cast(name, string(20)).label("n")).toSql(Oracle.dialect()))
                .isEqualTo("SELECT CAST(users.name AS VARCHAR2(20 CHAR)) AS n FROM users");
        assertThat(select(cast(name, OracleTypes.INTERVAL.dayPrecision(2).secondPrecision(6))
                                .label("n"))
                        .toSql(Oracle.dialect()))
                .isEqualTo("SELECT CAST(users.name AS INTERVAL DAY(2) TO SECOND(6)) AS n FROM users");
    }

    @Test
    void namesAreShorterInOldVersions() {
        assertThat(Oracle.dialect().maxIdentifierLength()).isEqualTo(128);
        assertThat(Oracle.dialect(s -> s.version(11, 2)).maxIdentifierLength()).isEqualTo(30);
    }
}
