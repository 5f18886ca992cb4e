package org.aludel.orm.internal.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.aludel.core.engine.CoreConnection;
import org.aludel.core.engine.CoreEngine;
import org.aludel.engine.Engine;
import org.aludel.engine.EventRegistration;
import org.aludel.engine.NestedTransaction;
import org.aludel.engine.Result;
import org.aludel.engine.Row;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.Alias;
import org.aludel.orm.Attribute;
import org.aludel.orm.Cascade;
import org.aludel.orm.EventFilter;
import org.aludel.orm.History;
import org.aludel.orm.IdentityKey;
import org.aludel.orm.LoadOption;
import org.aludel.orm.OrmEvent;
import org.aludel.orm.Query;
import org.aludel.orm.Relation;
import org.aludel.orm.RowShape;
import org.aludel.orm.Session;
import org.aludel.orm.SessionEvent;
import org.aludel.orm.StateTransition;
import org.aludel.orm.instrument.Instrumented;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.Attachment;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.orm.internal.state.IdentityMap;
import org.aludel.orm.internal.state.Status;
import org.aludel.orm.internal.state.UnitOfWork;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;
import org.aludel.sql.LockMode;
import org.aludel.sql.Selectable;
import org.aludel.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The session. It keeps the sets of new, changed and deleted objects and the identity map; how its transaction begins
 * and ends is the business of {@link SessionLifecycle}.
 */
public final class DefaultSession implements Session, UnitOfWork {

    private final DefaultSessionFactory factory;
    private final MapperRegistry registry;
    private final IdentityMap identities = new IdentityMap();
    private Attachment attachment = new Attachment(this);
    private final PendingObjects pending = new PendingObjects();
    private final Map<EntityState, Object> modified = new LinkedHashMap<>();
    private final Map<EntityState, Object> deleted = new LinkedHashMap<>();
    private final SessionUse use = new SessionUse();
    private final SessionLifecycle lifecycle;
    private final FlushCycle cycle;
    private final SessionEvents events;
    private final ObjectReads reads = new ObjectReads(this);
    private final AttributeCalls attributes = new AttributeCalls(this);
    private final StatementExecution execution;
    private final Membership membership = new Membership(this);
    private final Routing routing;
    private final @Nullable SessionShards shards;
    private boolean autoflush;

    /** The innermost scope that writes apart; null if there is none. */
    private @Nullable ChangeScope changes;

    private List<LoadOption> loadOptions;
    private int autoflushSuspended;

    /** @param opening how transactions of the session's own begin */
    DefaultSession(
            DefaultSessionFactory factory, @Nullable ManagedTransactions managed, Supplier<BranchOpening> opening) {
        this.factory = factory;
        this.registry = factory.registry();
        this.autoflush = factory.isAutoflush();
        this.loadOptions = factory.loadOptions();
        this.routing = factory.routing();
        this.shards = routing.shards();
        this.lifecycle = new SessionLifecycle(this, opening, managed);
        this.cycle = new FlushCycle(this, lifecycle);
        this.events = new SessionEvents(this, factory.events());
        this.execution = new StatementExecution(this, lifecycle);
    }

    // ---- what the flush, the queries and the loaders use

    public MapperRegistry registry() {
        return registry;
    }

    public IdentityMap identityMap() {
        return identities;
    }

    /** The shards that the session works on; null if its database is not divided. */
    public @Nullable SessionShards shards() {
        return shards;
    }

    /** The shards that the session works on; an error if its database is not divided. */
    public SessionShards requireShards(String call) {
        if (shards == null) {
            throw SessionErrors.noSharding(call);
        }
        return shards;
    }

    /** A key as it is in the shard that is worked on, if there are shards. */
    public EntityKey keyed(EntityKey key) {
        return shards == null ? key : shards.keyed(key);
    }

    /** The engine that rows of a class are read from. */
    public CoreEngine engine(EntityMapper mapper) {
        return routing.isSingle() ? factory.coreEngine() : routing.of(this, mapper, Routing.Purpose.READ);
    }

    /** The engine that rows of a class are locked in. */
    public CoreEngine lockingEngine(EntityMapper mapper) {
        return routing.isSingle() ? factory.coreEngine() : routing.of(this, mapper, Routing.Purpose.LOCK);
    }

    /** The engine that a bulk update or delete of a class goes to. */
    public CoreEngine writingEngine(EntityMapper mapper) {
        return routing.isSingle() ? factory.coreEngine() : routing.of(this, mapper, Routing.Purpose.BULK);
    }

    /** The engine that a statement of the core goes to. */
    public CoreEngine engine(Statement statement, boolean writing) {
        return routing.isSingle() ? factory.coreEngine() : routing.of(this, statement, writing);
    }

    /** Whether a query of these parts is about a class or table that has an engine of its own, and no shards. */
    public boolean isApart(Iterable<?> parts) {
        return routing.isApart(this, parts);
    }

    /** The engine that a query of no class goes to, by the tables in its parts. */
    public CoreEngine engineOfParts(Iterable<?> parts) {
        return routing.isSingle() ? factory.coreEngine() : routing.ofParts(this, parts);
    }

    @Override
    public @Nullable String shardOf(Object object) {
        EntityState state = object instanceof Instrumented ? EntityState.of(object) : null;
        EntityKey key = state == null ? null : state.key();
        return key == null ? null : key.token();
    }

    /** The engine that a flush writes rows of a table to. */
    public CoreEngine flushingEngine(Table table) {
        return routing.isSingle() ? factory.coreEngine() : routing.of(this, table);
    }

    /** The connection to an engine, in the session's transaction, which begins if there is none. */
    public CoreConnection connection(CoreEngine engine) {
        enter();
        try {
            return lifecycle.connection(engine);
        } finally {
            exit();
        }
    }

    @Override
    public CoreConnection connection() {
        return connection(factory.coreEngine());
    }

    @Override
    public CoreConnection connection(Class<?> type) {
        return connection(engine(registry.mapper(type)));
    }

    @Override
    public Engine engine(Class<?> type) {
        return engine(registry.mapper(type));
    }

    /** The engines that the transaction has used. */
    Set<Engine> engines() {
        return lifecycle.engines();
    }

    /** Whether the transaction has written. */
    boolean hasWritten() {
        return lifecycle.hasWritten();
    }

    /** The transaction writes now. */
    public void written() {
        lifecycle.written();
    }

    public AttributeLoader loader() {
        return factory.loader();
    }

    /** Registers an instance just made from a row: its columns are loaded, its relations are not. */
    public EntityState attachLoaded(EntityMapper mapper, EntityKey key, Object instance) {
        EntityState state = EntityState.ofRow(instance, factory.layout(mapper), key, attachment, identities.queue());
        identities.put(state);
        lifecycle.attached(state);
        return state;
    }

    @Override
    public Attachment attachment() {
        return attachment;
    }

    /** No object of this session is its object any more; it can go on with others. */
    void letAllGo() {
        attachment.end();
        attachment = new Attachment(this);
    }

    /** The row of an instance was deleted by a statement of a query: it leaves the session, and comes back by rollback. */
    public void removeDeleted(EntityState state, Object instance) {
        identities.remove(state);
        modified.remove(state);
        deleted.remove(state);
        state.toDeleted();
        lifecycle.scope().deleted.put(state, instance);
        transition(instance, StateTransition.Kind.PERSISTENT_TO_DELETED);
    }

    /** Begins a use of the session that lasts beyond one call, as an open stream; refuses a second thread. */
    public void enter() {
        use.enter();
        if (use.isOutermost()) {
            lifecycle.settleIfCompleted();
        }
        if (lifecycle.isClosed() && !lifecycle.isCompleting()) {
            use.exit();
            throw new InvalidRequestException(
                    "ALU-0500", "the session is closed; where: " + this + "; what to do: open another one");
        }
    }

    /** Ends what {@link #enter()} began. */
    public void exit() {
        if (use.isOutermost()) {
            lifecycle.leave();
        }
        use.exit();
    }

    /** One call of the session. */
    private void run(Runnable work) {
        enter();
        try {
            work.run();
        } finally {
            exit();
        }
    }

    /** One call of the session that gives something. */
    private <T> T call(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            exit();
        }
    }

    Membership membership() {
        return membership;
    }

    SessionUse use() {
        return use;
    }

    Map<EntityState, Object> pending() {
        return pending;
    }

    Map<EntityState, Object> modified() {
        return modified;
    }

    Map<EntityState, Object> deleted() {
        return deleted;
    }

    /** Keeps loading from flushing, until as many calls of {@link #resumeAutoflush()}. */
    void suspendAutoflush() {
        autoflushSuspended++;
    }

    void resumeAutoflush() {
        autoflushSuspended--;
    }

    boolean hasWork() {
        ChangeScope scope = changes;
        if (scope != null && !cycle.isRunning()) {
            scope.gather();
        }
        return !pending.isEmpty() || !modified.isEmpty() || !deleted.isEmpty();
    }

    /** The mapping of an instance's class. */
    EntityMapper mapperOf(Object instance) {
        requireObject(instance, "refresh, delete, expire, ...");
        EntityState state = instance instanceof Instrumented ? EntityState.of(instance) : null;
        return state != null && state.session() == this ? state.mapper() : registry.mapper(instance.getClass());
    }

    /** The compiler of a caller need not know that null is no object of ours. */
    static void requireObject(@Nullable Object object, String operation) {
        if (object == null) {
            throw new ArgumentException(
                    "ALU-0516",
                    "null is no object of a session; where: " + operation + "(null); what to do: give a mapped object");
        }
    }

    // ---- events

    /** Whether nobody listens to anything: then no class of an event need be loaded to ask. */
    public boolean isSilent() {
        return events.isSilent();
    }

    /** Whether anybody listens to events of a type in this session. */
    public boolean wants(Class<? extends OrmEvent> type) {
        return events.wants(type);
    }

    /** Tells the handlers of the factory, then those of this session; the event is made only if there are any. */
    public <V extends OrmEvent> void fire(Class<V> type, Supplier<? extends V> event) {
        if (events.wants(type)) {
            events.fire(event.get());
        }
    }

    /** The events of this session. */
    public SessionEvents events() {
        return events;
    }

    @Override
    public <V extends SessionEvent> EventRegistration on(Class<V> type, Consumer<? super V> handler) {
        return events.on(type, EventFilter.all(), handler);
    }

    @Override
    public <V extends SessionEvent> EventRegistration on(
            Class<V> type, EventFilter filter, Consumer<? super V> handler) {
        return events.on(type, filter, handler);
    }

    /** Whether a row is read because all of an object is refreshed. */
    public boolean isRefreshing() {
        return reads.isRefreshing();
    }

    /** An object has gone from one state to another. */
    void transition(Object instance, StateTransition.Kind kind) {
        if (!events.isSilent() && events.wants(StateTransition.class)) {
            events.fire(new StateTransition(this, instance, kind));
        }
    }

    // ---- hooks of the states

    @Override
    public void touched(EntityState state, Object instance) {
        if (state.status() == Status.PERSISTENT) {
            modified.put(state, instance);
            lifecycle.joinManaged();
        }
    }

    @Override
    public void load(EntityState state, Object instance, MappedAttribute attribute) {
        run(() -> reads.load(state, instance, attribute));
    }

    @Override
    public void beforeRead(EntityState state, RelationAttribute relation) {
        loader().beforeRead(this, state, relation);
    }

    @Override
    public void loadOptions(LoadOption... options) {
        loadOptions = List.of(options);
    }

    /** Options of all queries, and of what is read without one. */
    public List<LoadOption> loadOptions() {
        return loadOptions;
    }

    @Override
    public void bulkInsertMappings(Class<?> type, List<? extends Map<String, ? extends @Nullable Object>> rows) {
        run(() -> new BulkWrites(this).insert(registry.mapper(type), rows));
    }

    @Override
    public void bulkUpdateMappings(Class<?> type, List<? extends Map<String, ? extends @Nullable Object>> rows) {
        run(() -> new BulkWrites(this).update(registry.mapper(type), rows));
    }

    @Override
    public void bulkSaveObjects(Iterable<?> objects) {
        bulkSaveObjects(objects, false);
    }

    @Override
    public void bulkSaveObjects(Iterable<?> objects, boolean returnKeys) {
        run(() -> {
            List<Object> all = new ArrayList<>();
            objects.forEach(all::add);
            new BulkWrites(this).save(all, returnKeys);
        });
    }

    @Override
    public boolean contains(IdentityKey key) {
        return identities.find(IdentityKeys.inner(registry, key)) != null;
    }

    @Override
    public @Nullable IdentityKey identityKey(Object object) {
        mapperOf(object);
        EntityState state = EntityState.of(object);
        EntityKey key = state == null ? null : state.key();
        return key == null ? null : IdentityKeys.of(key);
    }

    @Override
    public IdentityKey identityKey(Class<?> type, Row row) {
        return IdentityKeys.ofRow(registry.mapper(type), row);
    }

    @Override
    public @Nullable Object loaded(EntityKey key) {
        EntityState state = identities.find(keyed(key));
        return state == null ? null : state.get();
    }

    @Override
    public Query<Object> members(EntityState state, Object instance, RelationAttribute relation) {
        return call(() -> {
            autoflush();
            return DynamicQueries.members(this, state, instance, relation);
        });
    }

    @Override
    public @Nullable Object parentOf(Object member, RelationAttribute relation) {
        return Related.parentOf(this, member, relation);
    }

    @Override
    public void cascadeSave(Object instance) {
        EntityState state = EntityState.of(instance);
        if (state == null || state.session() != this || state.status() == Status.DELETED) {
            add(instance); // refuses one whose row a flush has deleted: it would be lost in silence
        }
    }

    @Override
    public void expungeOrphan(EntityState state, Object instance) {
        if (pending.remove(state) != null) {
            state.toTransient(instance);
            transition(instance, StateTransition.Kind.PENDING_TO_TRANSIENT);
        }
    }

    @Override
    public boolean isJournalling() {
        return lifecycle.isJournalling();
    }

    @Override
    public void journal(EntityState state, Object instance, MappedAttribute attribute, @Nullable Object value) {
        lifecycle.scope().keep(instance, attribute, value);
    }

    @Override
    public void journalLoaded(EntityState state, Object instance, MappedAttribute attribute) {
        lifecycle.scope().loaded(instance, attribute);
    }

    // ---- objects in and out

    @Override
    public void add(Object object) {
        requireObject(object, "add");
        enter();
        try {
            Related.walk(this, object, Cascade.SAVE_UPDATE, membership::addOne);
            lifecycle.joinManaged();
        } finally {
            exit();
        }
    }

    @Override
    public void addAll(Iterable<?> objects) {
        for (Object object : objects) {
            add(object);
        }
    }

    @Override
    public void addAll(Object... objects) {
        addAll(Arrays.asList(objects));
    }

    @Override
    public void delete(Object object) {
        enter();
        try {
            EntityState state = membership.requirePersistent(object, "delete");
            if (state.session() == null) {
                membership.reattach(state, object, mapperOf(object));
            }
            lifecycle.joinManaged();
            membership.markDeleted(object);
        } finally {
            exit();
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T merge(T object) {
        requireObject(object, "merge");
        enter();
        try {
            autoflush();
            lifecycle.joinManaged();
            suspendAutoflush();
            try {
                return (T) new Merge(this).merge(object);
            } finally {
                resumeAutoflush();
            }
        } finally {
            exit();
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T merge(T object, boolean load) {
        if (load) {
            return merge(object);
        }
        requireObject(object, "merge");
        return call(() -> {
            lifecycle.joinManaged();
            return (T) new MergeFromMemory(this).merge(object);
        });
    }

    @Nullable
    Object getForMerge(EntityMapper mapper, EntityKey key) {
        return reads.get(mapper, key, null);
    }

    @Override
    public void expunge(Object object) {
        enter();
        try {
            if (!contains(object)) {
                membership.requirePersistent(object, "expunge");
            }
            Related.walk(this, object, Cascade.EXPUNGE, membership::expungeOne);
        } finally {
            exit();
        }
    }

    @Override
    public void clear() {
        run(() -> {
            leaveInner(null);
            membership.detachAll();
        });
    }

    @Override
    public void makeTransient(Object object) {
        run(() -> membership.makeTransient(object));
    }

    @Override
    public boolean contains(Object object) {
        EntityState state = object instanceof Instrumented ? EntityState.of(object) : null;
        return state != null && state.session() == this && state.status() != Status.DELETED;
    }

    // ---- loading

    @Override
    public <T> @Nullable T get(Class<T> type, Object key) {
        return getAs(type, key, null);
    }

    @Override
    public <T> @Nullable T get(Class<T> type, Object key, LockMode lock) {
        return getAs(type, key, lock);
    }

    @Override
    public <T> Optional<T> find(Class<T> type, Object key) {
        return Optional.ofNullable(getAs(type, key, null));
    }

    private <T> @Nullable T getAs(Class<T> type, Object key, @Nullable LockMode lock) {
        enter();
        try {
            Object found = reads.get(registry.mapper(type), key, lock);
            return type.isInstance(found) ? type.cast(found) : null;
        } finally {
            exit();
        }
    }

    @Override
    public void refresh(Object object) {
        run(() -> reads.refresh(object, null));
    }

    @Override
    public void refresh(Object object, LockMode lock) {
        run(() -> reads.refresh(object, lock));
    }

    @Override
    public void expire(Object object) {
        run(() -> reads.expire(object));
    }

    @Override
    public void expire(Object object, String... attributes) {
        run(() -> reads.expire(object, attributes));
    }

    @Override
    public void expireAll() {
        run(reads::expireAll);
    }

    void expireEverything() {
        reads.expireAll();
    }

    // ---- queries

    @Override
    public <T> Query<T> query(Class<T> type) {
        return factory.queries().of(this, type);
    }

    @Override
    public <T> Query<T> query(Alias<T> alias) {
        return factory.queries().of(this, alias);
    }

    @Override
    public <T> Query<T> query(Expr<T> expression) {
        return factory.queries().of(this, expression);
    }

    @Override
    public <T> Query<T> query(RowShape<T> shape) {
        return factory.queries().of(this, shape);
    }

    @Override
    public Query<Row> query(Selectable... parts) {
        return factory.queries().rows(this, parts);
    }

    @Override
    public Result execute(Statement statement) {
        return execute(statement, Map.of());
    }

    @Override
    public Result execute(Statement statement, Map<String, ? extends @Nullable Object> parameters) {
        Result objects = factory.queries().objects(this, statement, parameters);
        return objects != null ? objects : call(() -> execution.execute(statement, parameters));
    }

    @Override
    public Result execute(Statement statement, List<? extends Map<String, ? extends @Nullable Object>> parameterSets) {
        return call(() -> execution.execute(statement, parameterSets));
    }

    // ---- changes

    @Override
    public <E, T> void set(E object, Attribute<? super E, T> attribute, Expr<? extends T> expression) {
        run(() -> attributes.set(object, attribute.name(), expression));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <E, T> History<T> history(E object, Attribute<? super E, T> attribute) {
        return (History<T>) attributes.history(object, attribute.name(), false);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <E, T> History<T> history(E object, Relation<? super E, T> relation) {
        return (History<T>) attributes.history(object, relation.name(), false);
    }

    @Override
    public History<@Nullable Object> history(Object object, String attribute, boolean load) {
        return attributes.history(object, attribute, load);
    }

    @Override
    public boolean isModified(Object object) {
        return isModified(object, true);
    }

    @Override
    public boolean isModified(Object object, boolean includeCollections) {
        return Histories.isModified(object, mapperOf(object), includeCollections);
    }

    @Override
    public void flagModified(Object object, String attribute) {
        run(() -> attributes.flagModified(object, attribute));
    }

    @Override
    public void flagDirty(Object object) {
        run(() -> attributes.flagDirty(object));
    }

    @Override
    public void setCommitted(Object object, String attribute, @Nullable Object value) {
        run(() -> attributes.setCommitted(object, attribute, value));
    }

    @Override
    public void revert(Object object) {
        run(() -> attributes.revert(object));
    }

    @Override
    public List<Object> newObjects() {
        return List.copyOf(pending.values());
    }

    @Override
    public List<Object> modifiedObjects() {
        List<Object> changed = new ArrayList<>();
        modified.forEach((state, instance) -> {
            if (!deleted.containsKey(state)) {
                changed.add(instance);
            }
        });
        return Collections.unmodifiableList(changed);
    }

    @Override
    public List<Object> deletedObjects() {
        return List.copyOf(deleted.values());
    }

    @Override
    public void flush() {
        run(() -> flushNow());
    }

    @Override
    public void flush(Object... objects) {
        run(() -> {
            List<EntityState> only = new ArrayList<>();
            for (Object object : objects) {
                EntityState state = membership.requireMember(object, "flush");
                only.add(state);
            }
            cycle.run(only);
        });
    }

    /** Writes changes if there are any and autoflush is on. */
    public void autoflush() {
        if (autoflush && autoflushSuspended == 0 && !cycle.isRunning() && hasWork() && lifecycle.canWrite()) {
            flushNow();
        }
    }

    void flushNow() {
        ChangeScope scope = changes;
        if (scope != null) {
            scope.gather();
        }
        cycle.run();
    }

    @Override
    public String flushPlan() {
        enter();
        autoflushSuspended++;
        try {
            return factory.flusher().describe(this, new FlushPreparation(this).prepare());
        } finally {
            autoflushSuspended--;
            exit();
        }
    }

    boolean isFlushing() {
        return cycle.isRunning();
    }

    @Override
    public boolean isAutoflush() {
        return autoflush;
    }

    @Override
    public void autoflush(boolean on) {
        autoflush = on;
    }

    // ---- transactions

    @Override
    public void commit() {
        commit(factory.isExpireOnCommit());
    }

    /** Commits; objects may keep what they know, for a session that nobody uses after. */
    void commit(boolean expiring) {
        run(() -> {
            leaveInner(null);
            lifecycle.commit(expiring);
        });
    }

    @Override
    public void prepare() {
        run(() -> {
            leaveInner(null);
            lifecycle.prepare();
        });
    }

    @Override
    public void rollback() {
        run(() -> {
            leaveInner(null);
            lifecycle.rollback();
        });
    }

    @Override
    public NestedTransaction begin() {
        return call(() -> {
            ChangeScope scope = new ChangeScope(this, changes);
            changes = scope;
            return scope;
        });
    }

    /** Writes what has changed in a scope; the outermost one commits. */
    void commitChanges(ChangeScope scope) {
        run(() -> {
            if (!scope.isActive()) {
                throw SessionErrors.scopeEnded(this);
            }
            leaveInner(scope);
            scope.write();
            try {
                if (scope.outer() == null && !lifecycle.isManaged()) {
                    lifecycle.commit(factory.isExpireOnCommit());
                }
            } finally {
                changes = scope.outer();
                scope.dissolve();
            }
        });
    }

    /** Takes back what has changed in a scope. */
    void rollbackChanges(ChangeScope scope) {
        run(() -> {
            leaveInner(scope);
            changes = scope.outer();
            scope.undo();
        });
    }

    /** Scopes inside another that are still open have no say any more. */
    private void leaveInner(@Nullable ChangeScope outer) {
        for (ChangeScope inner = changes; inner != null && inner != outer; inner = changes) {
            changes = inner.outer();
            inner.dissolve();
        }
    }

    /** Whether an object's changes wait for the end of a scope, and must not be forgotten by its commit. */
    boolean isSetAside(EntityState state) {
        ChangeScope scope = changes;
        return scope != null && scope.holds(state);
    }

    @Override
    public NestedTransaction beginNested() {
        return call(() -> lifecycle.beginNested());
    }

    void commitNested(Scope scope) {
        run(() -> lifecycle.commitNested(scope));
    }

    void rollbackNested(Scope scope) {
        run(() -> lifecycle.rollbackNested(scope));
    }

    /** Joins the transaction that someone else controls, if there is one, before any SQL. */
    public void join() {
        run(() -> lifecycle.joinManaged());
    }

    @Override
    public boolean inTransaction() {
        return lifecycle.inTransaction();
    }

    @Override
    public DefaultSessionFactory factory() {
        return factory;
    }

    @Override
    public boolean isClosed() {
        return lifecycle.isClosed();
    }

    @Override
    public void close() {
        if (lifecycle.isClosed()) {
            return;
        }
        use.enter();
        try {
            leaveInner(null);
            lifecycle.close();
        } finally {
            use.exit();
        }
    }

    @Override
    public String toString() {
        return "Session (" + lifecycle + ")";
    }
}
