package org.aludel.engine.spi;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens a new physical connection; knows address and credentials, so that nobody else has to. */
@FunctionalInterface
public interface ConnectionOpener {

    /** Opens a connection; never null. */
    Connection open() throws SQLException;
}
