package org.aludel.core.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.aludel.core.dialect.DatabaseBehaviour;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one statement that come in portions: what the database needs for it, from before the execution until the rows
 * are closed.
 */
final class Streaming {

    private final Channel channel;
    private final DatabaseBehaviour behaviour;
    private final int fetchSize;
    private final String sql;
    private final boolean holdsTransaction;

    private Streaming(Channel channel, int fetchSize, String sql, boolean holdsTransaction) {
        this.channel = channel;
        this.behaviour = channel.engine.dialect();
        this.fetchSize = fetchSize;
        this.sql = sql;
        this.holdsTransaction = holdsTransaction;
    }

    /** Begins, if the connection's options ask for it; null if they do not. */
    static @Nullable Streaming begin(CoreConnection connection, String sql) {
        int fetchSize = connection.options().yieldPer();
        if (fetchSize == 0) {
            return null;
        }
        Channel channel = connection.channel();
        boolean holds = !connection.inTransaction()
                && channel.engine.dialect().streamsInTransactionOnly()
                && !channel.holdsTransactionForRows();
        Streaming streaming = new Streaming(channel, fetchSize, sql, holds);
        if (holds) {
            streaming.autocommit(false);
        }
        return streaming;
    }

    /** The statement, ready to be bound and executed. */
    PreparedStatement prepare() throws SQLException {
        PreparedStatement statement = behaviour.prepareStreaming(channel.jdbc(), sql);
        try {
            behaviour.stream(statement, fetchSize);
        } catch (SQLException | RuntimeException e) {
            Jdbc.closeQuietly(statement);
            throw e;
        }
        return statement;
    }

    /** After the execution, whether it worked or not. */
    void executed(@Nullable PreparedStatement statement) throws SQLException {
        if (statement != null && !channel.isBroken()) {
            behaviour.streaming(statement);
        }
    }

    /** Whether a transaction is open for these rows only, because the database streams in transactions only. */
    boolean holdsTransaction() {
        return holdsTransaction;
    }

    /** The rows are closed. */
    void end() {
        if (holdsTransaction && !channel.isBroken()) {
            autocommit(true); // commits, as autocommit would have done
        }
    }

    private void autocommit(boolean on) {
        Connection jdbc = channel.jdbc();
        try {
            jdbc.setAutoCommit(on);
        } catch (SQLException e) {
            throw channel.failed(e, sql, ParameterSets.NONE);
        }
    }
}
