package org.aludel.dialects.access;

import static org.aludel.sql.Sql.case_;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ServiceLoader;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.DatabaseUrl;
import org.aludel.core.dialect.DialectProvider;
import org.aludel.engine.PoolConfig;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.schema.DdlElement;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Access says in its own way. */
@Tag("DIA-13")
class AccessSqlTest {

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
        return onOneLine(statement.toSql(Access.dialect()));
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
    @Tag("SQL-07")
    void joinsOfJoinsStandInParentheses() {
        var other = orders.as("o");
        assertThat(sql(select(id)
                        .from(customer.join(orders)
                                .leftJoin(other, other.<Integer>c("id").eq(id)))))
                .startsWith("SELECT customer.id FROM (customer INNER JOIN orders ON customer.id = orders.customer_id)"
                        + " LEFT JOIN orders AS o ON ");
    }

    @Test
    @Tag("SQL-11")
    void topIsPartOfTheText() {
        assertThat(sql(select(id).limit(2))).isEqualTo("SELECT TOP 2 customer.id FROM customer");
        assertThatThrownBy(() -> sql(select(id).limit(2).offset(5)))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("an offset")
                .hasMessageContaining("access");
    }

    @Test
    @Tag("SQL-12")
    void casesAndCastsAreThoseOfTheDriversEngine() {
        assertThat(sql(select(case_(id.gt(5), "many").otherwise("few").label("x"))))
                .isEqualTo(
                        "SELECT CASE WHEN (customer.id > ?) THEN CAST(? AS VARCHAR(255)) ELSE CAST(? AS VARCHAR(255)) END AS x FROM customer");
        assertThat(sql(select(id.cast(string(10)).label("t"))))
                .isEqualTo("SELECT CAST(customer.id AS VARCHAR(255)) AS t FROM customer");
        assertThat(sql(select(name.plus("!").label("t")))).isEqualTo("SELECT customer.[name] & ? AS t FROM customer");
    }

    @Test
    @Tag("SQL-11")
    void fetchIsNeverLeftOut() {
        assertThat(sql(select(id).fetch(2))).isEqualTo("SELECT TOP 2 customer.id FROM customer");
        assertThat(sql(select(id).fetch(2, true, false))).isEqualTo("SELECT TOP 2 PERCENT customer.id FROM customer");
    }

    @Test
    @Tag("SCH-04")
    void countersGenerateKeys() {
        assertThat(sql(new DdlElement.CreateTable(customer)))
                .isEqualTo("CREATE TABLE customer (id COUNTER NOT NULL, [name] VARCHAR(50) NOT NULL,"
                        + " email VARCHAR(80), PRIMARY KEY (id))");
    }

    @Test
    @Tag("ENG-01")
    void oneConnectionServesAFile() {
        ConnectArguments arguments = connect("access:////data/app.accdb");
        assertThat(arguments.jdbcUrl()).isEqualTo("jdbc:ucanaccess:///data/app.accdb");
        assertThat(arguments.poolKind()).isEqualTo(PoolConfig.Kind.SINGLE);
    }
}
