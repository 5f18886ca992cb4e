package org.aludel.core.engine;

import org.aludel.engine.Transaction;

/** A transaction on the connection that a thread shares with itself, which goes back when the transaction ends. */
final class ThreadTransaction implements Transaction {

    private final CoreConnection connection;
    private final Transaction transaction;

    private ThreadTransaction(CoreConnection connection, Transaction transaction) {
        this.connection = connection;
        this.transaction = transaction;
    }

    static ThreadTransaction begin(CoreConnection connection) {
        try {
            return new ThreadTransaction(connection, connection.begin());
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void commit() {
        try {
            transaction.commit();
        } finally {
            releaseIfEnded();
        }
    }

    @Override
    public void rollback() {
        try {
            transaction.rollback();
        } finally {
            releaseIfEnded();
        }
    }

    private void releaseIfEnded() {
        if (!transaction.isActive()) {
            connection.close();
        }
    }

    @Override
    public boolean isActive() {
        return transaction.isActive();
    }

    @Override
    public void close() {
        try {
            transaction.close();
        } finally {
            connection.close();
        }
    }
}
