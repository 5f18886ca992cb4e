package org.aludel.databases.faults;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.sum;
import static org.aludel.types.Types.BIGINT;
import static org.aludel.types.Types.INTEGER;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Row;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;

/**
 * Accounts, and a numbered line for each transfer between them: what was done twice, half or not at all shows in the sums.
 */
final class Ledger {

    static final int ACCOUNTS = 64;
    static final long START = 1_000;

    /** A transfer as a worker numbered it. */
    record Line(int worker, int number) {}

    private final MetaData metadata = new MetaData();
    private final Table accounts = metadata.table(
            "accounts",
            column("id", INTEGER).primaryKey().autoincrement(false),
            column("balance", BIGINT).notNull());
    private final Table lines = metadata.table(
            "ledger",
            column("worker", INTEGER).primaryKey(),
            column("number", INTEGER).primaryKey(),
            column("source", INTEGER).notNull(),
            column("target", INTEGER).notNull(),
            column("amount", BIGINT).notNull());
    private final Table notes = metadata.table(
            "notes",
            column("worker", INTEGER).primaryKey(),
            column("number", INTEGER).primaryKey());
    private final Column<Integer> account = accounts.c("id");
    private final Column<Long> balance = accounts.c("balance");

    /** Makes the tables and the accounts. */
    void open(Engine engine) {
        metadata.createAll(engine);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int id = 0; id < ACCOUNTS; id++) {
            rows.add(params("id", id, "balance", START));
        }
        engine.useTransaction(connection -> connection.execute(accounts.insert(), rows));
    }

    /** One transfer, inside the transaction of the connection; accounts are locked in one order. */
    void transfer(Connection connection, Line line, int source, int target, long amount) {
        connection.execute(
                lines.insert(),
                params(
                        "worker",
                        line.worker(),
                        "number",
                        line.number(),
                        "source",
                        source,
                        "target",
                        target,
                        "amount",
                        amount));
        add(connection, Math.min(source, target), source < target ? -amount : amount);
        add(connection, Math.max(source, target), source < target ? amount : -amount);
    }

    private void add(Connection connection, int id, long amount) {
        long changed = connection
                .execute(accounts.update().set(balance, balance.plus(amount)).where(account.eq(id)))
                .rowCount();
        if (changed != 1) {
            throw new IllegalStateException("account " + id + ": " + changed + " rows changed");
        }
    }

    /** A line by itself, which commits itself. */
    void note(Connection connection, Line line) {
        connection.execute(notes.insert(), params("worker", line.worker(), "number", line.number()));
    }

    /** The sum of all balances, which no transfer changes. */
    long total(Connection connection) {
        Long total = connection.execute(select(sum(balance))).scalar(Long.class);
        return total == null ? 0 : total;
    }

    /** The accounts, streamed. */
    int streamed(Connection connection) {
        try (var rows = connection.stream(select(account, balance), 10)) {
            return rows.mapToInt(row -> 1).sum();
        }
    }

    Set<Line> transfers(Connection connection) {
        return read(connection, lines);
    }

    Set<Line> notes(Connection connection) {
        return read(connection, notes);
    }

    private static Set<Line> read(Connection connection, Table table) {
        Set<Line> found = new HashSet<>();
        for (Row row : connection.execute(select(table.c("worker"), table.c("number")))) {
            found.add(new Line(row.getInt(0), row.getInt(1)));
        }
        return found;
    }

    /** Accounts whose balance is not what their lines say. */
    List<String> wrongAccounts(Connection connection) {
        Map<Integer, Long> expected = new HashMap<>();
        for (int id = 0; id < ACCOUNTS; id++) {
            expected.put(id, START);
        }
        for (Row row : connection.execute(select(lines.c("source"), lines.c("target"), lines.c("amount")))) {
            expected.merge(row.getInt(0), -row.getLong(2), Long::sum);
            expected.merge(row.getInt(1), row.getLong(2), Long::sum);
        }
        List<String> wrong = new ArrayList<>();
        for (Row row : connection.execute(select(account, balance))) {
            Long there = row.getLong(1);
            if (!there.equals(expected.get(row.getInt(0)))) {
                wrong.add("account " + row.getInt(0) + " has " + there + " instead of " + expected.get(row.getInt(0)));
            }
        }
        return wrong;
    }
}
