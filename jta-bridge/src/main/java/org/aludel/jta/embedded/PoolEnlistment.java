package org.aludel.jta.embedded;

import io.agroal.api.transaction.TransactionAware;
import io.agroal.api.transaction.TransactionIntegration;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import javax.sql.XAConnection;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import org.aludel.jta.GuardedXaResource;
import org.jspecify.annotations.Nullable;

/**
 * Enlists a pool's connections in the current transaction: on first use, once per transaction, and keeps the physical
 * connection until the transaction has completed. It never delists and enlists again.
 */
final class PoolEnlistment implements TransactionIntegration {

    private final String name;
    private final NarayanaTransactions transactions;
    private final Predicate<Connection> failed;
    private final ConcurrentMap<ResourceRecoveryFactory, RecoveryConnection> recoveries = new ConcurrentHashMap<>();

    /**
     * @param name stable name of the resource, for the log
     * @param failed true if the database has given up the transaction that runs on a connection
     */
    PoolEnlistment(String name, NarayanaTransactions transactions, Predicate<Connection> failed) {
        this.name = name;
        this.transactions = transactions;
        this.failed = failed;
    }

    @Override
    public @Nullable TransactionAware getTransactionAware() {
        return running() ? (TransactionAware) registry().getResource(this) : null;
    }

    @Override
    public void associate(TransactionAware connection, XAResource resource) throws SQLException {
        if (!running()) {
            return;
        }
        if (registry().getResource(this) == null) {
            registry().registerInterposedSynchronization(new Release(connection, Thread.currentThread()));
            enlist(connection, resource);
            registry().putResource(this, connection);
        } else {
            connection.transactionStart();
        }
        connection.transactionCheckCallback(this::running);
    }

    private void enlist(TransactionAware connection, XAResource resource) throws SQLException {
        NamedXaResource named =
                new NamedXaResource(name, resource, new AwareBranch(connection), () -> isFailed(connection));
        try {
            if (!transactions.manager().getTransaction().enlistResource(named)) {
                throw new SQLException("ALU-0805 the transaction manager refused to enlist '" + name + "'");
            }
        } catch (RollbackException | SystemException | IllegalStateException refused) {
            connection.setFlushOnly();
            throw new SQLException(
                    "ALU-0805 '" + name + "' can't join the current transaction: " + refused.getMessage(), refused);
        }
    }

    private boolean isFailed(TransactionAware connection) {
        return connection.getConnection() instanceof Connection jdbc && failed.test(jdbc);
    }

    @Override
    public boolean disassociate(TransactionAware connection) {
        if (running()) {
            registry().putResource(this, null);
        }
        return true;
    }

    private boolean running() {
        int status = registry().getTransactionStatus();
        return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
    }

    private TransactionSynchronizationRegistry registry() {
        return transactions.registry();
    }

    @Override
    public void addResourceRecoveryFactory(ResourceRecoveryFactory factory) {
        if (factory.isRecoverable()) {
            RecoveryConnection helper = new RecoveryConnection(name, factory);
            recoveries.put(factory, helper);
            transactions.recover(helper);
        }
    }

    @Override
    public void removeResourceRecoveryFactory(ResourceRecoveryFactory factory) {
        RecoveryConnection helper = recoveries.remove(factory);
        if (helper != null) {
            transactions.forget(helper);
            helper.close();
        }
    }

    /** Tells the pool's connection of the borders of its branch. */
    private record AwareBranch(TransactionAware connection) implements GuardedXaResource.Branch {
        @Override
        public void starting() throws XAException {
            try {
                connection.transactionStart();
            } catch (SQLException refused) {
                connection.setFlushOnly();
                throw failure(refused);
            }
        }

        @Override
        public void ended() {
            // The connection stays with the transaction until its completion: see Release.
        }

        private static XAException failure(SQLException cause) {
            XAException failure = new XAException(XAException.XAER_RMERR);
            failure.initCause(cause);
            return failure;
        }
    }

    /** Gives the connection back when the transaction has completed, whichever thread says so. */
    private record Release(TransactionAware connection, Thread owner) implements Synchronization {
        @Override
        public void beforeCompletion() {
            // The session's own synchronization flushes; the pool has nothing to do before completion.
        }

        @Override
        public void afterCompletion(int status) {
            if (Thread.currentThread() != owner) {
                // A time-out: the application may be inside a statement, so nobody may use this connection again.
                connection.setFlushOnly();
            }
            try {
                connection.transactionEnd();
            } catch (SQLException unusable) {
                connection.setFlushOnly();
                System.getLogger("org.aludel.jta")
                        .log(System.Logger.Level.WARNING, "connection discarded after its transaction", unusable);
            }
        }
    }

    /** One connection for recovery, opened at the first scan and opened anew after it was lost. */
    private static final class RecoveryConnection implements com.arjuna.ats.jta.recovery.XAResourceRecoveryHelper {
        private final String name;
        private final ResourceRecoveryFactory factory;
        private @Nullable XAConnection connection;

        RecoveryConnection(String name, ResourceRecoveryFactory factory) {
            this.name = name;
            this.factory = factory;
        }

        @Override
        public boolean initialise(String parameter) {
            return true;
        }

        @Override
        public XAResource[] getXAResources() throws SQLException {
            XAConnection current = connection;
            if (current == null || !alive(current)) {
                close();
                current = factory.getRecoveryConnection();
                connection = current;
            }
            return new XAResource[] {new NamedXaResource(name, current.getXAResource(), NoBranch.INSTANCE, () -> false)
            };
        }

        private static boolean alive(XAConnection connection) {
            try {
                connection.getXAResource().recover(XAResource.TMSTARTRSCAN | XAResource.TMENDRSCAN);
                return true;
            } catch (XAException | SQLException lost) {
                return false;
            }
        }

        void close() {
            XAConnection current = connection;
            connection = null;
            if (current != null) {
                try {
                    current.close();
                } catch (SQLException alreadyGone) {
                    System.getLogger("org.aludel.jta")
                            .log(System.Logger.Level.DEBUG, "recovery connection was closed already", alreadyGone);
                }
            }
        }
    }

    private enum NoBranch implements GuardedXaResource.Branch {
        INSTANCE;

        @Override
        public void starting() {
            // Recovery never starts a branch.
        }

        @Override
        public void ended() {
            // Recovery never ends a branch.
        }
    }
}
