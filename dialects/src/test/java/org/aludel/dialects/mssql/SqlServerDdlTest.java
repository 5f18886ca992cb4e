package org.aludel.dialects.mssql;

import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.BOOLEAN;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.schema.DdlElement;
import org.aludel.schema.Identity;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How SQL Server's definitions differ. */
@Tag("DIA-08")
class SqlServerDdlTest {

    private final MetaData metadata = new MetaData();

    private static String sql(DdlElement element) {
        return element.toSql(SqlServer.dialect()).replaceAll("\\s+", " ");
    }

    @Test
    void eachColumnSaysWhetherItMayBeNull() {
        Table users = metadata.table(
                "users",
                column("id", INTEGER).primaryKey(),
                column("name", string(50)).notNull(),
                column("vip", BOOLEAN));

        assertThat(sql(new DdlElement.CreateTable(users)))
                .isEqualTo("CREATE TABLE users ( id INTEGER NOT NULL IDENTITY, name VARCHAR(50) NOT NULL, vip BIT NULL,"
                        + " PRIMARY KEY (id) )");
    }

    @Test
    void identityHasABeginningAndAStep() {
        Table table = metadata.table(
                "t",
                column("id", INTEGER)
                        .identity(Identity.generatedByDefault().startingWith(5).incrementedBy(2)));

        assertThat(sql(new DdlElement.CreateTable(table)))
                .isEqualTo("CREATE TABLE t ( id INTEGER NOT NULL IDENTITY(5,2) )");
    }

    @Test
    void indexesAreClusteredAndIncludeColumns() {
        Table users = metadata.table("users", column("name", string(50)), column("mail", string(50)));

        assertThat(sql(new DdlElement.CreateIndex(
                        users, Index.over("ix", "name").option("mssql_clustered", true))))
                .isEqualTo("CREATE CLUSTERED INDEX ix ON users (name)");
        assertThat(sql(new DdlElement.CreateIndex(
                        users, Index.over("ix", "name").option("mssql_include", List.of("mail")))))
                .isEqualTo("CREATE INDEX ix ON users (name) INCLUDE (mail)");
        assertThat(sql(new DdlElement.DropIndex(users, Index.over("ix", "name"))))
                .isEqualTo("DROP INDEX ix ON users");
    }
}
