package org.aludel.core.engine.spi;

import org.aludel.core.engine.CoreEngine;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether the calling thread is in a transaction that someone else controls (JTA).
 *
 * <p>An engine built with an integration asks it at each {@link CoreEngine#connect()}. Inside a transaction the
 * integration answers with the one scope of that transaction and engine, and the engine lends the scope's connection:
 * always the same, enlisted when first asked for, kept until the transaction has completed.
 */
@FunctionalInterface
public interface TransactionIntegration {

    /**
     * The scope of the current transaction for an engine.
     *
     * @return null where no transaction is active, so that the engine lends a connection of its own
     * @throws org.aludel.errors.TransactionStateException ALU-0223 where a transaction is associated but has ended or
     *     is being ended (marked for rollback, timed out)
     */
    @Nullable
    TransactionScope current(CoreEngine engine);
}
