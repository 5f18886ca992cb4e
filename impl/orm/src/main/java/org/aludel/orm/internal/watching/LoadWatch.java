package org.aludel.orm.internal.watching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.EchoStream;
import org.aludel.engine.EchoCategory;
import org.aludel.engine.Engine;
import org.aludel.orm.NPlusOne;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/**
 * Watches the lazy loads of a factory's sessions, where somebody wants to know of {@link NPlusOne}. That is asked once for
 * each statement, so that it can be switched at run time.
 */
public final class LoadWatch {

    /** A log is read, not reset: what it has been told of a place it need not be told again, up to a limit. */
    private static final int MOST_LOGGED = 1000;

    private final List<CoreEngine> engines;
    private final Map<DefaultSession, SessionWatch> watches = Collections.synchronizedMap(new WeakHashMap<>());
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    /** @param engines those of the factory, which may be told to echo what is found */
    public LoadWatch(Iterable<? extends Engine> engines) {
        List<CoreEngine> known = new ArrayList<>();
        for (Engine engine : engines) {
            if (engine instanceof CoreEngine core) {
                known.add(core);
            }
        }
        this.engines = List.copyOf(known);
    }

    /** How the objects of a query are noted; null if nobody watches. */
    public @Nullable Trail ofQuery(DefaultSession session) {
        return isOn(session) ? of(session).trail(null) : null;
    }

    /** How an object is noted that is asked for by its key, or read anew; null if nobody watches. */
    public @Nullable Trail ofOne(DefaultSession session, EntityMapper mapper) {
        return isOn(session) ? of(session).trail(mapper) : null;
    }

    /** A relation is loaded for one object: how what it leads to is noted; null if nobody watches. */
    public @Nullable Trail lazily(DefaultSession session, EntityState state, RelationAttribute relation) {
        return isOn(session) ? of(session).lazily(session, state, relation) : null;
    }

    /** A column is loaded that was left out when its object was. */
    public void column(DefaultSession session, EntityState state, ColumnAttribute column) {
        if (isOn(session)) {
            of(session).column(session, state, column);
        }
    }

    private boolean isOn(DefaultSession session) {
        return NPlusOne.isHeard() || echoing() != null || session.wants(NPlusOne.class);
    }

    private @Nullable EchoStream echoing() {
        for (CoreEngine engine : engines) {
            if (engine.echo().isOn(EchoCategory.N_PLUS_ONE)) {
                return engine.echo();
            }
        }
        return null;
    }

    private SessionWatch of(DefaultSession session) {
        return watches.computeIfAbsent(session, any -> new SessionWatch(this, session));
    }

    void log(NPlusOne found) {
        EchoStream echo = echoing();
        if (echo != null && logged.size() < MOST_LOGGED && logged.add(found.path() + found.place())) {
            echo.write(EchoCategory.N_PLUS_ONE, found.message());
        }
    }
}
