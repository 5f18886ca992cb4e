package org.aludel.core.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectProvider;

/** An engine's dialect: at first the one that its URL names, from the first connection on that of the server's version. */
final class DialectInUse {

    private final DialectProvider provider;
    private volatile CoreDialect dialect;
    private final ReentrantLock meeting = new ReentrantLock();
    private volatile boolean met;

    DialectInUse(CoreDialect dialect, DialectProvider provider) {
        this.dialect = dialect;
        this.provider = provider;
        this.met = dialect.settings().version() != null;
    }

    CoreDialect get() {
        return dialect;
    }

    /**
     * Takes the version from a connection, once.
     *
     * @return whether the dialect is another one now, so that what was compiled before no longer counts
     */
    boolean meet(Connection connection) throws SQLException {
        if (met) {
            return false;
        }
        meeting.lock();
        try {
            if (met) {
                return false;
            }
            CoreDialect before = dialect;
            dialect = provider.atVersion(before, connection.getMetaData());
            met = true;
            return dialect != before;
        } finally {
            meeting.unlock();
        }
    }
}
