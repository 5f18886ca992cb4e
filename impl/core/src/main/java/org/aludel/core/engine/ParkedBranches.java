package org.aludel.core.engine;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.XAConnection;
import org.jspecify.annotations.Nullable;

/**
 * Prepared branches that nobody holds any more and whose database would drop them with their connection: it is kept open
 * until they are finished by id, or the engine closes.
 */
final class ParkedBranches {

    private final Map<String, XAConnection> connections = new ConcurrentHashMap<>();

    void park(BranchId branch, XAConnection connection) {
        connections.put(branch.toString(), connection);
    }

    Set<String> ids() {
        return Set.copyOf(connections.keySet());
    }

    /** The connection of a branch that is to be finished now; null if it is not parked. */
    @Nullable
    XAConnection take(String id) {
        return connections.remove(id);
    }

    void close() {
        connections.values().forEach(XaBranches::close);
        connections.clear();
    }
}
