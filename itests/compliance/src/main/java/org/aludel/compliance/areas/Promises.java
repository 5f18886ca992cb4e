package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.forUpdate;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.text;
import static org.aludel.sql.Sql.unique;
import static org.aludel.types.Types.BOOLEAN;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.enumeration;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.engine.Connection;
import org.aludel.engine.Row;
import org.aludel.engine.Transaction;
import org.aludel.errors.DatabaseException;
import org.aludel.errors.IntegrityException;
import org.aludel.errors.TransactionStateException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Capability;
import org.aludel.sql.ConflictTarget;

/** What a dialect declares and no statement shows by itself: the mapper relies on it. */
public final class Promises extends ComplianceArea {

    /** Values of an enumerated type. */
    public enum Mood {
        /** The first by name. */
        CALM,
        /** The second. */
        MERRY
    }

    private final MetaData metadata = new MetaData();

    private Table places(boolean deferred) {
        return metadata.table(
                "places",
                column("id", INTEGER).primaryKey().autoincrement(false),
                column("rank_no", INTEGER).notNull(),
                deferred
                        ? unique("rank_no").named("uq_places_rank").deferred(true)
                        : unique("rank_no").named("uq_places_rank"));
    }

    private static void fill(Connection c, Table places) {
        for (int id = 1; id <= 4; id++) {
            c.execute(places.insert().set("id", id).set("rank_no", id));
        }
    }

    @Check(Requirement.UNIQUE_AT_STATEMENT_END)
    public void uniqueValuesMoveUpInOneStatement() {
        Table places = places(false);
        withTables(metadata, c -> {
            fill(c, places);
            Column<Integer> rank = places.c("rank_no");
            c.execute(places.update().set(rank, rank.plus(1)));
            assertThat(c.execute(select(rank).orderBy(rank)).scalars(Integer.class))
                    .containsExactly(2, 3, 4, 5);
        });
    }

    @Check(Requirement.DEFERRABLE_UNIQUE)
    public void uniqueValuesAreSwappedBeforeCommit() {
        Table places = places(true);
        withTables(metadata, c -> {
            fill(c, places);
            Column<Integer> id = places.c("id");
            c.execute(places.update().set("rank_no", 2).where(id.eq(1)));
            c.execute(places.update().set("rank_no", 1).where(id.eq(2)));
        });
        metadata.createAll(engine());
        try {
            assertThatThrownBy(() -> engine().useTransaction(c -> {
                        fill(c, places);
                        c.execute(places.update()
                                .set("rank_no", 2)
                                .where(places.<Integer>c("id").eq(1)));
                    }))
                    .isInstanceOf(IntegrityException.class);
        } finally {
            drop(metadata);
        }
    }

    @Check({Requirement.INSERT_RETURNING, Requirement.MULTI_ROW_RETURNING, Requirement.RETURNING_IN_ORDER})
    public void returnedRowsComeInTheOrderOfTheValues() {
        Table things =
                metadata.table("ordered_things", column("id", INTEGER).primaryKey(), column("label", string(10)));
        withTables(metadata, c -> {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                rows.add(params("label", "l" + (i * 7) % 50));
            }
            List<String> labels = new ArrayList<>();
            for (Row row : c.execute(things.insert().rows(rows).returning(things.c("id"), things.c("label")))
                    .all()) {
                labels.add(row.get(1, String.class));
            }
            assertThat(labels)
                    .isEqualTo(rows.stream().map(row -> row.get("label")).toList());
        });
    }

    @Check({Requirement.GENERATED_KEYS, Requirement.BATCH_GENERATED_KEYS})
    public void batchesTellTheirKeysInOrder() {
        Table things = metadata.table("told_things", column("id", INTEGER).primaryKey(), column("label", string(10)));
        withTables(metadata, c -> {
            String[] columns = {
                engine().dialect() instanceof org.aludel.core.dialect.CoreDialect dialect
                        ? dialect.identifiers().stored("id")
                        : "id"
            };
            List<Integer> keys = new ArrayList<>();
            String sql = engine().dialect()
                    .compile(things.insert(), params("label", "x"))
                    .sql();
            try (var batch = c.unwrap(java.sql.Connection.class).prepareStatement(sql, columns)) {
                for (int i = 0; i < 3; i++) {
                    batch.setString(1, "b" + i);
                    batch.addBatch();
                }
                batch.executeBatch();
                try (var told = batch.getGeneratedKeys()) {
                    while (told.next()) {
                        keys.add(told.getInt(1));
                    }
                }
            } catch (java.sql.SQLException e) {
                throw new AssertionError(e);
            }
            assertThat(keys)
                    .isEqualTo(c.execute(select(things.<Integer>c("id")).orderBy(things.c("label")))
                            .scalars(Integer.class));
        });
    }

    @Check({Requirement.FOR_UPDATE, Requirement.FOR_UPDATE_OF})
    public void locksOfOneTableOfAJoin() {
        assertThat(values(
                        select(this.<Integer>order("id"))
                                .from(orders().join(people()))
                                .where(this.<Integer>person("id").eq(2))
                                .withForUpdate(forUpdate().of(orders())),
                        Integer.class))
                .containsExactly(3);
    }

    @Check(Requirement.NATIVE_BOOLEAN)
    public void truthValuesHaveAType() {
        Table flags = metadata.table(
                "truth_flags",
                column("id", INTEGER).primaryKey().autoincrement(false),
                column("flag", BOOLEAN).notNull());
        withTables(metadata, c -> {
            c.execute(flags.insert().set("id", 1).set("flag", true));
            c.execute(flags.insert().set("id", 2).set("flag", false));
            Column<Boolean> flag = flags.c("flag");
            assertThat(c.execute(select(flags.<Integer>c("id")).where(flag)).scalars(Integer.class))
                    .containsExactly(1);
        });
    }

    @Check(Requirement.ERROR_ABORTS_TRANSACTION)
    public void anErrorIsNotForgottenByTheCommit() {
        try (Connection c = engine().connect();
                Transaction transaction = c.begin()) {
            assertThatThrownBy(() -> c.execute(people().insert().set("id", 1).set("name", "again")))
                    .isInstanceOf(IntegrityException.class);
            assertThatThrownBy(transaction::commit).isInstanceOf(TransactionStateException.class);
        }
    }

    @Check
    public void anErrorEndsTheTransactionOrNot() {
        try (Connection c = engine().connect();
                Transaction transaction = c.begin()) {
            c.execute(people().insert().set("id", 30).set("name", "before"));
            assertThatThrownBy(() -> c.execute(people().insert().set("id", 1).set("name", "again")))
                    .isInstanceOf(IntegrityException.class);
            if (can(Requirement.ERROR_ABORTS_TRANSACTION)) {
                assertThatThrownBy(() -> c.execute(people().count()).scalar()).isInstanceOf(DatabaseException.class);
            } else {
                assertThat(c.execute(people().count()).scalar(Long.class)).isEqualTo(6L);
            }
            transaction.rollback();
        }
    }

    @Check({Requirement.UPSERT, Requirement.ON_CONFLICT})
    public void conflictsAreNamedByTheirColumns() {
        Table stock = metadata.table(
                "conflict_stock", column("id", INTEGER).primaryKey().autoincrement(false), column("amount", INTEGER));
        withTables(metadata, c -> {
            c.execute(stock.insert().set("id", 1).set("amount", 5));
            c.execute(stock.insert()
                    .set("id", 1)
                    .set("amount", 6)
                    .onConflictDoUpdate(ConflictTarget.columns("id"), Map.of("amount", 60)));
            c.execute(stock.insert().set("id", 1).set("amount", 7).onConflictDoNothing());
            assertThat(c.execute(select(stock.<Integer>c("amount"))).scalars(Integer.class))
                    .containsExactly(60);
        });
    }

    @Check(Requirement.ENUM_TYPES)
    public void enumerationsAreTypes() {
        Table days = metadata.table(
                "mood_days",
                column("id", INTEGER).primaryKey().autoincrement(false),
                column("mood", enumeration(Mood.class).named("compliance_mood")));
        withTables(metadata, c -> {
            c.execute(days.insert().set("id", 1).set("mood", Mood.MERRY));
            assertThat(c.execute(select(days.<Mood>c("mood"))).scalars(days.<Mood>c("mood")))
                    .containsExactly(Mood.MERRY);
        });
    }

    @Check(Requirement.UNNEST)
    public void arraysBecomeRows() {
        List<Row> rows = connection()
                .execute(
                        text(
                                "SELECT v, n FROM unnest(CAST(:values AS integer[])) WITH ORDINALITY AS u(v, n) ORDER BY n"),
                        params("values", new Integer[] {30, 10, 20}))
                .all();
        assertThat(rows).extracting(row -> row.getInt(0)).containsExactly(30, 10, 20);
    }

    /** Each capability stands behind a requirement, so that no dialect declares what nobody looks at. */
    @Check
    public void eachCapabilityHasARequirement() {
        for (Capability capability : Capability.values()) {
            assertThat(Requirement.valueOf(capability.name()).capability()).isEqualTo(capability);
        }
    }
}
