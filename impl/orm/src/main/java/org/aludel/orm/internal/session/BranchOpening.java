package org.aludel.orm.internal.session;

import java.util.function.Supplier;
import org.aludel.core.engine.CoreConnection;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.CoreTwoPhase;

/** How a session's transaction begins on an engine, and how it ends on all of them together. */
interface BranchOpening {

    Branch open(CoreEngine engine);

    /** Whether commits have two phases. */
    default boolean isTwoPhase() {
        return false;
    }

    /** First phase of two. */
    default void prepare(Iterable<Branch> branches) {
        throw SessionErrors.notTwoPhase();
    }

    default void commit(Iterable<Branch> branches) {
        branches.forEach(Branch::commit);
    }

    default void rollback(Iterable<Branch> branches) {
        RuntimeException failure = null;
        for (Branch branch : branches) {
            try {
                branch.rollback();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** A transaction of the session's own on each engine; remembers nothing, so that one serves all. */
    final class Own implements BranchOpening, Supplier<BranchOpening> {

        @Override
        public BranchOpening get() {
            return this;
        }

        @Override
        public Branch open(CoreEngine engine) {
            CoreConnection connection = engine.connect();
            try {
                return new Branch(engine, connection, connection.begin(), true);
            } catch (RuntimeException | Error e) {
                connection.close();
                throw e;
            }
        }
    }

    /** Somebody else begins and ends the transaction. */
    final class Joined implements BranchOpening {

        @Override
        public Branch open(CoreEngine engine) {
            return new Branch(engine, engine.connect(), null, true);
        }
    }

    /** On a connection of the program: inside its transaction if it has one, which then stays the program's to end. */
    record Given(CoreConnection connection) implements BranchOpening {

        @Override
        public Branch open(CoreEngine engine) {
            if (connection.engine() != engine) {
                throw SessionErrors.otherEngine(connection, engine);
            }
            return new Branch(engine, connection, connection.begin(), false);
        }
    }

    /** One transaction over all engines that prepares all before it commits any. */
    final class Together implements BranchOpening {

        private final CoreTwoPhase coordinator = CoreTwoPhase.begin();

        @Override
        public Branch open(CoreEngine engine) {
            return new Branch(engine, coordinator.join(engine), null, false);
        }

        @Override
        public boolean isTwoPhase() {
            return true;
        }

        @Override
        public void prepare(Iterable<Branch> branches) {
            coordinator.prepare();
        }

        @Override
        public void commit(Iterable<Branch> branches) {
            coordinator.commit();
        }

        @Override
        public void rollback(Iterable<Branch> branches) {
            coordinator.rollback();
        }
    }
}
