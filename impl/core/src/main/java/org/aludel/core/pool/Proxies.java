package org.aludel.core.pool;

import java.sql.Connection;
import java.sql.SQLException;

/** What the connections of someone else's pool really are. */
interface Proxies {

    /** A pool that is not known: its connections are taken as they come, and closed. */
    Proxies UNKNOWN = new Proxies() {
        @Override
        public Connection direct(Connection opened) {
            return opened;
        }

        @Override
        public void discard(Connection opened, Connection direct) {
            Connections.closeQuietly(opened);
        }
    };

    /** The driver's own connection behind the one the pool gave. */
    Connection direct(Connection opened) throws SQLException;

    /** Gives a connection back that is not to be lent again. */
    void discard(Connection opened, Connection direct);
}
