package org.aludel.dialects.dml;

import static org.aludel.sql.Sql.excluded;
import static org.aludel.sql.Sql.upsert;

import java.util.List;
import java.util.Map;
import org.aludel.schema.MetaData;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.Table;
import org.aludel.sql.ConflictTarget;
import org.aludel.sql.Insert;
import org.aludel.sql.Sql;
import org.aludel.types.Types;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UpsertSqlTest extends Shop {

    private final Insert one = island.insert().set(islandId, 1).set(label, "x");

    @Test
    @Tag("SQL-16")
    void thePortableUpsertBecomesWhatTheDatabaseHas() {
        Insert upsert = upsert(island).set(islandId, 1).set(label, "x").update(label);
        String insert = "INSERT INTO island (id, label) VALUES (?, ?)";
        sql(POSTGRESQL, upsert, insert + " ON CONFLICT (id) DO UPDATE SET label = excluded.label");
        sql(SQLITE, upsert, insert + " ON CONFLICT (id) DO UPDATE SET label = excluded.label");
        sql(MYSQL, upsert, insert + " ON DUPLICATE KEY UPDATE label = VALUES(label)");
        sql(
                H2_DIALECT,
                upsert,
                "MERGE INTO island USING (VALUES (CAST(? AS INTEGER), CAST(? AS VARCHAR(30)))) AS excluded (id, label)"
                        + " ON (island.id = excluded.id) WHEN MATCHED THEN UPDATE SET label = excluded.label"
                        + " WHEN NOT MATCHED THEN INSERT (id, label) VALUES (excluded.id, excluded.label)");
        sql(
                ORACLE,
                upsert,
                "MERGE INTO island USING (SELECT CAST(? AS INTEGER) AS id, CAST(? AS VARCHAR2(30 CHAR)) AS label FROM DUAL)"
                        + " excluded ON (island.id = excluded.id) WHEN MATCHED THEN UPDATE SET label = excluded.label"
                        + " WHEN NOT MATCHED THEN INSERT (id, label) VALUES (excluded.id, excluded.label)");
    }

    @Test
    @Tag("SQL-16")
    void twoColumnsToUpdateBothComeFromTheNewRow() {
        Insert upsert =
                upsert(customer).set(id, 1).set(name, "ed").set(email, "e").update(name, email);
        sql(
                POSTGRESQL,
                upsert,
                "INSERT INTO customer (id, name, email) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                        + " name = excluded.name, email = excluded.email");
    }

    @Test
    @Tag("SQL-16")
    void existingRowsMayStayAsTheyAre() {
        Insert upsert = upsert(island).set(islandId, 1).doNothing();
        sql(POSTGRESQL, upsert, "INSERT INTO island (id) VALUES (?) ON CONFLICT (id) DO NOTHING");
        sql(MYSQL, upsert, "INSERT INTO island (id) VALUES (?) ON DUPLICATE KEY UPDATE id = id");
    }

    @Test
    @Tag("SQL-16")
    void aConditionOnExistingRows() {
        Insert upsert =
                upsert(customer).set(id, 1).set(credit, 5).update(credit).updateWhere(credit.lt(excluded(credit)));
        sql(
                POSTGRESQL,
                upsert,
                "INSERT INTO customer (id, credit) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET credit = excluded.credit"
                        + " WHERE customer.credit < excluded.credit");
        refused(MYSQL, upsert, "a condition on the rows that an upsert updates");
    }

    @Test
    @Tag("SQL-16")
    void onConflictAsPostgreSqlSaysIt() {
        Insert insert = customer.insert().set(name, "x").inline();
        String start = "INSERT INTO customer (name) VALUES (?) ON CONFLICT";
        sql(POSTGRESQL, insert.onConflictDoNothing(), start + " DO NOTHING");
        sql(POSTGRESQL, insert.onConflictDoNothing(ConflictTarget.columns("email")), start + " (email) DO NOTHING");
        sql(
                POSTGRESQL,
                insert.onConflictDoNothing(ConflictTarget.constraint("uq_email")),
                start + " ON CONSTRAINT uq_email DO NOTHING");
        sql(
                POSTGRESQL,
                insert.onConflictDoUpdate(
                        ConflictTarget.elements(email).where(vip),
                        Map.of(credit, credit.plus(excluded(credit)), "name", "y")),
                start + " (email) WHERE vip DO UPDATE SET name = ?, credit = (customer.credit + excluded.credit)");
        sql(
                POSTGRESQL,
                insert.onConflictDoUpdate(ConflictTarget.columns("email"), Map.of("name", "y"), name.ne("z")),
                start + " (email) DO UPDATE SET name = ? WHERE customer.name != ?");
        sql(
                POSTGRESQL,
                one.onConflictDoUpdate(ConflictTarget.columns("id"), one.excluded()),
                "INSERT INTO island (id, label) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET id = excluded.id, label = excluded.label");
        refused(MYSQL, insert.onConflictDoNothing(), "ON CONFLICT");
        refused(ORACLE, insert.onConflictDoNothing(), "ON CONFLICT");
    }

    @Test
    @Tag("SQL-16")
    void aConstraintIsKnownByItsNameOrItsColumns() {
        Table keyed = new MetaData().table("keyed", Sql.column("a", Types.INTEGER), new PrimaryKey(null, List.of("a")));
        sql(
                POSTGRESQL,
                keyed.insert()
                        .set("a", 1)
                        .onConflictDoNothing(ConflictTarget.constraint(new PrimaryKey(null, List.of("a")))),
                "INSERT INTO keyed (a) VALUES (?) ON CONFLICT (a) DO NOTHING");
        sql(
                POSTGRESQL,
                keyed.insert()
                        .set("a", 1)
                        .onConflictDoNothing(ConflictTarget.constraint(new PrimaryKey("pk_keyed", List.of("a")))),
                "INSERT INTO keyed (a) VALUES (?) ON CONFLICT ON CONSTRAINT pk_keyed DO NOTHING");
    }

    @Test
    @Tag("SQL-16")
    void onDuplicateKeyAsMySqlSaysIt() {
        String start = "INSERT INTO customer (name) VALUES (?) ON DUPLICATE KEY UPDATE ";
        Insert insert = customer.insert().set(name, "x");
        sql(
                MYSQL,
                insert.onDuplicateKeyUpdate(Map.of("credit", 5, "name", excluded(name))),
                start + "name = VALUES(name), credit = ?");
        sql(
                MYSQL,
                insert.onDuplicateKeyUpdate(List.of(Map.entry("credit", 5), Map.entry(name, excluded(name)))),
                start + "credit = ?, name = VALUES(name)");
        refused(POSTGRESQL, insert.onDuplicateKeyUpdate(Map.of("credit", 5)), "ON DUPLICATE KEY UPDATE");
        InsertSqlTest.code("ALU-0173", () -> insert.onDuplicateKeyUpdate(Map.of()));
    }
}
