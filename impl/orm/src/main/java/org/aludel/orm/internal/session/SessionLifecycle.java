package org.aludel.orm.internal.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.aludel.core.engine.CoreConnection;
import org.aludel.core.engine.CoreEngine;
import org.aludel.engine.Engine;
import org.aludel.engine.NestedTransaction;
import org.aludel.errors.TransactionStateException;
import org.aludel.orm.AfterBegin;
import org.aludel.orm.AfterCommit;
import org.aludel.orm.AfterRollback;
import org.aludel.orm.AfterSoftRollback;
import org.aludel.orm.BeforeCommit;
import org.aludel.orm.Session;
import org.aludel.orm.StateTransition;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/**
 * How a session's transaction begins and ends, and what happens to its objects then. The states, as they are printed:
 * idle, active (with the number of nested scopes), failed (a flush has failed; only rollback goes on), joined (someone
 * else controls the transaction), closed.
 */
final class SessionLifecycle implements SessionParticipant {

    /** After this many rounds, handlers that change objects in each flush are taken for an endless loop. */
    private static final int FLUSH_ROUNDS = 100;

    private final DefaultSession session;
    private final Supplier<BranchOpening> opening;
    private final @Nullable ManagedTransactions managed;
    private @Nullable SessionTransaction transaction;
    private @Nullable ManagedTransaction joined;
    private boolean restoring;
    private boolean closed;
    private boolean completing;
    private boolean handingOutRows;
    private boolean rollingBack;

    /** The error of a flush that failed before a transaction had begun. */
    private @Nullable Throwable failedIdle;

    /** How the joined transaction ended, while the session has not settled yet. Set by any thread. */
    private volatile @Nullable Boolean outcome;

    /** @param opening how a transaction of the session's own begins */
    SessionLifecycle(DefaultSession session, Supplier<BranchOpening> opening, @Nullable ManagedTransactions managed) {
        this.session = session;
        this.opening = opening;
        this.managed = managed;
    }

    // ---- beginning

    /** The connection to an engine, in the session's transaction, which begins if there is none. */
    CoreConnection connection(CoreEngine engine) {
        requireUsable();
        SessionTransaction open = transaction;
        if (open == null) {
            SessionTransaction begun = begun();
            CoreConnection connection = begun.connection(engine); // where that fails, nothing has begun
            transaction = begun;
            tellBegun(begun, connection);
            return connection;
        }
        checkCurrent();
        CoreConnection connection = open.connection(engine);
        tellBegun(open, connection);
        return connection;
    }

    private void tellBegun(SessionTransaction begun, CoreConnection connection) {
        if (begun.takeBegun() && !session.isSilent() && session.wants(AfterBegin.class)) {
            session.fire(AfterBegin.class, () -> new AfterBegin(session, connection, begun.isNested()));
        }
    }

    /** The session's transaction, on no engine yet if it is new. */
    private SessionTransaction open() {
        requireUsable();
        SessionTransaction open = transaction;
        if (open == null) {
            open = begun();
            transaction = open;
        } else {
            checkCurrent();
        }
        return open;
    }

    private SessionTransaction begun() {
        joinManaged();
        return new SessionTransaction(joined == null ? opening.get() : new BranchOpening.Joined());
    }

    /** Registers with the managed transaction of this thread, if there is one. */
    void joinManaged() {
        if (managed == null || completing) {
            return;
        }
        if (joined != null) {
            checkCurrent();
            return;
        }
        ManagedTransaction current = managed.current();
        if (current == null) {
            return;
        }
        endOwnTransaction();
        current.register(this);
        joined = current;
    }

    /** SQL must go to the transaction that the session has joined, not to one that has suspended it. */
    private void checkCurrent() {
        ManagedTransaction mine = joined;
        if (managed == null || mine == null || completing) {
            return;
        }
        ManagedTransaction current = managed.current();
        if (current == null || !current.key().equals(mine.key())) {
            throw new TransactionStateException(
                    "ALU-0542",
                    "the session's transaction is suspended; where: the session belongs to " + mine
                            + ", the thread is in "
                            + (current == null ? "no transaction" : current.toString())
                            + "; what to do: use the session that belongs to the current transaction");
        }
    }

    /** Refuses everything but rollback after a failed flush. */
    void requireUsable() {
        if (rollingBack) {
            throw new TransactionStateException(
                    "ALU-0483",
                    "no SQL can be executed while a rollback is told of; where: a handler of AfterRollback in "
                            + session + "; what to do: use what is loaded, or listen to AfterSoftRollback");
        }
        SessionTransaction open = transaction;
        Throwable failure = open == null ? failedIdle : open.failure();
        if (failure == null) {
            return;
        }
        boolean nested =
                open != null && open.scope().failure() != null && open.scope().isNested();
        throw new TransactionStateException(
                "ALU-0503",
                "the session's transaction was rolled back because a flush failed; where: first error: "
                        + failure.getMessage() + "; what to do: "
                        + (nested
                                ? "leave the nested scope, or roll it back"
                                : "call session.rollback() and begin again"),
                failure);
    }

    /** Whether a flush may write now: not while it would need a managed transaction that is not there. */
    boolean canWrite() {
        if (managed == null) {
            return true;
        }
        joinManaged();
        return joined != null;
    }

    void requireWritable() {
        requireUsable();
        if (!canWrite()) {
            throw new TransactionStateException(
                    "ALU-0541",
                    "changes can't be written without a transaction; where: " + session
                            + ", whose transactions someone else controls, and none is active; what to do: begin one"
                            + " (@Transactional), or keep the changes until there is one");
        }
    }

    Scope scope() {
        SessionTransaction open = transaction;
        return (open == null ? open() : open).scope();
    }

    void attached(EntityState state) {
        if (isJournalling()) {
            scope().attached(state);
        }
    }

    boolean isJournalling() {
        return !restoring && transaction != null && transaction.isNested();
    }

    Set<Engine> engines() {
        SessionTransaction open = transaction;
        return open == null ? Set.of() : open.engines();
    }

    boolean hasWritten() {
        SessionTransaction open = transaction;
        return open != null && open.hasWritten();
    }

    void written() {
        open().written();
    }

    /** Whether transactions are begun and ended by someone else. */
    boolean isManaged() {
        return managed != null;
    }

    boolean inTransaction() {
        return transaction != null || joined != null;
    }

    // ---- ending the whole

    void commit(boolean expiring) {
        refuseManaged("commit");
        requireUsable();
        SessionTransaction open = transaction;
        if (open == null || !open.isPrepared()) {
            session.fire(BeforeCommit.class, () -> new BeforeCommit(session));
            flushAll();
            open = transaction;
        }
        if (open != null) {
            while (open.isNested()) {
                release(open, open.scope());
            }
            try {
                open.commit();
            } catch (RuntimeException | Error e) {
                settleRolledBack();
                throw e;
            }
        }
        settleCommitted(expiring);
    }

    private void flushAll() {
        for (int round = 0; session.hasWork(); round++) {
            if (round == FLUSH_ROUNDS) {
                throw new TransactionStateException(
                        "ALU-0507",
                        "objects still change after " + FLUSH_ROUNDS + " flushes; where: commit of " + session
                                + "; what to do: look for a flush handler that changes objects each time");
            }
            session.flushNow();
        }
    }

    /**
     * First phase of a two-phase commit: writes changes and lets every engine vote.
     *
     * @throws TransactionStateException ALU-0550 if the session's transactions have one phase
     */
    void prepare() {
        refuseManaged("prepare");
        requireUsable();
        SessionTransaction open = open();
        open.requireTwoPhase();
        session.fire(BeforeCommit.class, () -> new BeforeCommit(session));
        flushAll();
        while (open.isNested()) {
            release(open, open.scope());
        }
        try {
            open.prepare();
        } catch (RuntimeException | Error e) {
            try {
                open.rollback(); // what was prepared must not wait for ever
            } catch (RuntimeException second) {
                e.addSuppressed(second);
            }
            settleRolledBack();
            throw e;
        }
    }

    void rollback() {
        refuseManaged("rollback");
        SessionTransaction open = transaction;
        try {
            if (open != null) {
                open.rollback();
            }
        } finally {
            settleRolledBack();
        }
    }

    private void refuseManaged(String operation) {
        if (managed != null) {
            throw new TransactionStateException(
                    "ALU-0540",
                    operation + " of this session is the business of whoever controls its transactions; where: "
                            + (joined == null ? session.toString() : joined.toString())
                            + "; what to do: end the transaction"
                            + " there (@Transactional, UserTransaction), or setRollbackOnly");
        }
    }

    private void settleCommitted(boolean expiring) {
        SessionTransaction open = transaction;
        if (open != null) {
            transaction = null;
            open.rootScope().deleted.keySet().forEach(EntityState::toDetached);
            giveBack(open);
        }
        try {
            if (open != null) {
                session.fire(AfterCommit.class, () -> new AfterCommit(session));
                open.rootScope()
                        .deleted
                        .values()
                        .forEach(instance -> session.transition(instance, StateTransition.Kind.DELETED_TO_DETACHED));
            }
        } finally {
            if (expiring) {
                session.expireEverything();
            }
        }
    }

    private void settleRolledBack() {
        SessionTransaction open = transaction;
        boolean hadWork = open != null || failedIdle != null || session.hasWork();
        boolean told = open != null && open.rootScope().failure() != null;
        failedIdle = null;
        try {
            if (open != null && !told) {
                tellRolledBack();
            }
        } finally {
            if (open != null) {
                for (Scope scope = open.scope(); scope.isNested(); scope = open.scope()) {
                    open.release(scope);
                }
                undo(open.rootScope());
                transaction = null;
                giveBack(open);
            } else {
                undo(new Scope(false));
            }
            if (hadWork) {
                session.expireEverything();
            }
        }
        if (hadWork && !session.isSilent() && session.wants(AfterSoftRollback.class)) {
            session.fire(AfterSoftRollback.class, () -> new AfterSoftRollback(session, false));
        }
    }

    /** Objects still show what they had in the transaction. */
    private void tellRolledBack() {
        if (session.isSilent() || !session.wants(AfterRollback.class)) {
            return;
        }
        rollingBack = true;
        try {
            session.fire(AfterRollback.class, () -> new AfterRollback(session));
        } finally {
            rollingBack = false;
        }
    }

    /** The transaction has ended; a connection that can't be given back is the pool's to discard, and no error of it. */
    private static void giveBack(SessionTransaction open) {
        try {
            open.close();
        } catch (RuntimeException e) {
            System.getLogger("org.aludel.session")
                    .log(System.Logger.Level.DEBUG, "a connection could not be given back after its transaction", e);
        }
    }

    // ---- nested scopes

    NestedTransaction beginNested() {
        requireUsable();
        session.flushNow();
        return new NestedScope(session, open().beginNested());
    }

    void commitNested(Scope scope) {
        SessionTransaction open = transaction;
        if (open == null || !scope.isActive()) {
            throw new TransactionStateException(
                    "ALU-0505",
                    "the nested scope has ended; where: commit in " + session
                            + "; what to do: commit once, inside the block of the scope");
        }
        requireUsable();
        session.flushNow();
        while (open.scope() != scope) {
            release(open, open.scope());
        }
        release(open, scope);
    }

    private static void release(SessionTransaction open, Scope scope) {
        open.releaseSavepoints();
        open.release(scope);
    }

    void rollbackNested(Scope scope) {
        SessionTransaction open = transaction;
        if (open == null || !scope.isActive()) {
            return;
        }
        while (open.scope() != scope) {
            dropNested(open, open.scope());
        }
        dropNested(open, scope);
    }

    private void dropNested(SessionTransaction open, Scope scope) {
        try {
            if (scope.failure() == null) {
                open.rollbackToSavepoints();
            }
        } finally {
            if (scope.failure() == null) {
                undo(scope);
            }
            open.drop(scope);
        }
        session.fire(AfterSoftRollback.class, () -> new AfterSoftRollback(session, true));
    }

    // ---- failure and undoing

    /** A flush has failed: database and objects go back to the beginning of the innermost scope, which is then failed. */
    void flushFailed(Throwable cause) {
        SessionTransaction open = transaction;
        if (open == null) {
            undo(new Scope(false));
            session.expireEverything();
            failedIdle = cause;
            if (joined != null) {
                joined.setRollbackOnly();
            }
            return;
        }
        if (open.failure() != null) {
            return;
        }
        Scope scope = open.scope();
        try {
            if (scope.isNested()) {
                open.rollbackToSavepoints();
            } else if (joined != null) {
                joined.setRollbackOnly();
            } else {
                open.rollback();
            }
            if (!scope.isNested()) {
                tellRolledBack();
            }
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
        undo(scope);
        if (!scope.isNested()) {
            session.expireEverything();
        }
        scope.failed(cause);
    }

    /** Puts objects back to where they were when the scope began. */
    private void undo(Scope scope) {
        if (isUntouched(scope)) {
            return;
        }
        restoring = true;
        SessionShards shards = session.shards();
        if (shards != null) {
            shards.forgetPlaces();
        }
        try {
            List<EntityState> again = new ArrayList<>();
            session.deleted().clear();
            for (Map.Entry<EntityState, Object> entry : scope.deleted.entrySet()) {
                entry.getKey().undelete();
                again.add(entry.getKey());
                session.transition(entry.getValue(), StateTransition.Kind.DELETED_TO_PERSISTENT);
            }
            for (Map.Entry<EntityState, EntityKey> entry : scope.rekeyed.entrySet()) {
                restoreKey(entry.getKey(), entry.getValue());
            }
            for (EntityState state : again) {
                session.identityMap().put(state);
            }
            if (!session.pending().isEmpty()) {
                forgetPending();
            }
            for (EntityState state : scope.inserted) {
                removeInserted(state);
            }
            if (scope.isNested()) {
                scope.deleted.forEach(EntityState::revert);
                session.modified().forEach(EntityState::revert);
                session.modified().clear();
                scope.restoreValues();
            }
            scope.forgetRows();
        } finally {
            restoring = false;
        }
    }

    private void forgetPending() {
        List<Object> unsaved = new ArrayList<>(session.pending().values());
        session.pending().forEach(EntityState::toTransient);
        session.pending().clear();
        unsaved.forEach(object -> session.transition(object, StateTransition.Kind.PENDING_TO_TRANSIENT));
    }

    /** Whether nothing has happened in it: after reading, all is as it was. */
    private boolean isUntouched(Scope scope) {
        return !scope.isNested()
                && scope.isEmpty()
                && session.pending().isEmpty()
                && session.deleted().isEmpty()
                && session.shards() == null;
    }

    private void restoreKey(EntityState state, EntityKey key) {
        session.identityMap().remove(state);
        state.rekey(key);
        Object instance = state.get();
        if (instance == null) {
            return;
        }
        var parts = state.mapper().primaryKey();
        for (int i = 0; i < parts.length; i++) {
            parts[i].set(instance, state, key.part(i));
        }
        session.identityMap().put(state);
    }

    private void removeInserted(EntityState state) {
        Object instance = state.get();
        session.identityMap().remove(state);
        session.modified().remove(state);
        if (instance != null && state.key() != null) {
            state.toTransient(instance);
            session.transition(instance, StateTransition.Kind.PERSISTENT_TO_TRANSIENT);
        }
    }

    // ---- transactions of someone else

    @Override
    public Session session() {
        return session;
    }

    @Override
    public void beforeCompletion() {
        session.use().enter();
        try {
            ManagedTransaction mine = joined;
            if (mine != null && mine.isRollbackOnly()) {
                return;
            }
            requireUsable();
            completing = true;
            session.fire(BeforeCommit.class, () -> new BeforeCommit(session));
            flushAll();
        } finally {
            completing = false;
            session.use().exit();
        }
    }

    @Override
    public void afterCompletion(boolean committed) {
        outcome = committed;
        if (session.use().tryEnter()) {
            try {
                if (session.use().isOutermost()) {
                    settleIfCompleted();
                }
            } finally {
                session.use().exit();
            }
        }
    }

    /** Settles what a completion on another thread has left to the thread that uses the session. */
    void settleIfCompleted() {
        Boolean committed = outcome;
        if (committed == null) {
            return;
        }
        outcome = null;
        joined = null;
        if (committed) {
            settleCommitted(session.factory().isExpireOnCommit());
        } else {
            settleRolledBack();
        }
        if (closed) {
            session.membership().detachAll();
        }
    }

    boolean isCompleting() {
        return completing;
    }

    /** The outermost call ends: reads outside a managed transaction end with it. */
    void leave() {
        settleIfCompleted();
        if (managed != null && joined == null && !session.isFlushing()) {
            if (handingOutRows) {
                handingOutRows = false;
            } else {
                endOwnTransaction();
            }
        }
    }

    /**
     * The call that runs now returns rows that are still to be read: outside a managed transaction its own short one
     * lasts until the next call.
     */
    void handOutRows() {
        handingOutRows = managed != null && joined == null;
    }

    private void endOwnTransaction() {
        SessionTransaction open = transaction;
        if (managed == null || joined != null || open == null) {
            return;
        }
        transaction = null;
        try {
            open.rollback();
        } finally {
            open.close();
        }
    }

    // ---- closing

    boolean isClosed() {
        return closed;
    }

    /** In a managed transaction, what has changed is still written when that completes. */
    void close() {
        settleIfCompleted();
        closed = true;
        if (joined != null) {
            return;
        }
        SessionTransaction open = transaction;
        try {
            if (open != null) {
                open.rollback();
            }
        } finally {
            if (open != null) {
                undo(open.rootScope());
                transaction = null;
                giveBack(open);
            }
            session.membership().detachAll();
        }
    }

    @Override
    public String toString() {
        if (closed) {
            return "closed";
        }
        if (joined != null) {
            return "joined " + joined + (transaction == null ? "" : ", " + transaction);
        }
        if (transaction == null) {
            return failedIdle == null ? "idle" : "failed";
        }
        return transaction.toString();
    }
}
