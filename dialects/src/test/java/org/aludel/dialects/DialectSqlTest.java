package org.aludel.dialects;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.skipLocked;
import static org.aludel.sql.Sql.tuple;
import static org.aludel.sql.Sql.union;
import static org.aludel.sql.Sql.upsert;
import static org.aludel.types.Types.BIGINT;
import static org.aludel.types.Types.BOOLEAN;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.SMALLINT;
import static org.aludel.types.Types.STRING;
import static org.aludel.types.Types.TEXT;
import static org.aludel.types.Types.array;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.dialects.h2.H2;
import org.aludel.dialects.mysql.MariaDb;
import org.aludel.dialects.mysql.MySql;
import org.aludel.dialects.postgresql.PostgreSql;
import org.aludel.dialects.sqlite.Sqlite;
import org.aludel.schema.Column;
import org.aludel.schema.DdlElement;
import org.aludel.schema.MetaData;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;
import org.aludel.sql.Select;
import org.aludel.sql.Statement;
import org.aludel.sql.tree.LabelReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DialectSqlTest {

    private final MetaData metadata = new MetaData();
    private final Table customer = metadata.table(
            "customer",
            column("id", INTEGER).primaryKey(),
            column("name", string(50)).notNull(),
            column("email", string(80)));
    private final Table orders = metadata.table(
            "orders",
            column("id", BIGINT).primaryKey(),
            column("customer_id", INTEGER).references("customer.id"));
    private final Column<Integer> id = customer.c("id");
    private final Column<String> name = customer.c("name");
    private final Column<Integer> customerId = orders.c("customer_id");

    private static String oneLine(String sql) {
        return sql.replaceAll("\\s+", " ").replace("( ", "(").replace(" )", ")");
    }

    private static void postgresql(Statement statement, String sql) {
        assertThat(oneLine(statement.toSql(PostgreSql.dialect()))).isEqualTo(sql);
    }

    private static void mysql(Statement statement, String sql) {
        assertThat(oneLine(statement.toSql(MySql.dialect()))).isEqualTo(sql);
    }

    private static void sqlite(Statement statement, String sql) {
        assertThat(oneLine(statement.toSql(Sqlite.dialect()))).isEqualTo(sql);
    }

    private static void h2(Statement statement, String sql) {
        assertThat(oneLine(statement.toSql(H2.dialect()))).isEqualTo(sql);
    }

    @Test
    @Tag("SQL-16")
    void upserts() {
        Statement upsert = upsert(customer)
                .set(name, "x")
                .set("email", "e")
                .onConflict("email")
                .update(name);
        String onConflict =
                "INSERT INTO customer (name, email) VALUES (?, ?) ON CONFLICT (email) DO UPDATE SET name = excluded.name";
        postgresql(upsert, onConflict + " RETURNING customer.id");
        sqlite(upsert, onConflict + " RETURNING customer.id");
        mysql(upsert, "INSERT INTO customer (name, email) VALUES (?, ?) ON DUPLICATE KEY UPDATE name = VALUES(name)");
        h2(
                upsert,
                "MERGE INTO customer USING (VALUES (CAST(? AS VARCHAR(50)), CAST(? AS VARCHAR(80)))) AS excluded (name, email)"
                        + " ON (customer.email = excluded.email) WHEN MATCHED THEN UPDATE SET name = excluded.name"
                        + " WHEN NOT MATCHED THEN INSERT (name, email) VALUES (excluded.name, excluded.email)");
    }

    @Test
    @Tag("SQL-15")
    void generatedKeysAndReturning() {
        Statement insert = customer.insert().set(name, "x");
        postgresql(insert, "INSERT INTO customer (name) VALUES (?) RETURNING customer.id");
        mysql(insert, "INSERT INTO customer (name) VALUES (?)");
        h2(
                customer.delete().where(id.eq(1)).returning(name),
                "SELECT name FROM OLD TABLE (DELETE FROM customer WHERE customer.id = ?)");
        assertThatThrownBy(() -> customer.update().set(name, "x").returning(id).toSql(MariaDb.dialect()))
                .hasMessageStartingWith("ALU-0131");
    }

    @Test
    @Tag("SQL-14")
    void updatesAndDeletesWithOtherTables() {
        Statement update = customer.update().set(name, "x").where(customerId.eq(id));
        postgresql(update, "UPDATE customer SET name=? FROM orders WHERE orders.customer_id = customer.id");
        mysql(update, "UPDATE customer, orders SET customer.name=? WHERE orders.customer_id = customer.id");
        assertThatThrownBy(() -> update.toSql(H2.dialect())).hasMessageStartingWith("ALU-0131");
        Statement delete = customer.delete().where(customerId.eq(id));
        postgresql(delete, "DELETE FROM customer USING orders WHERE orders.customer_id = customer.id");
        mysql(delete, "DELETE FROM customer USING customer, orders WHERE orders.customer_id = customer.id");
        assertThatThrownBy(() -> delete.toSql(Sqlite.dialect())).hasMessageStartingWith("ALU-0131");
    }

    @Test
    @Tag("SQL-11")
    void limitsLocksAndOrder() {
        Select rest = select(id).offset(5);
        postgresql(rest, "SELECT customer.id FROM customer LIMIT ALL OFFSET ?");
        mysql(rest, "SELECT customer.id FROM customer LIMIT ?, 18446744073709551615");
        sqlite(rest, "SELECT customer.id FROM customer LIMIT ? OFFSET ?");
        h2(rest, "SELECT customer.id FROM customer OFFSET ? ROWS");
        Select locked = select(id).withForUpdate(skipLocked().of(customer));
        postgresql(locked, "SELECT customer.id FROM customer FOR UPDATE OF customer SKIP LOCKED");
        sqlite(locked, "SELECT customer.id FROM customer");
        mysql(
                select(id).orderBy(name.desc().nullsLast()),
                "SELECT customer.id FROM customer ORDER BY customer.name IS NULL, customer.name DESC");
        postgresql(select(id).distinctOn(name), "SELECT DISTINCT ON (customer.name) customer.id FROM customer");
        assertThatThrownBy(() -> select(id).distinctOn(name).toSql(MySql.dialect()))
                .hasMessageStartingWith("ALU-0131");
    }

    @Test
    @Tag("SQL-03")
    @Tag("SQL-02")
    void operators() {
        Select joined = select(name.plus("a").plus(name));
        mysql(joined, "SELECT concat(concat(customer.name, ?), customer.name) AS anon_1 FROM customer");
        postgresql(joined, "SELECT customer.name || ? || customer.name AS anon_1 FROM customer");
        postgresql(select(id).where(name.ilike("x%")), "SELECT customer.id FROM customer WHERE customer.name ILIKE ?");
        mysql(
                select(id).where(name.isDistinctFrom("x")),
                "SELECT customer.id FROM customer WHERE NOT (customer.name <=> ?)");
        sqlite(
                select(id).where(name.isDistinctFrom("x")),
                "SELECT customer.id FROM customer WHERE customer.name IS NOT ?");
        sqlite(
                select(id).where(tuple(id, name).inRows(List.of(List.of(1, "a")))),
                "SELECT customer.id FROM customer WHERE (customer.id, customer.name) IN (VALUES (?, ?))");
        Expr<Boolean> flag = column("flag", BOOLEAN).eq(true);
        sqlite(select(id).where(flag), "SELECT customer.id FROM customer WHERE flag = 1");
        postgresql(select(id).where(flag), "SELECT customer.id FROM customer WHERE flag = true");
        mysql(select(name.cast(INTEGER)), "SELECT CAST(customer.name AS SIGNED INTEGER) AS name FROM customer");
    }

    @Test
    @Tag("SQL-10")
    void compoundsOfLimitedParts() {
        Statement compound = union(select(id).limit(1), select(customerId)).orderBy(new LabelReference("id"));
        postgresql(
                compound,
                "(SELECT customer.id FROM customer LIMIT ?) UNION SELECT orders.customer_id FROM orders ORDER BY id");
        sqlite(
                compound,
                "SELECT * FROM (SELECT customer.id FROM customer LIMIT ? OFFSET ?) UNION SELECT orders.customer_id FROM orders ORDER BY id");
    }

    @Test
    @Tag("SQL-19")
    void namesAreQuotedAsTheDatabaseWants() {
        Table group = metadata.table("group", column("key", INTEGER));
        mysql(select(group), "SELECT `group`.`key` FROM `group`");
        postgresql(select(group), "SELECT \"group\".key FROM \"group\"");
        h2(select(group), "SELECT \"group\".\"key\" FROM \"group\"");
    }

    @Test
    @Tag("SCH-08")
    void generatedKeysAreDefinedAsTheDatabaseWants() {
        Statement create = new DdlElement.CreateTable(orders);
        postgresql(
                create,
                "CREATE TABLE orders (id BIGSERIAL NOT NULL, customer_id INTEGER, PRIMARY KEY (id),"
                        + " FOREIGN KEY(customer_id) REFERENCES customer (id))");
        mysql(
                create,
                "CREATE TABLE orders (id BIGINT NOT NULL AUTO_INCREMENT, customer_id INTEGER, PRIMARY KEY (id),"
                        + " FOREIGN KEY(customer_id) REFERENCES customer (id))");
        sqlite(
                create,
                "CREATE TABLE orders (id INTEGER NOT NULL, customer_id INTEGER, PRIMARY KEY (id),"
                        + " FOREIGN KEY(customer_id) REFERENCES customer (id))");
        h2(
                create,
                "CREATE TABLE orders (id BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL, customer_id INTEGER,"
                        + " PRIMARY KEY (id), FOREIGN KEY(customer_id) REFERENCES customer (id))");
        Table small = metadata.table("small", column("id", SMALLINT).primaryKey());
        postgresql(new DdlElement.CreateTable(small), "CREATE TABLE small (id SMALLSERIAL NOT NULL, PRIMARY KEY (id))");
    }

    @Test
    @Tag("SCH-06")
    void sequences() {
        Statement next = select(Sequence.of("s").next().label("n"));
        postgresql(next, "SELECT nextval('s') AS n");
        h2(next, "SELECT NEXT VALUE FOR s AS n");
        h2(
                new DdlElement.CreateSequence(Sequence.of("s").startingWith(5).incrementedBy(10), false),
                "CREATE SEQUENCE s INCREMENT BY 10 START WITH 5");
    }

    @Test
    @Tag("TYP-01")
    void typesThatADatabaseLacksAreRefused() {
        Table arrays = metadata.table("arrays", column("tags", array(TEXT)));
        postgresql(new DdlElement.CreateTable(arrays), "CREATE TABLE arrays (tags TEXT[])");
        assertThatThrownBy(() -> new DdlElement.CreateTable(arrays).toSql(Sqlite.dialect()))
                .hasMessageStartingWith("ALU-0303");
        Table unlimited = metadata.table("unlimited", column("s", STRING));
        assertThatThrownBy(() -> new DdlElement.CreateTable(unlimited).toSql(MySql.dialect()))
                .hasMessageStartingWith("ALU-0138");
    }
}
