package org.aludel.orm.internal.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.aludel.core.engine.CoreEngine;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.EventRegistration;
import org.aludel.engine.StatementCache;
import org.aludel.engine.TransactionTask;
import org.aludel.engine.TransactionWork;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.EventFilter;
import org.aludel.orm.MappedClass;
import org.aludel.orm.OrmEvent;
import org.aludel.orm.ResultCacheStatistics;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * A factory on an engine that is connected later, and perhaps to another one in each thread: it has the mappings, and for
 * each engine that it meets a factory, which makes the sessions.
 */
public final class DeferredSessionFactory implements SessionFactory {

    private final Engine engine;
    private final MetaData metaData;
    private final Function<? super CoreEngine, DefaultSessionFactory> making;
    private final Supplier<SessionFactoryBuilder> again;
    private final ReentrantLock meeting = new ReentrantLock();
    private final Map<CoreEngine, DefaultSessionFactory> met = new HashMap<>();
    private final List<Consumer<SessionFactory>> listening = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /**
     * @param engine tells the engine of the moment
     * @param making makes the factory of an engine
     * @param again begins another factory of the same mappings
     */
    public DeferredSessionFactory(
            Engine engine,
            MetaData metaData,
            Function<? super CoreEngine, DefaultSessionFactory> making,
            Supplier<SessionFactoryBuilder> again) {
        this.engine = engine;
        this.metaData = metaData;
        this.making = making;
        this.again = again;
    }

    /** The factory of the engine that the calling thread is connected to. */
    private DefaultSessionFactory current() {
        if (closed) {
            throw new InvalidRequestException(
                    "ALU-0502",
                    "the session factory is closed; where: the factory of " + engine.name()
                            + "; what to do: open sessions before the factory is closed");
        }
        CoreEngine now = CoreEngine.of(engine);
        meeting.lock();
        try {
            DefaultSessionFactory known = met.get(now);
            if (known == null) {
                met.keySet().removeIf(CoreEngine::isClosed);
                known = making.apply(now);
                met.put(now, known);
                for (Consumer<SessionFactory> each : listening) {
                    each.accept(known);
                }
            }
            return known;
        } finally {
            meeting.unlock();
        }
    }

    @Override
    public Session open() {
        return current().open();
    }

    @Override
    public Session open(Connection connection) {
        return current().open(connection);
    }

    @Override
    public <T extends @Nullable Object, X extends Throwable> T inTransaction(TransactionWork<Session, T, X> work)
            throws X {
        return current().inTransaction(work);
    }

    @Override
    public <X extends Throwable> void useTransaction(TransactionTask<Session, X> task) throws X {
        current().useTransaction(task);
    }

    @Override
    public ResultCacheStatistics resultCacheStatistics() {
        return current().resultCacheStatistics();
    }

    @Override
    public SessionFactoryBuilder toBuilder() {
        return again.get();
    }

    @Override
    public void makeDetached(Object object) {
        current().makeDetached(object);
    }

    @Override
    public <E> MappedClass<E> mapping(Class<E> type) {
        return current().mapping(type);
    }

    @Override
    public List<MappedClass<?>> mappings() {
        return current().mappings();
    }

    @Override
    public MetaData metaData() {
        return metaData;
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public StatementCache queryCache() {
        meeting.lock();
        try {
            List<StatementCache> caches =
                    met.values().stream().map(SessionFactory::queryCache).toList();
            return new CacheTotals(() -> caches);
        } finally {
            meeting.unlock();
        }
    }

    @Override
    public @Nullable Session sessionOf(Object object) {
        meeting.lock();
        try {
            for (DefaultSessionFactory each : met.values()) {
                Session session = each.sessionOf(object);
                if (session != null) {
                    return session;
                }
            }
            return null;
        } finally {
            meeting.unlock();
        }
    }

    @Override
    public <E extends OrmEvent> EventRegistration on(Class<E> type, Consumer<? super E> handler) {
        return onEach(factory -> factory.on(type, handler));
    }

    @Override
    public <E extends OrmEvent> EventRegistration on(Class<E> type, EventFilter filter, Consumer<? super E> handler) {
        return onEach(factory -> factory.on(type, filter, handler));
    }

    @Override
    public EventRegistration listen(Object listener) {
        return onEach(factory -> factory.listen(listener));
    }

    private EventRegistration onEach(Function<SessionFactory, EventRegistration> registering) {
        List<EventRegistration> registered = new CopyOnWriteArrayList<>();
        Consumer<SessionFactory> listen = factory -> registered.add(registering.apply(factory));
        meeting.lock();
        try {
            listening.add(listen);
            met.values().forEach(listen);
        } finally {
            meeting.unlock();
        }
        return () -> {
            listening.remove(listen);
            registered.forEach(EventRegistration::close);
        };
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        meeting.lock();
        try {
            met.values().forEach(SessionFactory::close);
        } finally {
            meeting.unlock();
        }
    }

    @Override
    public String toString() {
        return "SessionFactory of " + engine + (closed ? ", closed" : "");
    }
}
