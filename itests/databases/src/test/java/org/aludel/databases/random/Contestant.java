package org.aludel.databases.random;

import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Transaction;
import org.aludel.errors.AludelException;

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
                return Outcome.of(connection.execute(random.statement()).all(), -1);
            }
            try (Transaction transaction = connection.begin()) {
                long changed = connection.execute(random.statement()).rowCount();
                Outcome outcome = Outcome.of(
                        connection.execute(random.changed().select()).all(), changed);
                transaction.rollback();
                return outcome;
            }
        } catch (AludelException | ClassCastException | UnsupportedOperationException e) {
            return Outcome.failed(e);
        }
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
