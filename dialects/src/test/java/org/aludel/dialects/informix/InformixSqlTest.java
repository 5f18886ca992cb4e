package org.aludel.dialects.informix;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.union;
import static org.aludel.types.Types.BIGINT;
import static org.aludel.types.Types.BOOLEAN;
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

/** What Informix says in its own way. */
@Tag("DIA-11")
class InformixSqlTest {

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
        return onOneLine(statement.toSql(Informix.dialect()));
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
    void skipAndFirstStandBeforeTheColumns() {
        assertThat(sql(select(id).limit(2).offset(5))).isEqualTo("SELECT SKIP ? FIRST ? customer.id FROM customer");
        assertThatThrownBy(() -> sql(union(select(id), select(customerId)).limit(1)))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("informix");
    }

    @Test
    @Tag("SQL-11")
    void fetchIsNeverLeftOut() {
        assertThat(sql(select(id).fetch(2))).isEqualTo("SELECT FIRST ? customer.id FROM customer");
        assertThatThrownBy(() -> sql(select(id).fetch(2, true, false)))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("PERCENT");
    }

    @Test
    @Tag("SCH-04")
    void serialsGenerateKeysAndNamesFollowConstraints() {
        Table t = new MetaData()
                .table(
                        "t",
                        column("id", BIGINT).primaryKey(),
                        column("s", string(300)),
                        org.aludel.sql.Sql.unique("s").named("uq_t_s"));
        assertThat(sql(new DdlElement.CreateTable(t)))
                .isEqualTo("CREATE TABLE t (id BIGSERIAL NOT NULL, s LVARCHAR(300), PRIMARY KEY (id),"
                        + " UNIQUE (s) CONSTRAINT uq_t_s)");
    }

    @Test
    @Tag("TYP-02")
    void typesOfItsOwn() {
        Table own = new MetaData().table("own", column("m", InformixTypes.money(12, 2)), column("b", BOOLEAN));
        assertThat(sql(new DdlElement.CreateTable(own))).isEqualTo("CREATE TABLE own (m MONEY(12, 2), b BOOLEAN)");
    }

    @Test
    @Tag("ENG-01")
    void connecting() {
        ConnectArguments arguments = connect("informix://me:secret@host/stores?INFORMIXSERVER=ol1");
        assertThat(arguments.jdbcUrl()).isEqualTo("jdbc:informix-sqli://host:9088/stores");
        assertThat(arguments.properties()).containsEntry("DELIMIDENT", "Y").containsEntry("INFORMIXSERVER", "ol1");
        assertThat(Informix.dialect().urlWithOptions(arguments))
                .isEqualTo("jdbc:informix-sqli://host:9088/stores:DELIMIDENT=Y;INFORMIXSERVER=ol1");
    }
}
