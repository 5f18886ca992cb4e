package org.aludel.cdi.internal;

import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.aludel.jta.JtaPlatform;
import org.jspecify.annotations.Nullable;

/** Binds sessions to Jakarta transactions, as resources of the registry. */
final class TransactionBinding {

    private final TransactionSynchronizationRegistry registry;

    TransactionBinding(JtaPlatform platform) {
        this.registry = platform.registry();
    }

    @Nullable
    Object currentKey() {
        return registry.getTransactionKey();
    }

    @Nullable
    BoundSession find(SessionSource source) {
        return (BoundSession) registry.getResource(source);
    }

    /** Binds a session until the transaction has completed. */
    void bind(SessionSource source, BoundSession bound) {
        registry.registerInterposedSynchronization(new Unbinding(bound, Thread.currentThread()));
        registry.putResource(source, bound);
    }

    /**
     * Gives the request its session back, or closes the transaction's own. Interposed synchronizations complete in the
     * reverse of their order, so the session itself has settled before.
     */
    private record Unbinding(BoundSession bound, Thread owner) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // The session's own synchronization flushes.
        }

        @Override
        public void afterCompletion(int status) {
            RequestSession request = bound.request();
            if (request != null) {
                request.unbind();
            } else if (Thread.currentThread() == owner) {
                bound.session().close();
            }
            // On another thread (a time-out) the owner may still be inside the session: it holds no connection of its
            // own any more, and refuses further work by itself.
        }
    }
}
