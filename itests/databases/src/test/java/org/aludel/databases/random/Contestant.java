package org.aludel.databases.random;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Transaction;
import org.aludel.errors.AludelException;
import org.jspecify.annotations.Nullable;

/** One of the databases that are compared. */
final class Contestant implements AutoCloseable {

    final String name;
    final Engine engine;
    private final Sample sample;
    private final Connection connection;

    Contestant(String name, String url, Sample sample) {
        this.name = name;
        this.sample = sample;
        engine = Engine.create(url);
        sample.metadata.createAll(engine);
        engine.useTransaction(sample::fill);
        connection = engine.connect();
    }

    /** Runs a statement; what it changes is read and rolled back. */
    Outcome run(RandomStatement random) {
        try {
            if (random.changed() == null) {
                Outcome outcome =
                        Outcome.of(connection.execute(random.statement()).all(), -1);
                return random.inlined() ? withLiterals(random, outcome) : outcome;
            }
            try (Transaction transaction = connection.begin()) {
                long changed = connection.execute(random.statement()).rowCount();
                Outcome outcome =
                        Outcome.of(connection.execute(random.changed().select()).all(), changed);
                transaction.rollback();
                return outcome;
            }
        } catch (AludelException | SQLException | ClassCastException | UnsupportedOperationException e) {
            boolean sumOfNull = name.equals("h2")
                    && String.valueOf(e.getMessage()).contains("SUM or AVG on wrong data type for \"SUM(NULL)");
            return sumOfNull ? Outcome.overlooked() : Outcome.failed(e);
        }
    }

    /** The outcome, unless the statement with its values as literals has another. */
    private Outcome withLiterals(RandomStatement random, Outcome bound) throws SQLException {
        String sql = engine.dialect().compile(random.statement()).inlined();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (java.sql.Statement plain =
                        connection.unwrap(java.sql.Connection.class).createStatement();
                ResultSet result = plain.executeQuery(sql)) {
            while (result.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
        }
        Outcome literal = Outcome.ofValues(rows, -1);
        return literal.untyped().equals(bound.untyped())
                ? bound
                : Outcome.failed(new IllegalStateException(
                        "with literals " + literal.untyped() + ", with parameters " + bound.untyped()));
    }

    /** The statement as this database reads it. */
    String sql(RandomStatement random) {
        try {
            return engine.dialect().compile(random.statement()).inlined();
        } catch (RuntimeException e) {
            return random.statement().toSql(engine.dialect());
        }
    }

    @Override
    public void close() {
        connection.close();
        sample.metadata.dropAll(engine);
        engine.close();
    }

    static void closeAll(List<Contestant> all) {
        all.forEach(Contestant::close);
    }
}
