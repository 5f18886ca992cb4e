package org.aludel.orm.internal.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aludel.core.engine.CoreConnection;
import org.aludel.core.engine.CoreEngine;
import org.aludel.engine.Engine;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of a session, from its first SQL to commit or rollback: a branch for each engine it has used, and a
 * stack of scopes, the root and one for each savepoint. A branch that is used first inside nested scopes begins there,
 * with a savepoint for each of them.
 */
final class SessionTransaction {

    private final BranchOpening opening;
    private final List<Branch> branches = new ArrayList<>(1);
    private final List<Scope> scopes = new ArrayList<>(1);
    private boolean prepared;
    private boolean written;
    private boolean begun;

    SessionTransaction(BranchOpening opening) {
        this.opening = opening;
        scopes.add(new Scope(false));
    }

    /** The connection to an engine; its branch begins with the first call. */
    CoreConnection connection(CoreEngine engine) {
        if (prepared) {
            throw SessionErrors.prepared();
        }
        Branch branch = branch(engine);
        branch.nestTo(scopes.size() - 1);
        return branch.connection();
    }

    private Branch branch(CoreEngine engine) {
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            if (branch.engine() == engine) {
                return branch;
            }
        }
        Branch opened = opening.open(engine);
        branches.add(opened);
        begun = true;
        return opened;
    }

    /** Whether an engine was begun on since this was last asked. */
    boolean takeBegun() {
        boolean taken = begun;
        begun = false;
        return taken;
    }

    Set<Engine> engines() {
        Set<Engine> used = new LinkedHashSet<>();
        branches.forEach(branch -> used.add(branch.engine()));
        return Collections.unmodifiableSet(used);
    }

    void written() {
        written = true;
    }

    boolean hasWritten() {
        return written;
    }

    Scope scope() {
        return scopes.get(scopes.size() - 1);
    }

    Scope rootScope() {
        return scopes.get(0);
    }

    boolean isNested() {
        return scopes.size() > 1;
    }

    /** Sets savepoints. */
    Scope beginNested() {
        Scope scope = new Scope(true);
        scopes.add(scope);
        try {
            branches.forEach(branch -> branch.nestTo(scopes.size() - 1));
        } catch (RuntimeException | Error e) {
            scopes.remove(scopes.size() - 1);
            throw e;
        }
        return scope;
    }

    /** Releases the savepoints of the innermost scope. */
    void releaseSavepoints() {
        int depth = scopes.size() - 1;
        branches.forEach(branch -> branch.release(depth));
    }

    /** Goes back to the savepoints of the innermost scope. */
    void rollbackToSavepoints() {
        int depth = scopes.size() - 1;
        branches.forEach(branch -> branch.rollbackTo(depth));
    }

    /** Takes the innermost scope off; its history becomes that of the scope around it. */
    void release(Scope scope) {
        forget(scope);
        scope.mergeInto(scope());
    }

    /** Takes the innermost scope off, its history undone. */
    void drop(Scope scope) {
        forget(scope);
    }

    private void forget(Scope scope) {
        int depth = scopes.size() - 1;
        branches.forEach(branch -> branch.drop(depth));
        scopes.remove(depth);
        scope.end();
    }

    /** The error of a failed flush that has to be acknowledged before anything else. */
    @Nullable
    Throwable failure() {
        for (int i = scopes.size() - 1; i >= 0; i--) {
            Throwable failure = scopes.get(i).failure();
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    /** Refuses what needs two phases in a transaction of one. */
    void requireTwoPhase() {
        if (!opening.isTwoPhase()) {
            throw SessionErrors.notTwoPhase();
        }
    }

    void prepare() {
        requireTwoPhase();
        opening.prepare(branches);
        prepared = true;
    }

    boolean isPrepared() {
        return prepared;
    }

    void commit() {
        opening.commit(branches);
    }

    void rollback() {
        opening.rollback(branches);
    }

    /** Ends all scopes and gives the connections back. */
    void close() {
        for (Scope scope : scopes) {
            scope.end();
        }
        RuntimeException failure = null;
        for (Branch branch : branches) {
            try {
                branch.close();
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public String toString() {
        String state = failure() != null ? "failed" : prepared ? "prepared" : "active";
        return state
                + (isNested() ? ", " + (scopes.size() - 1) + " nested" : "")
                + (branches.size() > 1 ? ", " + branches.size() + " engines" : "");
    }
}
