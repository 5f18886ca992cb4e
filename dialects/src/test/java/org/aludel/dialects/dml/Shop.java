package org.aludel.dialects.dml;

import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.BOOLEAN;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.StandardDialect;
import org.aludel.dialects.h2.H2;
import org.aludel.dialects.mssql.SqlServer;
import org.aludel.dialects.mysql.MySql;
import org.aludel.dialects.oracle.Oracle;
import org.aludel.dialects.postgresql.PostgreSql;
import org.aludel.dialects.sqlite.Sqlite;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Dialect;
import org.aludel.sql.Statement;

/** Tables and dialects that the tests share. */
abstract class Shop {

    static final Dialect STANDARD = StandardDialect.INSTANCE;
    static final CoreDialect POSTGRESQL = PostgreSql.dialect();
    static final CoreDialect MYSQL = MySql.dialect();
    static final CoreDialect SQLITE = Sqlite.dialect();
    static final CoreDialect OLD_SQLITE = SQLITE.with(s -> s.version(3, 24));
    static final CoreDialect SQL_SERVER = SqlServer.dialect();
    static final CoreDialect ORACLE = Oracle.dialect();
    static final CoreDialect H2_DIALECT = H2.dialect();

    final MetaData metadata = new MetaData();
    final Table customer = metadata.table(
            "customer",
            column("id", INTEGER).primaryKey(),
            column("name", string(50)).notNull(),
            column("email", string(80)).unique(),
            column("vip", BOOLEAN),
            column("credit", INTEGER));
    final Table orders = metadata.table(
            "orders",
            column("id", INTEGER).primaryKey(),
            column("customer_id", INTEGER).references("customer.id"),
            column("status", string(10)));
    final Table island = metadata.table(
            "island", column("id", INTEGER).primaryKey().autoincrement(false), column("label", string(30)));

    final Column<Integer> id = customer.c("id");
    final Column<String> name = customer.c("name");
    final Column<String> email = customer.c("email");
    final Column<Boolean> vip = customer.c("vip");
    final Column<Integer> credit = customer.c("credit");
    final Column<Integer> customerId = orders.c("customer_id");
    final Column<String> status = orders.c("status");
    final Column<Integer> islandId = island.c("id");
    final Column<String> label = island.c("label");

    static void sql(Dialect dialect, Statement statement, String expected) {
        assertThat(dialect.compile(statement).sql()).isEqualTo(expected);
    }

    static void refused(Dialect dialect, Statement statement, String what) {
        assertThatThrownBy(() -> dialect.compile(statement))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining(what)
                .hasMessageContaining("; where: ")
                .hasMessageContaining("dialect " + dialect.name())
                .hasMessageContaining("; what to do: ");
    }
}
