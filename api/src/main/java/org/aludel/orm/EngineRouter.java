package org.aludel.orm;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.Engine;
import org.jspecify.annotations.Nullable;

/**
 * Decides which engine serves a piece of a session's work. It is asked before each flush of a class, each query and each
 * lazy load, so it should answer quickly and without SQL. Used by many threads at once.
 *
 * <pre>{@code
 * SessionFactory sessions = SessionFactory.builder(primary).map(User.class)
 *         .router(request -> request.isFlush() ? primary : replica)
 *         .build();
 * }</pre>
 *
 * @since 0.1
 * @see SessionFactoryBuilder#router(EngineRouter)
 */
@FunctionalInterface
public interface EngineRouter {

    /**
     * The engine for some work.
     *
     * @return null for the one that serves it without a router: what the class, its table or the factory is bound to
     */
    @Nullable
    Engine route(EngineRequest request);

    /**
     * Sends what only reads to replicas, in turn; a session keeps to one replica within a transaction. What writes, reads
     * with a lock, and everything after the first write of a transaction goes to the engine that serves it anyway, so that
     * a transaction sees its own changes.
     *
     * @param replicas engines whose databases follow the main one
     */
    static EngineRouter replicas(Engine... replicas) {
        List<Engine> all = List.of(replicas);
        AtomicInteger turn = new AtomicInteger();
        return request -> {
            if (all.isEmpty() || request.isWrite() || request.hasWritten()) {
                return null;
            }
            for (Engine engine : all) {
                if (request.engines().contains(engine)) {
                    return engine;
                }
            }
            return all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
        };
    }
}
