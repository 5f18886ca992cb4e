package org.aludel.core.engine.spi;

import org.aludel.core.engine.CoreConnection;
import org.aludel.core.engine.CoreEngine;
import org.aludel.errors.AludelException;
import org.jspecify.annotations.Nullable;

/**
 * One transaction of someone else's, as one engine sees it.
 *
 * <p>The implementation makes the connection once, by {@link CoreEngine#enlisted}, keeps it, and calls
 * {@link CoreConnection#completed(boolean)} in its {@code afterCompletion}, on whichever thread that runs.
 */
public interface TransactionScope {

    /** The transaction's connection; the same at each call. */
    CoreConnection connection();

    /**
     * Called before each statement.
     *
     * @return null when all is well; otherwise what to throw, because the transaction was ended meanwhile (timed out,
     *     rolled back by another thread) or does not belong to the calling thread (suspended)
     */
    @Nullable
    AludelException refusal();

    /**
     * A statement failed outside any savepoint: the transaction must not commit.
     *
     * @param cause the error of the statement
     */
    void statementFailed(AludelException cause);

    /** Names the transaction in messages. */
    String describe();
}
