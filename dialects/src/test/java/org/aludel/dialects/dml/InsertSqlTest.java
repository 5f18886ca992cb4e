package org.aludel.dialects.dml;

import static org.aludel.sql.Sql.bind;
import static org.aludel.sql.Sql.func;
import static org.aludel.sql.Sql.max;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.CompileException;
import org.aludel.sql.Insert;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InsertSqlTest extends Shop {

    @Test
    @Tag("SQL-13")
    void columnsStandInTheOrderOfTheTable() {
        Insert insert = customer.insert().set(email, "e").set(name, "n");
        sql(STANDARD, insert, "INSERT INTO customer (name, email) VALUES (?, ?)");
        assertThat(STANDARD.compile(insert).parameters()).containsExactly("n", "e");
        assertThat(STANDARD.compile(insert).namedSql())
                .isEqualTo("INSERT INTO customer (name, email) VALUES (:name, :email)");
    }

    @Test
    @Tag("SQL-13")
    void valuesAreGivenByKeyByColumnOrInOrder() {
        String one = "INSERT INTO island (id, label) VALUES (?, ?)";
        sql(STANDARD, island.insert().values(Map.of("id", 1, "label", "x")), one);
        sql(STANDARD, island.insert().values(Map.of(islandId, 1, label, "x")), one);
        sql(STANDARD, island.insert().values(List.of(1, "x")), one);
        sql(
                STANDARD,
                customer.insert().values(Map.of("name", "x")).values(Map.of("name", "y")),
                "INSERT INTO customer (name) VALUES (?)");
    }

    @Test
    @Tag("SQL-13")
    void severalRowsGoIntoOneValues() {
        Insert rows = island.insert().values(List.of(List.of(1, "a"), List.of(2, "b")));
        String sql = "INSERT INTO island (id, label) VALUES (?, ?), (?, ?)";
        sql(STANDARD, rows, sql);
        sql(POSTGRESQL, rows, sql);
        sql(
                STANDARD,
                island.insert()
                        .values(List.of(
                                Map.of("id", 1, "label", func("lower", STRING, "A")), Map.of("id", 2, "label", "b"))),
                "INSERT INTO island (id, label) VALUES (?, lower(?)), (?, ?)");
        assertThat(STANDARD.compile(rows).namedSql())
                .isEqualTo("INSERT INTO island (id, label) VALUES (:id_m0, :label_m0), (:id_m1, :label_m1)");
        refused(ORACLE, rows, "an INSERT of several rows of VALUES");
    }

    @Test
    @Tag("SQL-13")
    void namesOfParametersChooseColumnsAndGoBeforeValues() {
        Insert insert = customer.insert().set(vip, true);
        assertThat(STANDARD.compile(insert, params("name", "x")).sql())
                .isEqualTo("INSERT INTO customer (name, vip) VALUES (?, ?)");
        assertThat(STANDARD.compile(insert, params("vip", false)).parameters()).containsExactly(false);
        assertThat(STANDARD.compile(customer.insert().set(name, bind("n", STRING)), params("n", "ed"))
                        .parameters())
                .containsExactly("ed");
    }

    @Test
    @Tag("SQL-13")
    void expressionsAndQueriesAreValues() {
        sql(
                STANDARD,
                orders.insert().set(customerId, select(max(id)).<Integer>asScalar()),
                "INSERT INTO orders (customer_id) VALUES ((SELECT max(customer.id) AS max_1 FROM customer))");
        sql(
                STANDARD,
                island.insert().set(islandId, islandId.plus(1)),
                "INSERT INTO island (id) VALUES ((island.id + ?))");
    }

    @Test
    @Tag("SQL-13")
    void aRowOfDefaults() {
        Insert insert = orders.insert().values(Map.of());
        sql(STANDARD, insert, "INSERT INTO orders () VALUES ()");
        sql(MYSQL, insert, "INSERT INTO orders () VALUES ()");
        sql(POSTGRESQL, insert, "INSERT INTO orders DEFAULT VALUES RETURNING orders.id");
        sql(SQL_SERVER, insert, "INSERT INTO orders OUTPUT inserted.id DEFAULT VALUES");
        sql(OLD_SQLITE, insert, "INSERT INTO orders DEFAULT VALUES");
    }

    @Test
    @Tag("SQL-13")
    void theRowsOfAQuery() {
        Insert insert = island.insert()
                .fromSelect(List.of("id", label), select(id, name).where(id.gt(5)));
        sql(
                STANDARD,
                insert,
                "INSERT INTO island (id, label) SELECT customer.id, customer.name FROM customer WHERE customer.id > ?");
    }

    @Test
    @Tag("SQL-13")
    void keysComeBackUnlessTheStatementIsInline() {
        Insert insert = customer.insert().set(name, "x");
        sql(POSTGRESQL, insert, "INSERT INTO customer (name) VALUES (?) RETURNING customer.id");
        sql(SQL_SERVER, insert, "INSERT INTO customer (name) OUTPUT inserted.id VALUES (?)");
        sql(MYSQL, insert, "INSERT INTO customer (name) VALUES (?)");
        sql(POSTGRESQL, insert.inline(), "INSERT INTO customer (name) VALUES (?)");
        sql(POSTGRESQL.with(s -> s.implicitReturning(false)), insert, "INSERT INTO customer (name) VALUES (?)");
    }

    @Test
    @Tag("SQL-15")
    void returning() {
        Insert insert = customer.insert().set(name, "x").returning(id, func("lower", STRING, name));
        sql(
                POSTGRESQL,
                insert,
                "INSERT INTO customer (name) VALUES (?) RETURNING customer.id, lower(customer.name) AS lower_1");
        sql(
                SQL_SERVER,
                insert,
                "INSERT INTO customer (name) OUTPUT inserted.id, lower(inserted.name) AS lower_1 VALUES (?)");
        refused(MYSQL, insert, "RETURNING");
        refused(OLD_SQLITE, insert, "RETURNING");
    }

    @Test
    @Tag("SQL-13")
    void prefixesAndHintsOfOneDatabase() {
        Insert insert =
                island.insert().set(islandId, 1).prefixWith("IGNORE", "mysql").withHint("WITH (PAGLOCK)", "mssql");
        sql(MYSQL, insert, "INSERT IGNORE INTO island (id) VALUES (?)");
        sql(SQL_SERVER, insert, "INSERT INTO island WITH (PAGLOCK) (id) VALUES (?)");
        sql(STANDARD, insert, "INSERT INTO island (id) VALUES (?)");
        sql(
                SQLITE,
                island.insert().set(islandId, 1).prefixWith("OR REPLACE"),
                "INSERT OR REPLACE INTO island (id) VALUES (?)");
    }

    @Test
    @Tag("SQL-13")
    void whatCannotBeMeantIsRefused() {
        code("ALU-0172", () -> island.insert().values(List.of(1, "x", "y")));
        code("ALU-0113", () -> island.insert().values(List.of(Map.of("id", 1, "label", "a"), Map.of("id", 2))));
        code("ALU-0115", () -> island.insert().set(label, "x").fromSelect(List.of("id"), select(id)));
        code(
                "ALU-0115",
                () -> island.insert().fromSelect(List.of("id"), select(id)).set(label, "x"));
        code("ALU-0115", () -> island.insert().values(List.of(List.of(1, "a"))).set(label, "x"));
        code("ALU-0175", () -> island.insert().values(Map.of(5, "x")));
        code("ALU-0183", () -> island.insert().values(List.of(List.of(1, "a"), 2)));
        assertThatThrownBy(() -> STANDARD.compile(island.insert(), params("nothing", 1)))
                .isInstanceOf(CompileException.class)
                .hasMessageStartingWith("ALU-0135");
    }

    static void code(String code, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOf(ArgumentException.class).hasMessageStartingWith(code);
    }
}
