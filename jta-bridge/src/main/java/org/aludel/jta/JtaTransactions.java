package org.aludel.jta;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import org.aludel.orm.internal.session.ManagedTransaction;
import org.aludel.orm.internal.session.ManagedTransactions;
import org.aludel.orm.internal.session.SessionParticipant;
import org.jspecify.annotations.Nullable;

/** Lets sessions join the Jakarta transaction of the calling thread. */
public final class JtaTransactions implements ManagedTransactions {

    private final JtaPlatform platform;

    public JtaTransactions(JtaPlatform platform) {
        this.platform = platform;
    }

    @Override
    public @Nullable ManagedTransaction current() {
        Object key = platform.registry().getTransactionKey();
        if (key == null || platform.registry().getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            return null;
        }
        return new JtaTransaction(platform, key);
    }

    /** A transaction by its key. */
    private record JtaTransaction(JtaPlatform platform, Object key) implements ManagedTransaction {

        @Override
        public void register(SessionParticipant participant) {
            platform.registry().registerInterposedSynchronization(new Completion(participant));
        }

        @Override
        public void setRollbackOnly() {
            if (platform.registry().getTransactionStatus() == Status.STATUS_ACTIVE) {
                platform.registry().setRollbackOnly();
            }
        }

        @Override
        public boolean isRollbackOnly() {
            return platform.registry().getRollbackOnly();
        }

        @Override
        public String toString() {
            return "transaction " + key;
        }
    }

    /** Passes completion on; an exception of the flush goes up, so that the caller of commit sees the cause. */
    private record Completion(SessionParticipant participant) implements Synchronization {

        @Override
        public void beforeCompletion() {
            participant.beforeCompletion();
        }

        @Override
        public void afterCompletion(int status) {
            participant.afterCompletion(status == Status.STATUS_COMMITTED);
        }
    }
}
