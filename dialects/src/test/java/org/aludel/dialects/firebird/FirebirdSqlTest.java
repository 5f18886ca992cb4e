package org.aludel.dialects.firebird;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.union;
import static org.aludel.types.Types.BOOLEAN;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.TEXT;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

/** What Firebird says in its own way. */
@Tag("DIA-09")
class FirebirdSqlTest {

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
        return onOneLine(statement.toSql(Firebird.dialect()));
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
    void firstAndSkipStandBeforeTheColumns() {
        assertThat(sql(select(id).limit(2).offset(5))).isEqualTo("SELECT FIRST ? SKIP ? customer.id FROM customer");
        assertThat(sql(select(id).limit(2).distinct())).isEqualTo("SELECT FIRST ? DISTINCT customer.id FROM customer");
    }

    @Test
    @Tag("SQL-11")
    void locksReachOneTable() {
        assertThat(sql(select(id).withForUpdate())).isEqualTo("SELECT customer.id FROM customer FOR UPDATE WITH LOCK");
        assertThatThrownBy(() -> sql(select(id).where(customerId.eq(id)).withForUpdate()))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("FOR UPDATE of a select that joins")
                .hasMessageContaining("firebird");
    }

    @Test
    @Tag("SQL-04")
    void parametersAmongColumnsAreCastOrBeforeVersion3Literals() {
        assertThat(sql(select(id.plus(10).label("more"))))
                .isEqualTo("SELECT customer.id + CAST(? AS INTEGER) AS more FROM customer");
        assertThat(select(id.plus(10).label("more")).toSql(Firebird.dialect(s -> s.version(2, 5))))
                .isEqualTo("SELECT customer.id + 10 AS more FROM customer");
    }

    @Test
    @Tag("SQL-10")
    void compoundsAreOrderedByPositionAndTheirPartsNested() {
        assertThat(sql(union(select(name).orderBy(name).limit(1), select(name)).orderBy(name)))
                .isEqualTo("SELECT * FROM (SELECT FIRST ? customer.name FROM customer ORDER BY customer.name)"
                        + " UNION SELECT customer.name FROM customer ORDER BY 1");
    }

    @Test
    @Tag("SQL-02")
    void textStartsWithWordsOfItsOwn() {
        assertThat(sql(select(id).where(name.startsWith(customer.<String>c("email")))))
                .endsWith("WHERE (customer.name STARTING WITH customer.email)");
        assertThat(sql(select(id).where(name.like("x%"))))
                .as("a pattern is not cut to the length of the column")
                .endsWith("WHERE customer.name LIKE CAST(? AS VARCHAR(4000))");
    }

    @Test
    @Tag("SQL-13")
    void severalRowsAreABatch() {
        assertThatThrownBy(() -> sql(customer.insert()
                        .rows(List.of(java.util.Map.of("id", 1, "name", "a"), java.util.Map.of("id", 2, "name", "b")))))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("firebird");
    }

    @Test
    @Tag("TYP-01")
    void truthIsABooleanSinceVersion3() {
        Table flags = new MetaData().table("flags", column("f", BOOLEAN), column("t", TEXT));
        assertThat(sql(new DdlElement.CreateTable(flags)))
                .isEqualTo("CREATE TABLE flags (f BOOLEAN, t BLOB SUB_TYPE 1)");
        assertThat(new DdlElement.CreateTable(flags).toSql(Firebird.dialect(s -> s.version(2, 5))))
                .contains("f SMALLINT");
    }

    @Test
    @Tag("ENG-01")
    void waitingForLocksHasALimit() {
        ConnectArguments arguments = connect("firebird://sysdba:masterkey@host//data/app.fdb?lockTimeout=3");
        assertThat(arguments.jdbcUrl()).isEqualTo("jdbc:firebird://host:3050//data/app.fdb");
        assertThat(arguments.properties().get("TRANSACTION_READ_COMMITTED")).endsWith("isc_tpb_lock_timeout=3");
        assertThat(arguments.properties()).doesNotContainKey("lockTimeout");
        assertThat(connect("firebird+embedded:////data/app.fdb").jdbcUrl())
                .isEqualTo("jdbc:firebird:embedded:/data/app.fdb");
    }
}
