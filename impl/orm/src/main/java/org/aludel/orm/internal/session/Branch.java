package org.aludel.orm.internal.session;

import java.util.ArrayList;
import java.util.List;
import org.aludel.core.engine.CoreConnection;
import org.aludel.core.engine.CoreEngine;
import org.aludel.engine.NestedTransaction;
import org.aludel.engine.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * What a session's transaction is on one engine: a connection, the engine's transaction on it (none where someone else
 * ends it), and a savepoint for each nested scope that has used it.
 */
final class Branch {

    private final CoreEngine engine;
    private final CoreConnection connection;
    private final @Nullable Transaction root;
    private final boolean closing;
    private final List<NestedTransaction> savepoints = new ArrayList<>(0);

    /**
     * @param root what commit and rollback of the session end; null where that is somebody else's business
     * @param closing whether the connection is given back at the end
     */
    Branch(CoreEngine engine, CoreConnection connection, @Nullable Transaction root, boolean closing) {
        this.engine = engine;
        this.connection = connection;
        this.root = root;
        this.closing = closing;
    }

    CoreEngine engine() {
        return engine;
    }

    CoreConnection connection() {
        return connection;
    }

    /** Sets savepoints until there is one for each nested scope. */
    void nestTo(int depth) {
        while (savepoints.size() < depth) {
            savepoints.add(connection.beginNested());
        }
    }

    /** Releases the savepoint of the innermost scope, if this branch was used in it. */
    void release(int depth) {
        if (savepoints.size() == depth) {
            savepoints.remove(depth - 1).commit();
        }
    }

    /** Goes back to the savepoint of the innermost scope, which stays. */
    void rollbackTo(int depth) {
        if (savepoints.size() == depth) {
            NestedTransaction savepoint = savepoints.get(depth - 1);
            if (savepoint.isActive()) {
                savepoint.rollback();
            }
        }
    }

    /** Forgets the savepoint of the innermost scope. */
    void drop(int depth) {
        if (savepoints.size() == depth) {
            savepoints.remove(depth - 1);
        }
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

    void close() {
        if (closing) {
            connection.close();
        }
    }
}
