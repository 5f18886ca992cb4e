package org.aludel.dialects.mssql;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.func;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.aludel.dialects.H2Mode;
import org.aludel.schema.Column;
import org.aludel.schema.DdlElement;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** SQL Server's SQL run for real as far as H2's MSSQLServer mode goes, which has neither brackets nor OUTPUT. */
@Tag("DIA-08")
class SqlServerOnH2Test {

    private final Table users =
            new MetaData().table("users", column("id", INTEGER).primaryKey(), column("name", string(50)));
    private final Column<Integer> id = users.c("id");
    private final Column<String> name = users.c("name");

    private H2Mode filled(org.aludel.core.dialect.CoreDialect dialect) throws SQLException {
        H2Mode server = new H2Mode("MSSQLServer", dialect);
        server.run(new DdlElement.CreateTable(users));
        for (String given : new String[] {"jack", "ed", "wendy", "fred"}) {
            server.run(users.insert()
                    .set(id, given.length() * 10 + given.charAt(0) - 'a')
                    .set(name, given));
        }
        return server;
    }

    @Test
    void topAndOffset() throws SQLException {
        try (H2Mode server = filled(SqlServer.dialect())) {
            assertThat(server.rows(select(name).orderBy(name).limit(2))).containsExactly("ed", "fred");
            assertThat(server.rows(select(name).orderBy(name).limit(2).offset(1)))
                    .containsExactly("fred", "jack");
            assertThat(server.rows(select(name).orderBy(name).offset(3))).containsExactly("wendy");
        }
    }

    @Test
    void rowNumbersBefore2012() throws SQLException {
        try (H2Mode server = filled(SqlServer.dialect(s -> s.version(10, 0)))) {
            // with a limit H2 would join the two parameters in <= ? + ? as text, for it does not know their types
            assertThat(server.rows(select(name).orderBy(name).offset(3))).containsExactly("wendy");
            assertThat(server.rows(select(name).orderBy(name.desc()).offset(2)))
                    .containsExactlyInAnyOrder("fred", "ed");
        }
    }

    @Test
    void textAndNulls() throws SQLException {
        try (H2Mode server = filled(SqlServer.dialect())) {
            assertThat(server.rows(select(name.concat("!").label("n")).where(name.eq("ed"))))
                    .containsExactly("ed!");
            assertThat(server.rows(select(func("length", name).label("n")).where(name.eq("ed"))))
                    .containsExactly("2");
            assertThat(server.rows(select(name).where(name.isDistinctFrom("ed")).orderBy(name)))
                    .containsExactly("fred", "jack", "wendy");
        }
    }
}
