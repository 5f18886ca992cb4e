package org.aludel.jta.embedded;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.aludel.core.pool.UnpooledConnections;
import org.aludel.engine.PoolStatus;
import org.aludel.engine.spi.ConnectionPool;
import org.aludel.engine.spi.Lease;
import org.jspecify.annotations.Nullable;

/**
 * A pool of XA connections as an engine's pool: outside a transaction its connections are plain ones, and the engine
 * closes it.
 */
final class XaConnections implements ConnectionPool {

    private static final System.Logger LOG = System.getLogger("org.aludel.jta");

    private final AgroalDataSource dataSource;
    private final UnpooledConnections lent;
    private final @Nullable String closingStatement;

    /** @param closingStatement executed once before the pool closes, if given */
    XaConnections(AgroalDataSource dataSource, @Nullable String closingStatement) {
        this.dataSource = dataSource;
        this.lent = new UnpooledConnections("xa", dataSource::getConnection);
        this.closingStatement = closingStatement;
    }

    @Override
    public Lease checkout() throws SQLException {
        return lent.checkout();
    }

    @Override
    public PoolStatus status() {
        return lent.status();
    }

    @Override
    public void discardAll() {
        dataSource.flush(AgroalDataSource.FlushMode.GRACEFUL);
    }

    @Override
    public void close() {
        lent.close();
        if (closingStatement != null) {
            try (Connection last = dataSource.getConnection();
                    Statement statement = last.createStatement()) {
                statement.execute(closingStatement);
            } catch (SQLException gone) {
                // The statement ends the database, and with it may end the connection that carries it.
                LOG.log(System.Logger.Level.DEBUG, "closing statement", gone);
            }
        }
        dataSource.close();
    }
}
