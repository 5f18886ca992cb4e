package org.aludel.dialects.db2;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.upsert;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ServiceLoader;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.DatabaseUrl;
import org.aludel.core.dialect.DialectProvider;
import org.aludel.schema.Column;
import org.aludel.schema.DdlElement;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Statement;
import org.aludel.types.Types;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Db2 says in its own way. */
@Tag("DIA-10")
class Db2SqlTest {

    private final MetaData metadata = new MetaData();
    private final Table customer = metadata.table(
            "customer",
            column("id", INTEGER).primaryKey(),
            column("name", string(50)).notNull(),
            column("email", string(80)));
    private final Table orders = metadata.table(
            "orders",
            column("id", INTEGER).primaryKey(),
            column("customer_id", INTEGER).references("customer.id"));
    private final Column<Integer> id = customer.c("id");
    private final Column<String> name = customer.c("name");
    private final Column<Integer> customerId = orders.c("customer_id");

    private static String sql(Statement statement) {
        return onOneLine(statement.toSql(Db2.dialect()));
    }

    private static String onOneLine(String sql) {
        return sql.replaceAll("\\s+", " ").replace("( ", "(").replace(" )", ")");
    }

    private static ConnectArguments connect(String url) {
        DatabaseUrl parsed = DatabaseUrl.parse(url);
        return ServiceLoader.load(DialectProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.names().contains(parsed.dialect()))
                .findFirst()
                .orElseThrow()
                .connect(parsed);
    }

    @Test
    @Tag("SQL-11")
    void limitsAndLocks() {
        assertThat(sql(select(id).limit(2).offset(5)))
                .isEqualTo("SELECT customer.id FROM customer OFFSET ? ROWS FETCH NEXT ? ROWS ONLY");
        assertThat(sql(select(id).withForUpdate()))
                .isEqualTo("SELECT customer.id FROM customer FOR UPDATE WITH RS USE AND KEEP UPDATE LOCKS");
    }

    @Test
    @Tag("SQL-15")
    void changedRowsComeFromADataChangeTable() {
        assertThat(sql(customer.update().set(name, "x").where(id.eq(1)).returning(id)))
                .isEqualTo("SELECT id FROM FINAL TABLE (UPDATE customer SET name=? WHERE customer.id = ?)");
        assertThat(sql(customer.delete().where(id.eq(1)).returning(name)))
                .isEqualTo("SELECT name FROM OLD TABLE (DELETE FROM customer WHERE customer.id = ?)");
    }

    @Test
    @Tag("SQL-16")
    void upsertsMerge() {
        assertThat(sql(upsert(customer).set(id, 1).set(name, "x").update(name)))
                .startsWith(
                        "MERGE INTO customer USING (VALUES (CAST(? AS INTEGER), CAST(? AS VARCHAR(50)))) AS excluded");
    }

    @Test
    @Tag("TYP-02")
    void typesOfItsOwn() {
        Table own = new MetaData().table("own", column("x", Db2Types.XML), column("d", Db2Types.decfloat(16)));
        assertThat(sql(new DdlElement.CreateTable(own))).isEqualTo("CREATE TABLE own (x XML, d DECFLOAT(16))");
        assertThatThrownBy(() -> sql(new DdlElement.CreateTable(new MetaData().table("t", column("s", Types.STRING)))))
                .hasMessageStartingWith("ALU-0138");
    }

    @Test
    @Tag("ENG-01")
    void connecting() {
        ConnectArguments arguments = connect("db2://me:secret@host/sample?sslConnection=true");
        assertThat(arguments.jdbcUrl()).isEqualTo("jdbc:db2://host:50000/sample");
        assertThat(Db2.dialect().urlWithOptions(arguments))
                .isEqualTo("jdbc:db2://host:50000/sample:sslConnection=true;");
    }
}
