package org.aludel.dialects.db2;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.upsert;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.numeric;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.schema.Column;
import org.aludel.schema.DdlElement;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.CompiledSql;
import org.aludel.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The SQL for Db2 runs in H2's mode for it. */
@Tag("DIA-10")
class Db2OnH2Test {

    private final CoreDialect db2 = Db2.dialect();
    private final Table bill = new MetaData()
            .table(
                    "bill",
                    column("id", INTEGER).primaryKey(),
                    column("payer", string(20)).notNull(),
                    column("total", numeric(10, 2)));
    private final Column<Integer> id = bill.c("id");
    private final Column<String> payer = bill.c("payer");
    private final Column<BigDecimal> total = bill.c("total");
    private Connection connection;

    @BeforeEach
    void fill() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:;MODE=DB2");
        run(new DdlElement.CreateTable(bill));
        run(bill.insert()
                .rows(List.of(
                        java.util.Map.of("id", 1, "payer", "ed", "total", new BigDecimal("12.50")),
                        java.util.Map.of("id", 2, "payer", "wendy", "total", new BigDecimal("7.25")))));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    /** Runs a statement; the first column of its rows. */
    private List<@Nullable Object> run(Statement statement) throws SQLException {
        CompiledSql compiled = db2.compile(statement);
        try (PreparedStatement prepared = connection.prepareStatement(compiled.sql())) {
            for (int i = 0; i < compiled.parameters().size(); i++) {
                prepared.setObject(i + 1, compiled.parameters().get(i));
            }
            List<@Nullable Object> found = new ArrayList<>();
            if (prepared.execute()) {
                try (ResultSet rows = prepared.getResultSet()) {
                    while (rows.next()) {
                        found.add(rows.getObject(1));
                    }
                }
            }
            return found;
        }
    }

    @Test
    @Tag("SQL-11")
    void limitsAndSelectsWithoutTables() throws SQLException {
        assertThat(run(select(payer).orderBy(id).limit(1).offset(1))).containsExactly("wendy");
        assertThat(run(select(literal(5).label("five")))).containsExactly(5);
        assertThat(run(select(payer).where(id.mod(2).eq(0)))).containsExactly("wendy");
    }

    @Test
    @Tag("SQL-15")
    void changedRowsComeBack() throws SQLException {
        assertThat(run(bill.update().set(payer, "eddy").where(id.eq(1)).returning(payer)))
                .containsExactly("eddy");
        assertThat(run(bill.delete().where(id.eq(2)).returning(total))).containsExactly(new BigDecimal("7.25"));
        assertThat(run(bill.insert().set(id, 3).set(payer, "jack").returning(id)))
                .containsExactly(3);
    }

    @Test
    @Tag("SQL-16")
    void upsertsUpdateOrInsert() throws SQLException {
        run(upsert(bill).set(id, 1).set(payer, "new").update(payer));
        run(upsert(bill).set(id, 9).set(payer, "more").update(payer));
        assertThat(run(select(payer).where(id.eq(1)))).containsExactly("new");
        assertThat(run(select(count(id)))).containsExactly(3L);
    }
}
