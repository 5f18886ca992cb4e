package org.aludel.core.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.aludel.core.dialect.DatabaseBehaviour;
import org.aludel.engine.Isolation;
import org.aludel.errors.ArgumentException;

/** Isolation levels as JDBC numbers them. */
final class IsolationLevels {

    private IsolationLevels() {}

    static int jdbc(Isolation isolation) {
        return switch (isolation) {
            case READ_UNCOMMITTED -> Connection.TRANSACTION_READ_UNCOMMITTED;
            case READ_COMMITTED -> Connection.TRANSACTION_READ_COMMITTED;
            case REPEATABLE_READ -> Connection.TRANSACTION_REPEATABLE_READ;
            case SERIALIZABLE -> Connection.TRANSACTION_SERIALIZABLE;
            case AUTOCOMMIT -> Connection.TRANSACTION_NONE;
        };
    }

    /**
     * Refuses a level that the database does not have, where the driver would take another one in silence.
     *
     * @throws ArgumentException ALU-0288
     */
    static void require(Connection connection, DatabaseBehaviour behaviour, Isolation wanted) throws SQLException {
        if (behaviour.supportsIsolation(connection, jdbc(wanted))) {
            return;
        }
        Set<Isolation> there = EnumSet.of(Isolation.AUTOCOMMIT);
        for (Isolation each : Isolation.values()) {
            if (each != Isolation.AUTOCOMMIT && behaviour.supportsIsolation(connection, jdbc(each))) {
                there.add(each);
            }
        }
        throw new ArgumentException(
                "ALU-0288",
                "the database has no isolation level " + wanted + "; where: "
                        + connection.getMetaData().getDatabaseProductName() + "; what to do: choose one of " + there);
    }

    static Isolation of(int jdbc) {
        return switch (jdbc) {
            case Connection.TRANSACTION_READ_UNCOMMITTED -> Isolation.READ_UNCOMMITTED;
            case Connection.TRANSACTION_READ_COMMITTED -> Isolation.READ_COMMITTED;
            case Connection.TRANSACTION_REPEATABLE_READ -> Isolation.REPEATABLE_READ;
            case Connection.TRANSACTION_SERIALIZABLE -> Isolation.SERIALIZABLE;
            default -> Isolation.AUTOCOMMIT;
        };
    }
}
