package org.aludel.orm.internal.session;

import java.util.ArrayList;
import java.util.List;
import org.aludel.core.engine.CoreConnection;
import org.aludel.core.engine.CoreEngine;
import org.aludel.engine.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of a session, from its first SQL to commit or rollback: one connection, the engine's transaction on it
 * (none when someone else controls it), and a stack of scopes, the root and one for each savepoint.
 */
final class SessionTransaction {

    private final CoreConnection connection;
    private final @Nullable Transaction root;
    private final List<Scope> scopes = new ArrayList<>();

    private SessionTransaction(CoreConnection connection, @Nullable Transaction root) {
        this.connection = connection;
        this.root = root;
        scopes.add(new Scope(null));
    }

    /** Begins a transaction of the session's own. */
    static SessionTransaction begin(CoreEngine engine) {
        CoreConnection connection = engine.connect();
        try {
            return new SessionTransaction(connection, connection.begin());
        } catch (RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    /** Works in a transaction that someone else controls. */
    static SessionTransaction join(CoreEngine engine) {
        return new SessionTransaction(engine.connect(), null);
    }

    CoreConnection connection() {
        return connection;
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

    /** Sets a savepoint. */
    Scope beginNested() {
        Scope scope = new Scope(connection.beginNested());
        scopes.add(scope);
        return scope;
    }

    /** Takes the innermost scope off; its history becomes that of the scope around it. */
    void release(Scope scope) {
        scopes.remove(scopes.size() - 1);
        scope.end();
        scope.mergeInto(scope());
    }

    /** Takes the innermost scope off, its history undone. */
    void drop(Scope scope) {
        scopes.remove(scopes.size() - 1);
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

    void commit() {
        if (root != null) {
            root.commit();
        }
    }

    void rollback() {
        if (root != null && root.isActive()) {
            root.rollback();
        }
    }

    /** Ends all scopes and gives the connection back. */
    void close() {
        for (Scope scope : scopes) {
            scope.end();
        }
        connection.close();
    }

    @Override
    public String toString() {
        String state = failure() != null ? "failed" : "active";
        return state + (isNested() ? ", " + (scopes.size() - 1) + " nested" : "");
    }
}
