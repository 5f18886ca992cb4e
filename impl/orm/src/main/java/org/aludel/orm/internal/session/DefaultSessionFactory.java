package org.aludel.orm.internal.session;

import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.aludel.core.engine.CoreConnection;
import org.aludel.core.engine.CoreEngine;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.EventRegistration;
import org.aludel.engine.StatementCache;
import org.aludel.engine.TransactionTask;
import org.aludel.engine.TransactionWork;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.EventFilter;
import org.aludel.orm.EventHandler;
import org.aludel.orm.LoadOption;
import org.aludel.orm.MappedClass;
import org.aludel.orm.OrmEvent;
import org.aludel.orm.ResultCacheStatistics;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.orm.instrument.Instrumented;
import org.aludel.orm.internal.caching.ResultCaching;
import org.aludel.orm.internal.events.EventHub;
import org.aludel.orm.internal.events.ListenerMethods;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MappedClassView;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.orm.internal.state.NewInstanceHooks;
import org.aludel.orm.internal.state.StateLayout;
import org.aludel.schema.MetaData;
import org.jspecify.annotations.Nullable;

/** A factory: the mappings with what works on them, and the policies of its sessions. */
public final class DefaultSessionFactory implements SessionFactory {

    private final Routing routing;
    private final Supplier<BranchOpening> opening;
    private final MapperRegistry registry;
    private final StateLayout[] layouts;
    private final Workers workers;
    private final Policies policies;
    private final EventHub events;
    private volatile @Nullable Queries queries;
    private volatile boolean closed;

    /**
     * What sessions hand work to.
     *
     * @param flusher writes changes
     * @param loader reads what objects lack
     * @param queries makes what makes queries, with the first of them
     * @param caching the result cache; null for none
     * @param again begins another factory of the same mappings
     */
    public record Workers(
            Flusher flusher,
            AttributeLoader loader,
            Supplier<Queries> queries,
            @Nullable ResultCaching caching,
            Supplier<SessionFactoryBuilder> again) {}

    /**
     * How sessions behave unless told otherwise.
     *
     * @param expireOnCommit whether objects forget their values when their transaction commits
     * @param autoflush whether changes are flushed before queries and lazy loads
     * @param loadOptions options of everything that sessions load
     */
    public record Policies(boolean expireOnCommit, boolean autoflush, List<LoadOption> loadOptions) {}

    public DefaultSessionFactory(
            EngineBindings engines, MapperRegistry registry, Workers workers, Policies policies, EventHub events) {
        this.routing = new Routing(engines);
        this.opening = engines.twoPhase() ? BranchOpening.Together::new : new BranchOpening.Own();
        this.registry = registry;
        this.workers = workers;
        this.policies = policies;
        this.events = events;
        Collection<EntityMapper> mappers = registry.all();
        this.layouts = new StateLayout[mappers.size()];
        for (EntityMapper mapper : mappers) {
            layouts[mapper.ordinal()] = new StateLayout(mapper);
        }
        events.onChange(new Relisten());
    }

    /** Tells the layouts of states who listens; a class, since each lambda costs a program that starts more. */
    private final class Relisten implements Runnable {

        @Override
        public void run() {
            for (StateLayout layout : layouts) {
                layout.listen(events);
                if (!closed) {
                    NewInstanceHooks.install(layout);
                }
            }
        }
    }

    @Override
    public DefaultSession open() {
        return open((ManagedTransactions) null);
    }

    /** Opens a session whose transactions someone else controls; it joins the one that is current when it is used. */
    public DefaultSession open(@Nullable ManagedTransactions transactions) {
        requireOpen();
        return new DefaultSession(this, transactions, opening);
    }

    private void requireOpen() {
        if (closed) {
            throw new InvalidRequestException(
                    "ALU-0502",
                    "the session factory is closed; where: " + this
                            + "; what to do: open sessions before the factory is closed");
        }
    }

    @Override
    public DefaultSession open(Connection connection) {
        if (!(connection instanceof CoreConnection core)) {
            throw new ArgumentException(
                    "ALU-0508",
                    "a connection of " + connection.getClass().getName() + " can't carry a session; where: " + this
                            + "; what to do: give one of an engine made with Engine.create or Engine.builder");
        }
        requireOpen();
        return new DefaultSession(this, null, () -> new BranchOpening.Given(core));
    }

    /** Opens a session for one transaction that someone else controls. */
    public DefaultSession openManaged(ManagedTransaction transaction) {
        DefaultSession session = open(() -> transaction);
        session.join();
        return session;
    }

    @Override
    public <T extends @Nullable Object, X extends Throwable> T inTransaction(TransactionWork<Session, T, X> work)
            throws X {
        try (DefaultSession session = open()) {
            T result = work.apply(session);
            session.commit(false);
            return result;
        }
    }

    @Override
    public <X extends Throwable> void useTransaction(TransactionTask<Session, X> task) throws X {
        try (DefaultSession session = open()) {
            task.accept(session);
            session.commit(false);
        }
    }

    @Override
    public <E> MappedClass<E> mapping(Class<E> type) {
        registry.mapper(type);
        return new MappedClassView<>(registry, type);
    }

    @Override
    public List<MappedClass<?>> mappings() {
        List<MappedClass<?>> all = new ArrayList<>();
        for (EntityMapper mapper : registry.all()) {
            all.add(new MappedClassView<>(registry, mapper.type()));
        }
        return all;
    }

    @Override
    public MetaData metaData() {
        return registry.metaData();
    }

    @Override
    public Engine engine() {
        return coreEngine();
    }

    @Override
    public StatementCache queryCache() {
        return CacheTotals.of(queries().cache(), loader().cache());
    }

    @Override
    public @Nullable Session sessionOf(Object object) {
        EntityState state = object instanceof Instrumented ? EntityState.of(object) : null;
        return state != null && state.session() instanceof DefaultSession session && session.factory() == this
                ? session
                : null;
    }

    @Override
    public void makeDetached(Object object) {
        EntityMapper mapper = registry.mapper(object.getClass());
        EntityState known = EntityState.of(object);
        if (known != null && known.key() != null) {
            throw new InvalidRequestException(
                    "ALU-0558",
                    "the object has an identity already; where: " + known
                            + "; what to do: give one that no session has seen");
        }
        EntityKey key = mapper.keyOf(object, null);
        if (key == null) {
            throw new InvalidRequestException(
                    "ALU-0558",
                    "the object has no complete key; where: " + mapper.name()
                            + "; what to do: set its primary key before makeDetached(object)");
        }
        EntityState state = EntityState.ofDetached(object, layout(mapper), key, new ReferenceQueue<>());
        for (ColumnAttribute column : mapper.columns()) {
            if (column.isHidden() || column.get(object, state) == null) {
                state.expire(object, column);
            }
        }
        for (RelationAttribute relation : mapper.relations()) {
            if (relation.index() >= 0) {
                state.expire(object, relation);
            }
        }
        state.markExpired();
    }

    @Override
    public <E extends OrmEvent> EventRegistration on(Class<E> type, Consumer<? super E> handler) {
        return on(type, EventFilter.all(), handler);
    }

    @Override
    public <E extends OrmEvent> EventRegistration on(Class<E> type, EventFilter filter, Consumer<? super E> handler) {
        return events.add(new EventHandler<>(type, filter, handler));
    }

    @Override
    public EventRegistration listen(Object listener) {
        return events.addAll(ListenerMethods.of(listener, Object.class));
    }

    public MapperRegistry registry() {
        return registry;
    }

    /**
     * The factory's own engine.
     *
     * @throws InvalidRequestException ALU-0552 if it has none, since each class has its own
     */
    public CoreEngine coreEngine() {
        CoreEngine usual = routing.usual();
        if (usual == null) {
            throw SessionErrors.unbound("what names no class");
        }
        return usual;
    }

    Routing routing() {
        return routing;
    }

    @Override
    public ResultCacheStatistics resultCacheStatistics() {
        ResultCaching caching = workers.caching();
        return caching == null ? ResultCacheStatistics.NONE : caching.statistics();
    }

    @Override
    public SessionFactoryBuilder toBuilder() {
        return workers.again().get();
    }

    /** Masks and slots of the states of a class. */
    public StateLayout layout(EntityMapper mapper) {
        return layouts[mapper.ordinal()];
    }

    Flusher flusher() {
        return workers.flusher();
    }

    AttributeLoader loader() {
        return workers.loader();
    }

    Queries queries() {
        Queries known = queries;
        return known == null ? makeQueries() : known;
    }

    private synchronized Queries makeQueries() {
        Queries known = queries;
        if (known == null) {
            known = workers.queries().get();
            queries = known;
        }
        return known;
    }

    /** Who listens to all sessions of this factory. */
    public EventHub events() {
        return events;
    }

    boolean isExpireOnCommit() {
        return policies.expireOnCommit();
    }

    boolean isAutoflush() {
        return policies.autoflush();
    }

    List<LoadOption> loadOptions() {
        return policies.loadOptions();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        ResultCaching caching = workers.caching();
        if (caching != null) {
            caching.close();
        }
        for (StateLayout layout : layouts) {
            NewInstanceHooks.remove(layout);
        }
    }

    @Override
    public String toString() {
        return "SessionFactory of "
                + routing.engines().stream().map(Engine::name).collect(Collectors.joining(", ")) + ", " + layouts.length
                + " classes" + (closed ? ", closed" : "");
    }
}
