package org.aludel.dialects.dml;

import static org.aludel.sql.Sql.bind;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.update;
import static org.aludel.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.errors.CompileException;
import org.aludel.sql.Cte;
import org.aludel.sql.Delete;
import org.aludel.sql.TableAlias;
import org.aludel.sql.Update;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UpdateDeleteSqlTest extends Shop {

    @Test
    @Tag("SQL-14")
    void valuesAndConditions() {
        sql(
                STANDARD,
                customer.update().where(id.eq(5)).set(name, "x"),
                "UPDATE customer SET name=? WHERE customer.id = ?");
        sql(
                STANDARD,
                customer.update().set(credit, credit.plus(1)),
                "UPDATE customer SET credit=(customer.credit + ?)");
        sql(STANDARD, island.update().values(List.of(1, "x")), "UPDATE island SET id=?, label=?");
        sql(STANDARD, customer.delete().where(id.eq(5)), "DELETE FROM customer WHERE customer.id = ?");
    }

    @Test
    @Tag("SQL-14")
    void columnsKeepTheirOrderWhereItMatters() {
        Map<Object, Object> values = new LinkedHashMap<>();
        values.put(email, "e");
        values.put("name", "n");
        sql(STANDARD, customer.update().values(values), "UPDATE customer SET name=?, email=?");
        sql(STANDARD, customer.update().orderedValues(values), "UPDATE customer SET email=?, name=?");
        InsertSqlTest.code("ALU-0174", () -> customer.update().set(name, "x").orderedValues(values));
    }

    @Test
    @Tag("SQL-14")
    @Tag("SQL-04")
    void parametersOfEachRow() {
        Update update = customer.update().where(id.eq(bind("cid", INTEGER)));
        var compiled = STANDARD.compile(update, List.of(params("cid", 5, "name", "x"), params("cid", 6, "name", "y")));
        assertThat(compiled.sql()).isEqualTo("UPDATE customer SET name=? WHERE customer.id = ?");
        assertThat(compiled.batches()).containsExactly(List.of("x", 5), List.of("y", 6));
    }

    @Test
    @Tag("SQL-04")
    void aParameterNamedLikeASetColumnIsRefused() {
        Update update = customer.update().where(id.eq(bind("id", INTEGER))).set(name, "y");
        assertThatThrownBy(() -> STANDARD.compile(update, params("id", 5)))
                .isInstanceOf(CompileException.class)
                .hasMessageStartingWith("ALU-0179");
        assertThat(STANDARD.compile(customer.delete().where(id.eq(bind("id", INTEGER))), params("id", 5))
                        .parameters())
                .containsExactly(5);
    }

    @Test
    @Tag("SQL-14")
    void anUpdateMayTakeValuesFromOtherTables() {
        Update update = customer.update().where(id.eq(customerId)).set(name, status);
        sql(
                POSTGRESQL,
                update,
                "UPDATE customer SET name=orders.status FROM orders WHERE customer.id = orders.customer_id");
        sql(
                MYSQL,
                update,
                "UPDATE customer, orders SET customer.name=orders.status WHERE customer.id = orders.customer_id");
        sql(
                SQL_SERVER,
                update,
                "UPDATE customer SET name=orders.status FROM customer, orders WHERE customer.id = orders.customer_id");
        refused(ORACLE, update, "UPDATE with other tables (orders)");
        refused(OLD_SQLITE, update, "UPDATE with other tables (orders)");
    }

    @Test
    @Tag("SQL-14")
    void mySqlUpdatesSeveralTablesAtOnce() {
        Update both = customer.update().values(Map.of(name, "x", status, "y")).where(id.eq(customerId));
        sql(
                MYSQL,
                both,
                "UPDATE customer, orders SET customer.name=?, orders.status=? WHERE customer.id = orders.customer_id");
        refusedColumn(both);
        InsertSqlTest.code("ALU-0114", () -> customer.update().set(status, "y"));
    }

    private static void refusedColumn(Update update) {
        assertThatThrownBy(() -> POSTGRESQL.compile(update))
                .isInstanceOf(CompileException.class)
                .hasMessageStartingWith("ALU-0177")
                .hasMessageContaining("dialect postgresql");
    }

    @Test
    @Tag("SQL-14")
    void aDeleteMayDependOnOtherTables() {
        Delete delete = orders.delete().where(customerId.eq(id), name.eq("x"));
        String where = " WHERE orders.customer_id = customer.id AND customer.name = ?";
        sql(POSTGRESQL, delete, "DELETE FROM orders USING customer" + where);
        sql(MYSQL, delete, "DELETE FROM orders USING orders, customer" + where);
        sql(SQL_SERVER, delete, "DELETE FROM orders FROM orders, customer" + where);
        refused(SQLITE, delete, "DELETE with other tables (customer)");
        refused(ORACLE, delete, "DELETE with other tables (customer)");
    }

    @Test
    @Tag("SQL-14")
    void aTableUnderAnotherName() {
        TableAlias c = customer.as("c");
        Update update = update(c).where(c.<Integer>c("id").eq(5)).set(name, "x");
        sql(STANDARD, update, "UPDATE customer AS c SET name=? WHERE c.id = ?");
        sql(ORACLE, update, "UPDATE customer c SET name=? WHERE c.id = ?");
        refused(SQL_SERVER, update, "an UPDATE of an alias");
        sql(STANDARD, delete(c).where(c.<Integer>c("id").eq(5)), "DELETE FROM customer AS c WHERE c.id = ?");
        InsertSqlTest.code("ALU-0171", () -> update(select(id).subquery()));
    }

    @Test
    @Tag("SQL-15")
    void returning() {
        Update update = customer.update().set(name, "x").returning(id);
        sql(POSTGRESQL, update, "UPDATE customer SET name=? RETURNING customer.id");
        sql(SQL_SERVER, update, "UPDATE customer SET name=? OUTPUT inserted.id");
        refused(MYSQL, update, "RETURNING");
        Delete delete = customer.delete().where(id.eq(1)).returning(id, name);
        sql(POSTGRESQL, delete, "DELETE FROM customer WHERE customer.id = ? RETURNING customer.id, customer.name");
        sql(SQL_SERVER, delete, "DELETE FROM customer OUTPUT deleted.id, deleted.name WHERE customer.id = ?");
        sql(H2_DIALECT, delete, "SELECT id, name FROM OLD TABLE (DELETE FROM customer WHERE customer.id = ?)");
    }

    @Test
    @Tag("SQL-14")
    void whatOneDatabaseSaysBesides() {
        Update update = customer.update()
                .set(name, "x")
                .prefixWith("LOW_PRIORITY", "mysql")
                .withDialectOption("mysql_limit", 5);
        sql(MYSQL, update, "UPDATE LOW_PRIORITY customer SET name=? LIMIT 5");
        sql(POSTGRESQL, update, "UPDATE customer SET name=?");
        sql(MYSQL, customer.delete().withDialectOption("mysql_limit", 1), "DELETE FROM customer LIMIT 1");
        sql(SQL_SERVER, customer.delete().withHint("WITH (PAGLOCK)"), "DELETE FROM customer WITH (PAGLOCK)");
    }

    @Test
    @Tag("SQL-12")
    void changesAreCommonTableExpressions() {
        Cte moved = orders.delete()
                .where(status.eq("done"))
                .returning(orders.c("id"), status)
                .cte("moved");
        sql(
                POSTGRESQL,
                island.insert().fromSelect(List.of("id", "label"), select(moved.c("id"), moved.c("status"))),
                "WITH moved AS (DELETE FROM orders WHERE orders.status = ? RETURNING orders.id, orders.status)"
                        + " INSERT INTO island (id, label) SELECT moved.id, moved.status FROM moved");
        refused(MYSQL, select(moved.c("id")), "RETURNING");
    }

    @Test
    @Tag("SQL-14")
    void anUpdateSetsSomething() {
        assertThatThrownBy(() -> STANDARD.compile(customer.update(), Map.of()))
                .isInstanceOf(CompileException.class)
                .hasMessageStartingWith("ALU-0136");
    }
}
