package org.aludel.core.engine;

import java.sql.Connection;
import org.aludel.engine.Isolation;

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
