package org.aludel.engine;

import java.util.List;
import org.aludel.engine.spi.EngineProvider;

/**
 * One transaction over several engines: all commit or none does. Between the two phases the decision is written to a
 * durable record in the directory named by the system property {@code aludel.twophase.directory} (default
 * {@code ./aludel-twophase}), so that {@link #recover} can finish it after a crash.
 *
 * <pre>{@code
 * try (TwoPhase tp = TwoPhase.begin(e1, e2)) {
 *     tp.on(e1).execute(...);
 *     tp.on(e2).execute(...);
 *     tp.commit();
 * }
 * }</pre>
 *
 * @since 0.1
 */
public interface TwoPhase extends AutoCloseable {

    /**
     * Begins on all engines.
     *
     * @throws org.aludel.errors.TransactionStateException ALU-0225 where one of them can't prepare durably
     */
    static TwoPhase begin(Engine... engines) {
        return EngineProvider.find().beginTwoPhase(List.of(engines));
    }

    /** Finishes what a crash left in doubt on these engines, by the decision records. */
    static void recover(Engine... engines) {
        EngineProvider.find().recoverTwoPhase(List.of(engines));
    }

    /** The connection of this transaction to one of its engines. */
    Connection on(Engine engine);

    /** Prepares all, records the decision, commits all. */
    void commit();

    /** Rolls all back. */
    void rollback();

    /** Rolls back unless it was committed. */
    @Override
    void close();
}
