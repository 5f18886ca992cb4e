package org.aludel.dialects.derby;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.tuple;
import static org.aludel.sql.Sql.union;
import static org.aludel.sql.Sql.upsert;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ServiceLoader;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.DatabaseUrl;
import org.aludel.core.dialect.DialectProvider;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Derby says in its own way. */
@Tag("DIA-06")
class DerbySqlTest {

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
        return onOneLine(statement.toSql(Derby.dialect()));
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
    void rowsAreLimitedByFetch() {
        assertThat(sql(select(id).limit(2))).isEqualTo("SELECT customer.id FROM customer FETCH FIRST ? ROWS ONLY");
        assertThat(sql(select(id).limit(2).offset(5)))
                .isEqualTo("SELECT customer.id FROM customer OFFSET ? ROWS FETCH NEXT ? ROWS ONLY");
    }

    @Test
    @Tag("SQL-11")
    void onlyPlainSelectsAreForUpdate() {
        assertThat(sql(select(id).withForUpdate())).isEqualTo("SELECT customer.id FROM customer FOR UPDATE WITH RS");
        assertThat(sql(select(id).orderBy(id).withForUpdate()))
                .isEqualTo("SELECT customer.id FROM customer ORDER BY customer.id WITH RS");
    }

    @Test
    @Tag("SQL-02")
    void rowsAreComparedMemberByMember() {
        assertThat(sql(select(id).where(tuple(id, name).inRows(List.of(List.of(1, "a"), List.of(2, "b"))))))
                .isEqualTo("SELECT customer.id FROM customer WHERE (customer.id = ? AND customer.name = ?"
                        + " OR customer.id = ? AND customer.name = ?)");
        assertThat(sql(select(id).where(name.isDistinctFrom("x"))))
                .startsWith(
                        "SELECT customer.id FROM customer WHERE CASE WHEN customer.name = ? OR (customer.name IS NULL");
    }

    @Test
    @Tag("SQL-10")
    void partsOfACompoundNameTheirColumnsAlike() {
        assertThat(sql(union(select(name), select(customer.c("email")))))
                .isEqualTo("SELECT customer.name FROM customer UNION SELECT customer.email AS name FROM customer");
    }

    @Test
    @Tag("SQL-16")
    void anUpsertMergesItsOwnValues() {
        assertThat(sql(upsert(customer).set(id, 1).set(name, "x").update(name)))
                .isEqualTo(
                        "MERGE INTO customer USING SYSIBM.SYSDUMMY1 ON (customer.id = ?)"
                                + " WHEN MATCHED THEN UPDATE SET name = ? WHEN NOT MATCHED THEN INSERT (id, name) VALUES (?, ?)");
    }

    @Test
    @Tag("SQL-12")
    void numbersBecomeTextThroughChar() {
        assertThat(sql(select(id.cast(string(10)))))
                .contains("CAST(RTRIM(CAST(customer.id AS CHAR(38))) AS VARCHAR(10))");
    }

    @Test
    @Tag("ENG-01")
    void memoryDirectoriesAndServers() {
        assertThat(connect("derby:///memory:x").jdbcUrl()).isEqualTo("jdbc:derby:memory:x");
        assertThat(connect("derby:///memory:x").properties()).containsEntry("create", "true");
        assertThat(connect("derby://me:secret@host/app").jdbcUrl()).isEqualTo("jdbc:derby://host:1527/app");
    }
}
