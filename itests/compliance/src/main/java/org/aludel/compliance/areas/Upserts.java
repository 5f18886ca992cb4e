package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.excluded;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.upsert;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.engine.Connection;
import org.aludel.engine.Row;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;

/** Insert or update in one statement, however the database spells it. */
public final class Upserts extends ComplianceArea {

    private final MetaData metadata = new MetaData();
    private final Table stock = metadata.table(
            "stock",
            column("id", INTEGER).primaryKey().autoincrement(false),
            column("code", string(10)).notNull().unique(),
            column("amount", INTEGER));

    private void stocked(BiConsumer<Connection, List<List<Object>>> body, Object... expected) {
        withTables(metadata, c -> {
            c.execute(stock.insert().set("id", 1).set("code", "a").set("amount", 5));
            List<List<Object>> rows = new ArrayList<>();
            body.accept(c, rows);
            for (Row row : c.execute(stock.select().orderBy(stock.c("id"))).all()) {
                rows.add(row.toList());
            }
            assertThat(rows).isEqualTo(List.of(expected));
        });
    }

    @Check(Requirement.UPSERT)
    public void insertsWhatIsNew() {
        stocked(
                (c, rows) -> c.execute(upsert(stock)
                        .set("id", 2)
                        .set("code", "b")
                        .set("amount", 7)
                        .onConflict("id")
                        .update(stock.c("amount"))),
                List.of(1, "a", 5),
                List.of(2, "b", 7));
    }

    @Check(Requirement.UPSERT)
    public void updatesWhatIsThere() {
        stocked(
                (c, rows) -> c.execute(upsert(stock)
                        .set("id", 1)
                        .set("code", "a")
                        .set("amount", 7)
                        .onConflict("id")
                        .update(stock.c("amount"))),
                List.of(1, "a", 7));
    }

    @Check(Requirement.UPSERT)
    public void byAnotherKey() {
        stocked(
                (c, rows) -> c.execute(upsert(stock)
                        .set("id", 9)
                        .set("code", "a")
                        .set("amount", 8)
                        .onConflict("code")
                        .update(stock.c("amount"))),
                List.of(1, "a", 8));
    }

    @Check(Requirement.UPSERT)
    public void byExpressions() {
        stocked(
                (c, rows) -> c.execute(upsert(stock)
                        .set("id", 1)
                        .set("code", "a")
                        .set("amount", 7)
                        .onConflict("id")
                        .update(
                                stock.c("amount"),
                                stock.<Integer>c("amount").plus(excluded(stock.<Integer>c("amount"))))),
                List.of(1, "a", 12));
    }

    @Check(Requirement.UPSERT)
    public void leavesWhatIsThere() {
        stocked(
                (c, rows) -> {
                    c.execute(upsert(stock)
                            .set("id", 1)
                            .set("code", "a")
                            .set("amount", 7)
                            .onConflict("id")
                            .doNothing());
                    c.execute(upsert(stock)
                            .set("id", 2)
                            .set("code", "b")
                            .set("amount", 1)
                            .onConflict("id")
                            .doNothing());
                },
                List.of(1, "a", 5),
                List.of(2, "b", 1));
    }

    @Check(Requirement.MULTI_ROW_UPSERT)
    public void ofSeveralRows() {
        stocked(
                (c, rows) -> c.execute(upsert(stock)
                        .rows(List.of(
                                params("id", 1, "code", "a", "amount", 50), params("id", 3, "code", "c", "amount", 60)))
                        .onConflict("id")
                        .update(stock.c("amount"))),
                List.of(1, "a", 50),
                List.of(3, "c", 60));
    }

    @Check(Requirement.UPSERT)
    public void inABatch() {
        stocked(
                (c, rows) -> c.execute(
                        upsert(stock).onConflict("id").update(stock.c("amount")),
                        List.of(
                                params("id", 1, "code", "a", "amount", 50),
                                params("id", 2, "code", "b", "amount", 60))),
                List.of(1, "a", 50),
                List.of(2, "b", 60));
    }
}
