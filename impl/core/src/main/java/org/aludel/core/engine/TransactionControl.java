package org.aludel.core.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.aludel.core.dialect.DatabaseBehaviour;
import org.aludel.core.engine.spi.TransactionScope;
import org.aludel.engine.Begin;
import org.aludel.engine.Commit;
import org.aludel.engine.EngineEvent;
import org.aludel.engine.NestedTransaction;
import org.aludel.engine.Rollback;
import org.aludel.engine.SavepointReleased;
import org.aludel.engine.SavepointRolledBack;
import org.aludel.engine.SavepointSet;
import org.aludel.engine.Transaction;
import org.aludel.errors.AludelException;
import org.aludel.errors.DatabaseException;
import org.aludel.errors.TransactionStateException;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of one channel: at most one root, and a stack of savepoints on it. Handles given to users hold their
 * root or savepoint and ask it whether it is still theirs to end.
 */
final class TransactionControl {

    private final Channel channel;
    private @Nullable Root root;
    private @Nullable Savepoint top;
    private int savepoints;

    TransactionControl(Channel channel) {
        this.channel = channel;
    }

    boolean isOpen() {
        return root != null || channel.scope() != null;
    }

    /** A statement is about to run: one outside a transaction is committed by itself, whatever the pool's usage. */
    void beforeStatement() {
        if (!isOpen()) {
            autocommit(true);
        }
    }

    Transaction begin() {
        refuseControlled("begin");
        Root open = root;
        if (open != null) {
            return new Inner(open);
        }
        channel.refuseWhileStreaming("begin()", false);
        Root begun = new Root();
        root = begun;
        autocommit(channel.isAutocommit());
        if (isHeard()) {
            channel.engine.events().fire(new Begin(channel.engine, channel.owner()));
        }
        return begun;
    }

    NestedTransaction nested() {
        channel.refuseWhileStreaming("beginNested()", false);
        Transaction owned = isOpen() ? null : begin();
        String name = "aludel_" + ++savepoints;
        Savepoint savepoint;
        try {
            savepoint = new Savepoint(name, mark(name), top, owned);
        } catch (AludelException e) {
            if (owned != null) {
                owned.rollback();
            }
            throw e;
        }
        top = savepoint;
        fire(new SavepointSet(channel.engine, channel.owner(), name));
        return savepoint;
    }

    /** A root begun by a two-phase transaction, which ends it by its own means. */
    void external(Root begun) {
        root = begun;
        if (isHeard()) {
            channel.engine.events().fire(new Begin(channel.engine, channel.owner()));
        }
    }

    /**
     * Notes that a statement failed, where that has consequences.
     *
     * @param whole whether the database has ended the whole transaction
     */
    void statementFailed(DatabaseException error, boolean whole) {
        if (top != null && !whole) {
            if (channel.engine.errorAbortsTransaction()) {
                top.failed(error);
            }
            return;
        }
        TransactionScope scope = channel.scope();
        if (scope != null) {
            scope.statementFailed(error);
            return;
        }
        Root open = root;
        if (open != null && (whole || channel.engine.errorAbortsTransaction())) {
            open.failed(error, whole);
        }
    }

    /** Rolls back what was left open when the connection closes. */
    void rollbackOpen() {
        Root open = root;
        if (open != null) {
            open.rollback();
        }
    }

    /** When the open transaction began; any time if there is none. */
    long begunAt() {
        return root == null ? Long.MAX_VALUE : root.begunAt;
    }

    boolean isPrepared() {
        return root != null && root.isPrepared();
    }

    boolean hasSavepoint() {
        return top != null;
    }

    /** The first error that made the open transaction worthless; null while it can be committed. */
    @Nullable
    DatabaseException failure() {
        return root == null ? null : root.failure;
    }

    private DatabaseBehaviour behaviour() {
        return channel.engine.dialect();
    }

    private void refuseControlled(String operation) {
        TransactionScope scope = channel.scope();
        if (scope != null) {
            throw Transactions.controlled(operation, scope);
        }
    }

    private void autocommit(boolean on) {
        try {
            channel.autocommit(on);
        } catch (SQLException e) {
            root = null;
            throw channel.failed(e, null, ParameterSets.NONE);
        }
    }

    private java.sql.@Nullable Savepoint mark(String name) {
        try {
            return behaviour().setSavepoint(channel.jdbc(), name);
        } catch (SQLException e) {
            throw channel.failed(e, behaviour().savepoint(name), ParameterSets.NONE);
        }
    }

    /** Whether anybody listens; asked before the events of every transaction are made. */
    private boolean isHeard() {
        return channel.engine.events().isActive();
    }

    private void fire(EngineEvent event) {
        if (isHeard()) {
            channel.engine.events().fire(event);
        }
    }

    private void endSavepointsAbove(@Nullable Savepoint kept) {
        while (top != null && top != kept) {
            top.active = false;
            top = top.parent;
        }
    }

    /** The outermost transaction. */
    class Root implements Transaction {
        private final long begunAt = System.currentTimeMillis();
        private boolean active = true;
        private boolean committed;
        private @Nullable DatabaseException failure;
        private boolean doomed;

        private void failed(DatabaseException error, boolean beyondRepair) {
            if (failure == null) {
                failure = error;
            }
            doomed |= beyondRepair;
        }

        @Override
        public final void commit() {
            channel.enter();
            try {
                if (!active) {
                    throw Transactions.notActive("commit", committed ? "committed" : "rolled back");
                }
                refuseWorthless();
                if (isHeard()) {
                    channel.engine.events().fire(new Commit(channel.engine, channel.owner()));
                }
                commitNow();
                committed = true;
            } finally {
                channel.exit();
            }
        }

        private boolean isWorthless() {
            if (doomed) {
                return true;
            }
            Connection jdbc = channel.jdbc();
            try {
                return !channel.isAutocommit() && behaviour().isTransactionFailed(jdbc);
            } catch (SQLException e) {
                throw channel.failed(e, null, ParameterSets.NONE);
            }
        }

        private void commitNow() {
            if (channel.isAutocommit()) {
                end();
                return;
            }
            channel.closeStreams();
            try {
                commitJdbc();
            } catch (SQLException e) {
                channel.writesEnded(true); // whether it was committed is not known
                DatabaseException sorted = channel.failed(e, "COMMIT", ParameterSets.NONE);
                if (isPrepared()) {
                    leaveInDoubt();
                } else {
                    rollbackAfter(sorted);
                }
                throw sorted;
            }
            end();
            channel.writesEnded(true);
            restore();
        }

        /** A commit that the database refused (a deferred constraint) leaves nothing behind. */
        final void rollbackAfter(DatabaseException sorted) {
            try {
                rollbackNow();
            } catch (AludelException e) {
                sorted.addSuppressed(e);
            }
        }

        /** A prepared branch whose commit failed may have committed, and will: it must not be rolled back. */
        private void leaveInDoubt() {
            end();
            abandon();
        }

        /** Whether the database has promised to commit. */
        boolean isPrepared() {
            return false;
        }

        /** Rolls back and refuses what an earlier error has made worthless. */
        final void refuseWorthless() {
            if (isWorthless()) {
                DatabaseException first = failure;
                rollbackNow();
                throw Transactions.failed("the transaction", first);
            }
        }

        @Override
        public final void rollback() {
            if (!active) {
                if (committed) {
                    throw Transactions.notActive("roll back", "committed");
                }
                return;
            }
            channel.enter();
            try {
                rollbackNow();
            } finally {
                channel.exit();
            }
        }

        private void rollbackNow() {
            channel.closeOpenRows();
            end();
            channel.writesEnded(false);
            if (isHeard()) {
                channel.engine.events().fire(new Rollback(channel.engine, channel.owner()));
            }
            if (channel.isAutocommit()) {
                return;
            }
            if (channel.isBroken()) {
                abandon();
                return;
            }
            try {
                rollbackJdbc();
            } catch (SQLException e) {
                channel.invalidate();
                throw channel.failed(e, "ROLLBACK", ParameterSets.NONE);
            }
            restore();
        }

        /** How a commit is done. */
        void commitJdbc() throws SQLException {
            channel.jdbc().commit();
        }

        /** How a rollback is done. */
        void rollbackJdbc() throws SQLException {
            channel.jdbc().rollback();
        }

        /** The connection is lost, and the transaction with it. */
        void abandon() {}

        /** Makes the connection as it was before the transaction. */
        void restore() {
            try {
                channel.autocommitAsBefore();
            } catch (SQLException e) {
                throw channel.failed(e, null, ParameterSets.NONE);
            }
        }

        private void end() {
            active = false;
            root = null;
            endSavepointsAbove(null);
        }

        @Override
        public final boolean isActive() {
            return active;
        }

        @Override
        public final void close() {
            if (active) {
                rollback();
            }
        }
    }

    /** A begin inside a transaction: its commit only counts, its rollback ends all. */
    private static final class Inner implements Transaction {
        private final Root root;
        private boolean done;

        Inner(Root root) {
            this.root = root;
        }

        @Override
        public void commit() {
            if (done || !root.isActive()) {
                throw Transactions.notActive("commit", done ? "ended" : "rolled back");
            }
            done = true;
        }

        @Override
        public void rollback() {
            if (!done) {
                done = true;
                root.rollback();
            }
        }

        @Override
        public boolean isActive() {
            return !done && root.isActive();
        }

        @Override
        public void close() {
            if (isActive()) {
                rollback();
            }
        }
    }

    private final class Savepoint implements NestedTransaction {
        private final String name;
        private final java.sql.@Nullable Savepoint mark;
        private final @Nullable Savepoint parent;
        private final @Nullable Transaction owned;
        private final @Nullable Set<String> writtenBefore;
        private boolean active = true;
        private boolean committed;
        private @Nullable DatabaseException failure;

        Savepoint(
                String name,
                java.sql.@Nullable Savepoint mark,
                @Nullable Savepoint parent,
                @Nullable Transaction owned) {
            this.name = name;
            this.mark = mark;
            this.parent = parent;
            this.owned = owned;
            Writes writes = channel.writes();
            this.writtenBefore = writes == null ? Set.of() : writes.soFar();
        }

        void failed(DatabaseException error) {
            if (failure == null) {
                failure = error;
            }
        }

        @Override
        public void commit() {
            channel.enter();
            try {
                if (!active) {
                    throw Transactions.notActive("commit", committed ? "committed" : "rolled back");
                }
                if (failure != null && stillFailed()) {
                    TransactionStateException refusal = Transactions.failed("the savepoint", failure);
                    rollback();
                    throw refusal;
                }
                channel.refuseWhileStreaming("RELEASE SAVEPOINT " + name, true);
                release();
                committed = true;
                if (owned != null) {
                    owned.commit();
                }
            } finally {
                channel.exit();
            }
        }

        /** A savepoint inside this one, set by hand as text, may have healed the error. */
        private boolean stillFailed() {
            try {
                return behaviour().isTransactionFailed(channel.jdbc());
            } catch (SQLException e) {
                throw channel.failed(e, null, ParameterSets.NONE);
            }
        }

        private void release() {
            try {
                behaviour().releaseSavepoint(channel.jdbc(), name, mark);
            } catch (SQLException e) {
                throw channel.failed(e, behaviour().releaseSavepoint(name), ParameterSets.NONE);
            }
            end();
            fire(new SavepointReleased(channel.engine, channel.owner(), name));
        }

        @Override
        public void rollback() {
            if (!active) {
                if (committed) {
                    throw Transactions.notActive("roll back", "released");
                }
                return;
            }
            channel.enter();
            try {
                rollbackNow();
            } finally {
                channel.exit();
            }
        }

        private void rollbackNow() {
            channel.closeStreams();
            end();
            if (channel.isBroken()) {
                return;
            }
            try {
                behaviour().rollbackToSavepoint(channel.jdbc(), name, mark);
            } catch (SQLException e) {
                throw channel.failed(e, behaviour().rollbackToSavepoint(name), ParameterSets.NONE);
            }
            Writes writes = channel.writes();
            if (writes != null) {
                writes.backTo(writtenBefore);
            }
            fire(new SavepointRolledBack(channel.engine, channel.owner(), name));
            if (owned != null) {
                owned.rollback();
            }
        }

        private void end() {
            endSavepointsAbove(this);
            active = false;
            top = parent;
        }

        @Override
        public boolean isActive() {
            return active && !channel.isClosed();
        }

        @Override
        public void close() {
            if (isActive()) {
                rollback();
            }
        }
    }
}
