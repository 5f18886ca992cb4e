package org.aludel.jta;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import org.aludel.core.engine.CoreConnection;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.spi.TransactionScope;
import org.aludel.errors.AludelException;
import org.aludel.errors.TransactionStateException;
import org.jspecify.annotations.Nullable;

/**
 * One Jakarta transaction as one engine sees it: one connection from first use until completion.
 *
 * <p>Completion may come on the reaper's thread while the application is inside a statement. Then only a flag is set and
 * the statement cancelled; the application's thread meets the flag before its next statement, so that nothing runs on a
 * connection that is no longer in a transaction.
 */
final class JtaScope implements TransactionScope, Synchronization {

    private static final System.Logger LOG = System.getLogger("org.aludel.jta");

    private final JtaPlatform platform;
    private final CoreEngine engine;
    private final Object transaction;
    private final Thread owner = Thread.currentThread();
    private final Connection jdbc;
    private final CoreConnection connection;
    private volatile int ended = Status.STATUS_ACTIVE;
    private volatile @Nullable AludelException firstError;

    JtaScope(JtaPlatform platform, CoreEngine engine, Object transaction, Connection jdbc) {
        this.platform = platform;
        this.engine = engine;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.connection = engine.enlisted(jdbc, this);
    }

    @Override
    public CoreConnection connection() {
        return connection;
    }

    @Override
    public @Nullable AludelException refusal() {
        if (ended != Status.STATUS_ACTIVE) {
            return new TransactionStateException(
                    "ALU-0812",
                    "the transaction has ended, it is " + TransactionStates.name(ended) + "; where: " + describe()
                            + "; what to do: raise its time-out if it was too short, and begin a new one",
                    firstError);
        }
        Object current = platform.registry().getTransactionKey();
        if (!transaction.equals(current)) {
            return new TransactionStateException(
                    "ALU-0813",
                    "the transaction is suspended; where: " + describe() + ", while "
                            + (current == null ? "no transaction" : "transaction " + current)
                            + " is current; what to do: use the session or connection of the current transaction");
        }
        int status = platform.registry().getTransactionStatus();
        if (status == Status.STATUS_ACTIVE
                || status == Status.STATUS_MARKED_ROLLBACK
                || status == Status.STATUS_PREPARING) {
            return null;
        }
        return new TransactionStateException(
                "ALU-0812",
                "the transaction is " + TransactionStates.name(status) + "; where: " + describe()
                        + "; what to do: begin a new transaction",
                firstError);
    }

    @Override
    public void statementFailed(AludelException cause) {
        if (firstError == null) {
            firstError = cause;
        }
        TransactionSynchronizationRegistry registry = platform.registry();
        if (ended == Status.STATUS_ACTIVE && registry.getTransactionStatus() == Status.STATUS_ACTIVE) {
            registry.setRollbackOnly();
        }
    }

    @Override
    public String describe() {
        return "engine " + engine.name() + ", transaction " + transaction;
    }

    /** Asks the database before the commit goes on: some answer a commit of a failed transaction with success. */
    @Override
    public void beforeCompletion() {
        AludelException error = firstError;
        if (error != null || databaseGaveUp()) {
            platform.registry().setRollbackOnly();
            throw new TransactionStateException(
                    "ALU-0802",
                    "a statement failed in this transaction and the database has given it up; where: " + describe()
                            + "; what to do: let the error of the statement end the transaction, or run what may fail"
                            + " in a nested transaction",
                    error);
        }
    }

    private boolean databaseGaveUp() {
        try {
            return engine.dialect().isTransactionFailed(jdbc);
        } catch (SQLException unusable) {
            LOG.log(System.Logger.Level.DEBUG, "connection of " + describe() + " can't be asked", unusable);
            return true;
        }
    }

    @Override
    public void afterCompletion(int status) {
        ended = status == Status.STATUS_ACTIVE ? Status.STATUS_UNKNOWN : status;
        boolean normal = Thread.currentThread() == owner
                && (status == Status.STATUS_COMMITTED || status == Status.STATUS_ROLLEDBACK);
        connection.completed(normal);
        tellWhyItWasRolledBack(status);
        if (Thread.currentThread() != owner) {
            // The owner may be inside a statement on this connection: nothing more may be done to it here.
            LOG.log(System.Logger.Level.WARNING, "ALU-0812 {0} was ended by another thread", describe());
            return;
        }
        try {
            jdbc.close();
        } catch (SQLException unusable) {
            LOG.log(System.Logger.Level.WARNING, "connection of " + describe() + " could not be given back", unusable);
        }
    }

    /** Interceptors roll a marked transaction back without a word, so an error that the application swallowed is logged. */
    private void tellWhyItWasRolledBack(int status) {
        AludelException error = firstError;
        if (error != null && status != Status.STATUS_COMMITTED) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "ALU-0802 rolled back, because a statement had failed: " + describe(),
                    error);
        }
    }
}
