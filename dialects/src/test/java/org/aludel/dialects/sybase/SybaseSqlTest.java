package org.aludel.dialects.sybase;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ServiceLoader;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.DatabaseUrl;
import org.aludel.core.dialect.DialectProvider;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.schema.DdlElement;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Sybase ASE says in its own way. */
@Tag("DIA-12")
class SybaseSqlTest {

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
        return onOneLine(statement.toSql(Sybase.dialect()));
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
    @Tag("SQL-04")
    void valuesAmongColumnsAreLiterals() {
        assertThat(select(id.plus(10).label("more")).toSql(Sybase.dialect()))
                .isEqualTo("SELECT customer.id + 10 AS more FROM customer");
        assertThat(sql(select(id).where(id.gt(3)))).isEqualTo("SELECT customer.id FROM customer WHERE customer.id > ?");
    }

    @Test
    @Tag("SQL-04")
    void aNegatedNegativeNumberBeginsNoComment() {
        assertThat(select(literal(-3).negate().label("n")).toSql(Sybase.dialect()))
                .isEqualTo("SELECT - -3 AS n");
    }

    @Test
    @Tag("SQL-11")
    void rowsAreLimited() {
        assertThat(sql(select(id).limit(2).offset(5)))
                .isEqualTo("SELECT customer.id FROM customer ROWS LIMIT ? OFFSET ?");
    }

    @Test
    @Tag("SQL-14")
    void aDeleteReadsOtherTables() {
        assertThat(sql(orders.delete().where(customerId.eq(id))))
                .isEqualTo("DELETE FROM orders FROM orders, customer WHERE orders.customer_id = customer.id");
        assertThatThrownBy(() -> sql(customer.update().set(name, "x").where(customerId.eq(id))))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("sybase");
    }

    @Test
    @Tag("SCH-04")
    void columnsSayWhetherTheyTakeNull() {
        assertThat(sql(new DdlElement.CreateTable(customer)))
                .isEqualTo("CREATE TABLE customer (id INTEGER IDENTITY, name VARCHAR(50) NOT NULL,"
                        + " email VARCHAR(80) NULL, PRIMARY KEY (id))");
    }

    @Test
    @Tag("SQL-08")
    void whatItLacksIsNamed() {
        var rows = select(id).cte("n");
        assertThatThrownBy(() -> sql(select(rows.<Integer>c("id"))))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("common table expressions")
                .hasMessageContaining("sybase");
    }

    @Test
    @Tag("ENG-01")
    void bothDrivers() {
        assertThat(connect("sybase://sa:x@host/pubs").jdbcUrl()).isEqualTo("jdbc:jtds:sybase://host:5000/pubs");
        assertThat(connect("sybase+jconnect://sa:x@host:4100/pubs").jdbcUrl())
                .isEqualTo("jdbc:sybase:Tds:host:4100/pubs");
    }
}
