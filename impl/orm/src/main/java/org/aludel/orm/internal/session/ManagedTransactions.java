package org.aludel.orm.internal.session;

import org.jspecify.annotations.Nullable;

/** Knows the transaction that work of the calling thread belongs to. */
@FunctionalInterface
public interface ManagedTransactions {

    /** The current transaction, or null where there is none: the session then reads in short transactions of its own. */
    @Nullable
    ManagedTransaction current();
}
