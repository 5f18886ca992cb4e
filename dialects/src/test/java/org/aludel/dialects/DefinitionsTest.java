package org.aludel.dialects;

import static org.aludel.schema.ForeignKeyAction.CASCADE;
import static org.aludel.sql.Sql.check;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.func;
import static org.aludel.sql.Sql.onDelete;
import static org.aludel.sql.Sql.quotedName;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.text;
import static org.aludel.sql.Sql.unique;
import static org.aludel.types.Types.BIGINT;
import static org.aludel.types.Types.BOOLEAN;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.STRING;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.aludel.core.dialect.StandardDialect;
import org.aludel.dialects.mysql.MySql;
import org.aludel.dialects.oracle.Oracle;
import org.aludel.dialects.postgresql.PostgreSql;
import org.aludel.dialects.sqlite.Sqlite;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.CompileException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.schema.Column;
import org.aludel.schema.DdlElement;
import org.aludel.schema.ForeignKeyOption;
import org.aludel.schema.Identity;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.NamingConvention;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.schema.TableOptions;
import org.aludel.sql.Dialect;
import org.aludel.sql.Node;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What definitions say, and how databases are told. */
class DefinitionsTest {

    private final MetaData metadata = new MetaData();

    private static String sql(Node element, Dialect dialect) {
        return dialect.toSql(element).replaceAll("\\s+", " ").replace("( ", "(").replace(" )", ")");
    }

    private static String sql(Node element) {
        return sql(element, StandardDialect.INSTANCE);
    }

    @Test
    void tablesWithNamesTooLongForTheDatabaseAreRefusedBeforeAnyIsMade() {
        String name = "t".repeat(40);
        metadata.table("a", column("id", INTEGER));
        metadata.table(name, column("id", INTEGER));
        Dialect old = Oracle.dialect(s -> s.version(11, 2));
        assertThatThrownBy(() -> metadata.createStatements(old))
                .isInstanceOf(CompileException.class)
                .hasMessageStartingWith("ALU-0149")
                .hasMessageContaining(name)
                .hasMessageContaining("at most 30 characters");
        assertThatThrownBy(() -> metadata.dropStatements(old)).hasMessageStartingWith("ALU-0149");
        assertThat(metadata.createStatements(PostgreSql.dialect())).hasSize(2);
    }

    @Test
    @Tag("SCH-04")
    void constraintsAreNamedByConvention() {
        metadata.namingConvention(NamingConvention.standard()
                .with("pk", "pk_%(table_name)s")
                .with("uq", "uq_%(table_name)s_%(column_0_N_name)s")
                .with("ck", "ck_%(table_name)s_%(constraint_name)s")
                .with("fk", "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s"));
        metadata.table("p", column("id", INTEGER).primaryKey());
        Table t = metadata.table(
                "t",
                column("p_id", INTEGER).references("p.id"),
                column("b", INTEGER),
                unique("p_id", "b"),
                check("b > 5").named("positive"));
        assertThat(sql(new DdlElement.CreateTable(t)))
                .isEqualTo("CREATE TABLE t (p_id INTEGER, b INTEGER, CONSTRAINT uq_t_p_id_b UNIQUE (p_id, b),"
                        + " CONSTRAINT ck_t_positive CHECK (b > 5),"
                        + " CONSTRAINT fk_t_p_id_p FOREIGN KEY(p_id) REFERENCES p (id))");
    }

    @Test
    @Tag("SCH-04")
    void aTokenOfTheProgramsOwnAndAWholeName() {
        metadata.namingConvention(NamingConvention.standard()
                .with("uq", "uq_%(team)s_%(table_name)s")
                .with("ck", "ck_%(constraint_name)s")
                .token("team", (item, table) -> "sales"));
        Table t = metadata.table(
                "t", column("a", INTEGER).unique(), check("a > 1").named(NamingConvention.whole("as_it_is")));
        assertThat(sql(new DdlElement.CreateTable(t)))
                .contains("CONSTRAINT uq_sales_t UNIQUE (a)")
                .contains("CONSTRAINT as_it_is CHECK");
    }

    @Test
    void aConventionThatWantsANameSaysSo() {
        metadata.namingConvention(Map.of("ck", "ck_%(table_name)s_%(constraint_name)s"));
        Table t = metadata.table("t", column("a", INTEGER), check("a > 1"));
        assertThatThrownBy(() -> sql(new DdlElement.CreateTable(t)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("ALU-0142");
        metadata.namingConvention(Map.of("ck", "ck_%(nonsense)s"));
        assertThatThrownBy(() -> sql(new DdlElement.CreateTable(t)))
                .isInstanceOf(ArgumentException.class)
                .hasMessageStartingWith("ALU-0143");
    }

    @Test
    @Tag("SCH-04")
    void indexesOverExpressionsAndWithOptionsOfADialect() {
        Table t = metadata.table("t", column("name", string(20)), column("age", INTEGER));
        Column<String> name = t.c("name");
        Index index = Index.on(
                        "ix", func("lower", STRING, name).label("l"), t.c("age").desc())
                .option("postgresql_using", "btree")
                .option("postgresql_ops", Map.of("l", "text_pattern_ops"))
                .option("postgresql_where", t.c("age", Integer.class).gt(5));
        DdlElement create = new DdlElement.CreateIndex(t, index);
        assertThat(sql(create, PostgreSql.dialect()))
                .isEqualTo("CREATE INDEX ix ON t USING btree (lower(name) text_pattern_ops, age DESC) WHERE age > 5");
        assertThat(sql(create, MySql.dialect())).isEqualTo("CREATE INDEX ix ON t ((lower(name)), age DESC)");
        assertThat(sql(new DdlElement.CreateIndex(t, Index.on(null, name))))
                .isEqualTo("CREATE INDEX ix_t_name ON t (name)");
    }

    @Test
    void anIndexIsOverOneTable() {
        Table t = metadata.table("t", column("a", INTEGER));
        Table u = metadata.table("u", column("b", INTEGER));
        assertThatThrownBy(() -> new DdlElement.CreateIndex(t, Index.on("ix", t.c("a"), u.c("b"))))
                .hasMessageStartingWith("ALU-0145");
    }

    @Test
    @Tag("SCH-01")
    void optionsOfDialectsArePassedOverByOthers() {
        Table t = metadata.table(
                "t",
                TableOptions.none()
                        .comment("it's one")
                        .prefix("TEMPORARY")
                        .option("mysql_engine", "InnoDB")
                        .option("postgresql_tablespace", "fast"),
                column("a", INTEGER));
        assertThat(sql(new DdlElement.CreateTable(t), MySql.dialect()))
                .isEqualTo("CREATE TEMPORARY TABLE t (a INTEGER)COMMENT='it''s one' ENGINE=InnoDB");
        assertThat(sql(new DdlElement.CreateTable(t), PostgreSql.dialect()))
                .isEqualTo("CREATE TEMPORARY TABLE t (a INTEGER) TABLESPACE fast");
        assertThat(sql(new DdlElement.CreateTable(t), Sqlite.dialect()))
                .isEqualTo("CREATE TEMPORARY TABLE t (a INTEGER)");
        assertThatThrownBy(() -> TableOptions.none().option("engine", "InnoDB")).hasMessageStartingWith("ALU-0141");
    }

    @Test
    @Tag("SCH-06")
    void sequencesAndIdentityCount() {
        assertThat(sql(new DdlElement.CreateSequence(Sequence.of("s"), false)))
                .isEqualTo("CREATE SEQUENCE s START WITH 1");
        assertThat(sql(new DdlElement.CreateSequence(
                        Sequence.of("s").incrementedBy(2).maxValue(99).cache(5).cycle(true), false)))
                .isEqualTo("CREATE SEQUENCE s INCREMENT BY 2 START WITH 1 MAXVALUE 99 CACHE 5 CYCLE");
        Table t = metadata.table(
                "t",
                column("id", BIGINT)
                        .identity(Identity.generatedAlways().startingWith(10).noMaxValue())
                        .primaryKey());
        assertThat(sql(new DdlElement.CreateTable(t), PostgreSql.dialect()))
                .isEqualTo("CREATE TABLE t (id BIGINT GENERATED ALWAYS AS IDENTITY (START WITH 10 NO MAXVALUE),"
                        + " PRIMARY KEY (id))");
    }

    @Test
    void aColumnIsGeneratedInOneWay() {
        assertThatThrownBy(() -> column("a", INTEGER).computed(text("b * 2")).serverDefault("5"))
                .hasMessageStartingWith("ALU-0144");
        assertThatThrownBy(() -> column("a", INTEGER).identity().autoincrement(false))
                .hasMessageStartingWith("ALU-0144");
    }

    @Test
    @Tag("SCH-01")
    void aColumnWithoutTypeTakesThatOfTheColumnItRefersTo() {
        Table t = metadata.table("t", column("p_id").references("p.id"));
        metadata.table("p", column("id", string(7)).primaryKey());
        assertThat(sql(new DdlElement.CreateTable(t)))
                .isEqualTo("CREATE TABLE t (p_id VARCHAR(7), FOREIGN KEY(p_id) REFERENCES p (id))");
    }

    @Test
    @Tag("SCH-01")
    void columnsAndConstraintsAreAppendedLater() {
        Table t = metadata.table("t", column("a", INTEGER));
        Column<Integer> a = t.c("a");
        t.append(column("b", INTEGER), unique("a", "b"));
        assertThat(sql(new DdlElement.CreateTable(t)))
                .isEqualTo("CREATE TABLE t (a INTEGER, b INTEGER, UNIQUE (a, b))");
        assertThat(t.c("a")).isSameAs(a);
    }

    @Test
    @Tag("SCH-07")
    void everythingIsCreatedAndDroppedInOrder() {
        metadata.table(
                "a",
                column("id", INTEGER).primaryKey(),
                column("b_id", INTEGER).references("b.id", ForeignKeyOption.named("fk_a")));
        metadata.table(
                "b",
                column("id", INTEGER).primaryKey(),
                column("a_id", INTEGER).references("a.id", onDelete(CASCADE), ForeignKeyOption.named("fk_b")));
        metadata.sequence(Sequence.of("s"));
        assertThat(metadata.createStatements(PostgreSql.dialect()))
                .extracting(element -> sql(element, PostgreSql.dialect()))
                .containsExactly(
                        "CREATE SEQUENCE s START WITH 1",
                        "CREATE TABLE a (id SERIAL NOT NULL, b_id INTEGER, PRIMARY KEY (id))",
                        "CREATE TABLE b (id SERIAL NOT NULL, a_id INTEGER, PRIMARY KEY (id))",
                        "ALTER TABLE a ADD CONSTRAINT fk_a FOREIGN KEY(b_id) REFERENCES b (id)",
                        "ALTER TABLE b ADD CONSTRAINT fk_b FOREIGN KEY(a_id) REFERENCES a (id) ON DELETE CASCADE");
        assertThat(metadata.dropStatements(PostgreSql.dialect()))
                .extracting(element -> sql(element, PostgreSql.dialect()))
                .containsExactly(
                        "ALTER TABLE a DROP CONSTRAINT fk_a",
                        "ALTER TABLE b DROP CONSTRAINT fk_b",
                        "DROP TABLE b",
                        "DROP TABLE a",
                        "DROP SEQUENCE s");
    }

    @Test
    @Tag("SCH-10")
    void commentsStandInTheDefinitionOrAfterIt() {
        Table t = metadata.table(
                "t", TableOptions.none().comment("T"), column("q", INTEGER).comment("Q"));
        assertThat(metadata.createStatements(PostgreSql.dialect())).hasSize(3);
        assertThat(metadata.createStatements(MySql.dialect())).hasSize(1);
        DdlElement drop = DdlElement.SetComment.drop(t.c("q"));
        assertThat(sql(drop, PostgreSql.dialect())).isEqualTo("COMMENT ON COLUMN t.q IS NULL");
        assertThat(sql(drop, MySql.dialect())).isEqualTo("ALTER TABLE t CHANGE q q INTEGER");
    }

    @Test
    @Tag("SCH-08")
    void constraintsAreDroppedAsTheDatabaseWants() {
        Table t = metadata.table("t", column("a", INTEGER));
        DdlElement drop = DdlElement.DropConstraint.of(t, unique("a").named("uq"));
        assertThat(sql(drop)).isEqualTo("ALTER TABLE t DROP CONSTRAINT uq");
        assertThat(sql(drop, MySql.dialect())).isEqualTo("ALTER TABLE t DROP INDEX uq");
        assertThatThrownBy(() -> sql(DdlElement.DropConstraint.of(t, unique("a"))))
                .isInstanceOf(CompileException.class)
                .hasMessageStartingWith("ALU-0148");
    }

    @Test
    @Tag("SQL-19")
    void namesMaySayWhetherTheyAreQuoted() {
        Table t = metadata.table(quotedName("plain", true), column(quotedName("Id", false), INTEGER));
        assertThat(sql(new DdlElement.CreateTable(t))).isEqualTo("CREATE TABLE \"plain\" (Id INTEGER)");
        assertThat(sql(select(t))).isEqualTo("SELECT \"plain\".Id FROM \"plain\"");
        assertThat(t.fullName()).isEqualTo("plain");
        assertThat(t.columns()).extracting(Column::key).isEqualTo(List.of("Id"));
    }

    @Test
    @Tag("TYP-04")
    void truthValuesAreCheckedWhereTheDatabaseHasNone() {
        Table t = metadata.table("t", column("f", BOOLEAN));
        assertThat(sql(new DdlElement.CreateTable(t), Sqlite.dialect()))
                .isEqualTo("CREATE TABLE t (f BOOLEAN, CHECK (f IN (0, 1)))");
        assertThat(sql(new DdlElement.CreateTable(t), PostgreSql.dialect())).isEqualTo("CREATE TABLE t (f BOOLEAN)");
    }

    @Test
    void callsAsDefaultsStandInParenthesesOnSqlite() {
        Table t = metadata.table(
                "stamps",
                column("a", STRING).serverDefault(text("lower('X')")),
                column("b", STRING).serverDefault(func("now")),
                column("c", STRING).serverDefault(text("CURRENT_TIMESTAMP")));
        assertThat(sql(new DdlElement.CreateTable(t), Sqlite.dialect()))
                .isEqualTo("CREATE TABLE stamps (a VARCHAR DEFAULT (lower('X')), b VARCHAR DEFAULT (CURRENT_TIMESTAMP),"
                        + " c VARCHAR DEFAULT CURRENT_TIMESTAMP)");
    }
}
