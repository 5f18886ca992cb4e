package org.aludel.dialects.expressions;

import static org.aludel.sql.Sql.and;
import static org.aludel.sql.Sql.any;
import static org.aludel.sql.Sql.caseOf;
import static org.aludel.sql.Sql.case_;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.elements;
import static org.aludel.sql.Sql.false_;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.not;
import static org.aludel.sql.Sql.or;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.true_;
import static org.aludel.types.Types.BOOLEAN;
import static org.aludel.types.Types.DATE;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.INTERVAL;
import static org.aludel.types.Types.JSON;
import static org.aludel.types.Types.TIMESTAMP;
import static org.aludel.types.Types.array;
import static org.aludel.types.Types.numeric;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.dialects.mssql.SqlServer;
import org.aludel.dialects.mysql.MySql;
import org.aludel.dialects.oracle.Oracle;
import org.aludel.dialects.postgresql.PostgreSql;
import org.aludel.dialects.postgresql.PostgreSqlFunctions;
import org.aludel.dialects.postgresql.PostgreSqlTypes;
import org.aludel.dialects.sqlite.Sqlite;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Dialect;
import org.aludel.sql.Expr;
import org.aludel.sql.spi.DialectLookup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OperatorsTest {

    private final Table t = new MetaData()
            .table(
                    "t",
                    column("a", INTEGER),
                    column("b", INTEGER),
                    column("n", numeric(10, 2)),
                    column("s", string(30)),
                    column("r", string(30)),
                    column("f", BOOLEAN),
                    column("d", DATE),
                    column("at", TIMESTAMP),
                    column("span", INTERVAL),
                    column("doc", JSON),
                    column("tags", array(string(10))),
                    column("h", PostgreSqlTypes.HSTORE));
    private final Column<Integer> a = t.c("a");
    private final Column<Integer> b = t.c("b");
    private final Column<String> s = t.c("s");
    private final Column<String> r = t.c("r");
    private final Column<Boolean> f = t.c("f");
    private final Column<String> doc = t.c("doc");

    private static String standard(Expr<?> expression) {
        return DialectLookup.standard().toSql(expression);
    }

    private static String on(Dialect dialect, Expr<?> expression) {
        return dialect.toSql(expression);
    }

    @Test
    @Tag("SQL-02")
    void negationTurnsTheOperatorRoundWhereThereIsAnOpposite() {
        assertThat(standard(a.eq(1).not())).isEqualTo("t.a != ?");
        assertThat(standard(s.like("x%").not())).isEqualTo("t.s NOT LIKE ?");
        assertThat(standard(a.in(1, 2).not())).isEqualTo("(t.a NOT IN (?, ?))");
        assertThat(standard(a.between(1, 2).not())).isEqualTo("t.a NOT BETWEEN ? AND ?");
        assertThat(standard(and(a.eq(1), b.eq(2)).not())).isEqualTo("NOT (t.a = ? AND t.b = ?)");
        assertThat(standard(a.boolOp("@@", 5).not())).isEqualTo("NOT t.a @@ ?");
        assertThat(standard(a.op("&", 5).eq(4).not())).isEqualTo("(t.a & ?) != ?");
    }

    @Test
    @Tag("SQL-02")
    void aTruthValueIsComparedWithOneWhereThereAreNone() {
        assertThat(on(PostgreSql.dialect(), or(List.of(f, a.eq(1))))).isEqualTo("t.f OR t.a = ?");
        assertThat(on(Sqlite.dialect(), or(List.of(f, a.eq(1))))).isEqualTo("t.f = 1 OR t.a = ?");
        assertThat(on(MySql.dialect(), not(f))).isEqualTo("t.f = 0");
        assertThat(on(MySql.dialect(), f.eq(true))).isEqualTo("t.f = true");
        assertThat(on(Oracle.dialect(), f.is(true))).isEqualTo("t.f IS 1");
        assertThat(select(a).where(f).toSql(SqlServer.dialect())).isEqualTo("SELECT t.a FROM t WHERE t.f = 1");
    }

    @Test
    @Tag("SQL-02")
    void constantsCutJunctionsShort() {
        assertThat(standard(and(List.of(a.eq(1), true_())))).isEqualTo("t.a = ?");
        assertThat(standard(and(List.of(a.eq(1), false_())))).isEqualTo("false");
        assertThat(on(Sqlite.dialect(), or(List.of(false_(), false_())))).isEqualTo("0 = 1");
    }

    @Test
    @Tag("SQL-02")
    void textIsEscapedAndPatternsAreNot() {
        assertThat(standard(s.startsWith("50%"))).isEqualTo("t.s LIKE ? || '%' ESCAPE '/'");
        assertThat(DialectLookup.standard().compile(s.startsWith("50%")).parameters())
                .containsExactly("50/%");
        assertThat(standard(s.startsWith("50%", '^'))).isEqualTo("t.s LIKE ? || '%' ESCAPE '^'");
        assertThat(standard(s.containsPattern("a_b"))).isEqualTo("t.s LIKE '%' || ? || '%'");
        assertThat(standard(s.endsWith(r))).isEqualTo("t.s LIKE '%' || t.r");
        assertThat(on(MySql.dialect(), s.contains("x"))).isEqualTo("t.s LIKE concat(concat('%', ?), '%') ESCAPE '/'");
        assertThat(on(SqlServer.dialect(), s.endsWith(r))).isEqualTo("t.s LIKE '%' + t.r");
    }

    @Test
    @Tag("SQL-02")
    void caseIsIgnoredByFunctionsWhereThereIsNoIlike() {
        assertThat(on(PostgreSql.dialect(), s.ilike("x%"))).isEqualTo("t.s ILIKE ?");
        assertThat(on(Oracle.dialect(), s.ilike("x%"))).isEqualTo("lower(t.s) LIKE lower(?)");
    }

    @Test
    @Tag("SQL-02")
    void regularExpressionsAndSearchAreEachDatabasesOwn() {
        assertThat(on(PostgreSql.dialect(), s.regexpMatch("a.*", "i"))).isEqualTo("t.s ~* ?");
        assertThat(on(MySql.dialect(), s.regexpMatch("a.*").not())).isEqualTo("t.s NOT REGEXP ?");
        assertThat(on(Oracle.dialect(), s.regexpReplace("a", "b"))).isEqualTo("REGEXP_REPLACE(t.s, ?, ?)");
        assertThat(on(PostgreSql.dialect(), s.match("cat", "english"))).isEqualTo("t.s @@ to_tsquery('english', ?)");
        assertThat(on(MySql.dialect(), s.match("cat"))).isEqualTo("MATCH (t.s) AGAINST (? IN BOOLEAN MODE)");
        assertThatThrownBy(() -> on(SqlServer.dialect(), s.regexpMatch("a")))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("ALU-0131")
                .hasMessageContaining("regular expressions")
                .hasMessageContaining("mssql");
    }

    @Test
    @Tag("SQL-03")
    void parenthesesFollowPrecedence() {
        assertThat(standard(a.plus(b).times(2))).isEqualTo("(t.a + t.b) * ?");
        assertThat(standard(a.plus(b.plus(a)))).isEqualTo("t.a + t.b + t.a");
        assertThat(standard(a.minus(b).minus(a))).isEqualTo("(t.a - t.b) - t.a");
        assertThat(standard(a.eq(b).eq(true))).isEqualTo("(t.a = t.b) = true");
        assertThat(standard(a.op("&", b.op("|", 6)))).isEqualTo("t.a & (t.b | ?)");
        assertThat(standard(a.plus(1).op("&", 5, 5))).isEqualTo("t.a + ? & ?");
        assertThat(standard(and(s.startsWithPattern("x"), a.eq(1)))).isEqualTo("(t.s LIKE ? || '%') AND t.a = ?");
    }

    @Test
    @Tag("SQL-03")
    void resultsHaveTheTypeOfWhatComesOut() {
        Column<Object> n = t.c("n");
        Column<Object> d = t.c("d");
        Column<Object> at = t.c("at");
        Column<Object> span = t.c("span");
        assertThat(a.plus(n).type()).isEqualTo(numeric(10, 2));
        assertThat(a.plus(5).type()).isEqualTo(INTEGER);
        assertThat(d.minus(d).type()).isEqualTo(INTEGER);
        assertThat(at.minus(at).type().family()).isEqualTo(INTERVAL.family());
        assertThat(d.plus(span).type().family()).isEqualTo(TIMESTAMP.family());
        assertThat(s.plus("x").type()).isEqualTo(string(30));
    }

    @Test
    @Tag("SQL-12")
    void casesTestConditionsOrValues() {
        assertThat(standard(case_(a.gt(1), "x").when(f, "y").otherwise("z")))
                .isEqualTo("CASE WHEN (t.a > ?) THEN ? WHEN t.f THEN ? ELSE ? END");
        assertThat(standard(caseOf(a).when(1, "x").when(2, "y").end()))
                .isEqualTo("CASE t.a WHEN ? THEN ? WHEN ? THEN ? END");
    }

    @Test
    @Tag("SQL-12")
    void collationsAreQuotedAsNames() {
        assertThat(standard(s.collate("de_DE").eq("x"))).isEqualTo("(t.s COLLATE \"de_DE\") = ?");
    }

    @Test
    @Tag("SQL-05")
    void anEmptyInIsNeverTrue() {
        assertThat(standard(a.in(List.of()))).isEqualTo("1 != 1");
        assertThat(standard(a.notIn(List.of()))).isEqualTo("1 = 1");
    }

    @Test
    @Tag("SQL-03")
    void documentsAreReadInEachDatabasesWay() {
        assertThat(on(PostgreSql.dialect(), doc.item("a").asInteger().gt(5)))
                .isEqualTo("CAST((t.doc ->> ?) AS INTEGER) > ?");
        assertThat(on(PostgreSql.dialect(), doc.path("a", 0).asText())).isEqualTo("t.doc #>> ?");
        assertThat(on(Sqlite.dialect(), doc.item("a").asString())).isEqualTo("JSON_EXTRACT(t.doc, ?)");
        assertThat(Sqlite.dialect().compile(doc.path("a b", 0).asString()).boundParameters())
                .containsExactly("$.\"a b\"[0]");
        assertThat(on(SqlServer.dialect(), doc.item("a"))).isEqualTo("JSON_QUERY(t.doc, ?)");
        assertThatThrownBy(() -> on(Oracle.dialect(), doc.item("a")))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("JSON");
    }

    @Test
    void arraysAndMapsOfPostgreSql() {
        Column<List<String>> tags = t.c("tags");
        assertThat(on(PostgreSql.dialect(), elements(tags).at(1).eq("x"))).isEqualTo("t.tags[?] = ?");
        assertThat(on(PostgreSql.dialect(), elements(tags).contains(List.of("x"))))
                .isEqualTo("t.tags @> ?");
        assertThat(on(PostgreSql.dialect(), literal("x").eq(any(tags)))).isEqualTo("? = ANY (t.tags)");
        assertThat(on(PostgreSql.dialect(), elements(tags).any("x").not())).isEqualTo("NOT (? = ANY (t.tags))");
        assertThat(on(PostgreSql.dialect(), PostgreSqlFunctions.array(1, 2))).isEqualTo("ARRAY[?, ?]");
        assertThat(on(PostgreSql.dialect(), PostgreSqlFunctions.hasKey(t.c("h"), "k")))
                .isEqualTo("t.h ?? ?");
        Column<List<String>> number = t.c("a");
        assertThatThrownBy(() -> elements(number).at(1)).hasMessageContaining("ALU-0151");
    }

    @Test
    @Tag("SQL-02")
    void nullAndTruthHaveNoOrder() {
        Column<Object> untyped = t.c("f");
        assertThatThrownBy(() -> untyped.lt(true))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0150");
        assertThatThrownBy(() -> untyped.lt(null)).hasMessageContaining("ALU-0150");
    }
}
